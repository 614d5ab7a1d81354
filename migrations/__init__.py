"""Alembic trees: `local` for the encrypted store of a desk."""
