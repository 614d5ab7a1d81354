"""`python -m tests.faults.sync.fuzz --runs 1000 --seed S`: plays runs and reports what they showed."""

from __future__ import annotations

import argparse
import sys
import time

from tests.faults.sync.fuzz.actions import Script
from tests.faults.sync.fuzz.campaign import Figures, campaign, keep, made_small
from tests.faults.sync.fuzz.generator import script_of
from tests.faults.sync.fuzz.ground import Ground, ground
from tests.faults.sync.fuzz.player import Played


def main() -> int:
    """Play, report, shrink what failed; return 1 if anything did."""
    options = _options()
    seeds = range(options.seed, options.seed + options.runs)
    start = time.monotonic()
    with ground() as place:
        figures = campaign(place, seeds, _tell)
        _say(_report(figures, time.monotonic() - start))
        if options.shrink:
            for seed, violation in figures.failures[: options.shrink]:
                _shrink(place, seed, violation)
    return 1 if figures.failures else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.sync.fuzz", description=__doc__)
    parser.add_argument("--runs", type=int, default=20, help="how many runs")
    parser.add_argument("--seed", type=int, default=1, help="the first run's seed; the next ones follow")
    parser.add_argument("--shrink", type=int, default=0, help="how many failing runs to make small and keep")
    return parser.parse_args()


def _tell(script: Script, played: Played) -> None:
    for violation in played.violations[:4]:
        _say(f"seed {script.seed}: {violation}")


def _report(figures: Figures, seconds: float) -> str:
    faults = ", ".join(f"{name} {number}" for name, number in sorted(figures.faults.items()))
    refusals = ", ".join(f"{name} {number}" for name, number in sorted(figures.refusals.items()))
    return (
        f"{figures.runs} runs, {figures.steps} steps ({figures.idle} idle), {figures.disputes} disputes, "
        f"{figures.faults.total()} faults ({faults}), said to people: {refusals or 'nothing'}; "
        f"{len(figures.failures)} failures {[seed for seed, _ in figures.failures]}; {seconds:.0f} s"
    )


def _shrink(place: Ground, seed: int, violation: str) -> None:
    script = script_of(seed)
    small = made_small(place, script, violation.split(":")[0])
    path = keep(small, place.play(small), f"seed-{seed}")
    _say(f"seed {seed}: {len(script.actions)} steps made {len(small.actions)}, kept as {path.name}")


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
