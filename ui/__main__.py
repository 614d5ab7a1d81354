"""Starts the command where there is no script for it: `python -m ui`, and the installed application."""

from ui.command import main

main()
