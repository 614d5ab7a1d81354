"""What screens and reports read of a census; frozen records, each asked for the day's access."""
