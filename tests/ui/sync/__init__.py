"""The screens of sync."""
