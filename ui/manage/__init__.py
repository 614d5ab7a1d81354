"""Manage: the community, its staff, its working days, and its data."""
