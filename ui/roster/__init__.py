"""Importing a roster: choose a file, confirm its columns, look at every row's fate, store it whole."""
