"""What holds in a census, as pure functions: no store, no clock, no chance."""
