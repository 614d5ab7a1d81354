"""The census pages (普查): rounds and areas, the doors to knock at, entry, verification, figures."""
