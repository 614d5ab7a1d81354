"""Random faults that can be had again: the seed is printed, and WORKBENCH_SEED sets it."""

import os
import random
import sys


def dice(name: str) -> random.Random:
    """Return a seeded source of randomness for one test, saying its seed."""
    seed = int(os.environ.get("WORKBENCH_SEED", random.SystemRandom().randrange(2**32)))
    sys.stderr.write(f"{name}: WORKBENCH_SEED={seed}\n")
    return random.Random(f"{name}:{seed}")
