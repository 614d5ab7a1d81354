"""The demonstration: the real windows on an invented community, opened or, without a display, driven."""
