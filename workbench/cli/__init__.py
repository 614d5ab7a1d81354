"""The command line: the same verbs as the window, for scripts; a contract that does not change lightly."""
