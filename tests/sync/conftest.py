"""A computer of a community, for what happens to a desk without contact."""

from tests.faults.machines import machine  # noqa: F401
