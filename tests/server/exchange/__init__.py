"""The exchange on a real PostgreSQL, without HTTP between."""
