"""Sync: what a desk wrote goes up, what others wrote comes down, and nothing is lost on the way."""
