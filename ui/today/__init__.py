"""The Today page: what waits for me, what waits at the counter, and how the community stands."""
