"""Residents, households and dwellings: the register every other feature stands on (居民档案)."""
