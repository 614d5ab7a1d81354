"""National standards and plain rules of text and time: pure functions, the ground floor of the house."""
