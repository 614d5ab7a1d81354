"""Signing in, first start and the lock: the door of the workbench."""
