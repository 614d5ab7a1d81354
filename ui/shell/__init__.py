"""The main window: rail, search, the page in the middle, the card beside it, the status bar."""
