"""The rules of a matter (办件), after the Administrative Licensing Law; pure, every date an argument."""
