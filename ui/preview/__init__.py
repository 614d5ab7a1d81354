"""A PDF in the window: pages below each other, zoom, keyboard, and the way to the printer."""
