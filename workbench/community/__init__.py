"""The community itself: its profile, grids, buildings and working calendar."""
