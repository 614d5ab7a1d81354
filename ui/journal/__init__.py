"""The history of a record and the log of who looked: the journal as a person reads it."""
