"""The heads-down sheet: the whole form as compact rows, of which only the current one has a live field."""
