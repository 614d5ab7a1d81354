"""A computer of a community, as the cases of access find it."""

from tests.faults.machines import machine  # noqa: F401
