"""A repeat as a table on one screen: members in rows or in columns, one live field in the current cell."""
