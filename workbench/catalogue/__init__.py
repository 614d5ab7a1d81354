"""Service items (事项): what residents may ask for, its materials, limits and law; in versions."""
