"""What a person may choose about the window: language, size, colours, auto-lock."""
