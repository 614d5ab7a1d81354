"""A town for every test: real server, real database, real desks, and a wire that does as it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.sync.fuzz.ground import Ground
from tests.faults.sync.town import Town
from tests.server.postgres import Databases


@pytest.fixture
def new_town(databases: Databases, tmp_path: Path, empty_store_file: Path) -> Iterator[Callable[[], Town]]:
    """Build towns on one PostgreSQL, each with a database of its own."""
    towns: list[Town] = []

    def build() -> Town:
        folder = tmp_path / f"town{len(towns)}"
        folder.mkdir()
        towns.append(Town(databases, folder, empty_store_file))
        return towns[-1]

    yield build
    for town in towns:
        town.close()


@pytest.fixture
def town(new_town: Callable[[], Town]) -> Town:
    """A community whose founding desk, `east`, has joined; `west` joins when it is first asked for."""
    built = new_town()
    built.desk("east")
    built.desk("west")
    return built


@pytest.fixture(scope="session")
def fuzz_ground(
    databases: Databases, tmp_path_factory: pytest.TempPathFactory, empty_store_file: Path
) -> Ground:
    """Where the runs of the fuzzer are played."""
    return Ground(databases, tmp_path_factory.mktemp("fuzz"), empty_store_file)
