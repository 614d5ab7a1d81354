"""Where runs are played: one PostgreSQL for all of them, a fresh town for each."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.faults.sync.fuzz.actions import Script
from tests.faults.sync.fuzz.identities import seeded_ids
from tests.faults.sync.fuzz.player import Played, Player
from tests.faults.sync.town import Town
from tests.server.postgres import Databases, make_fast
from tests.store_fixtures import KEY
from workbench.server.embedded import EmbeddedPostgres
from workbench.store import Store


@dataclass(frozen=True, slots=True)
class Ground:
    """What towns are built on."""

    databases: Databases
    folder: Path
    empty_store: Path

    def play(self, script: Script) -> Played:
        """Play one run in a town of its own."""
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        with seeded_ids(script.seed):
            town = Town(self.databases, folder, self.empty_store)
            try:
                town.found()
                return Player(town, script).play()
            finally:
                town.close()
                shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def ground() -> Iterator[Ground]:
    """Give ground for as many runs as wanted."""
    from workbench.server.database import migrate

    with tempfile.TemporaryDirectory(prefix="workbench-fuzz-") as name:
        folder = Path(name)
        with EmbeddedPostgres(folder / "pg") as postgres:
            url = postgres.start()
            make_fast(url)
            empty = folder / "empty" / "workbench.db"
            Store.open(empty, KEY).close()
            yield Ground(Databases(url, migrate), folder, empty)
