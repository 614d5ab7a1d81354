"""A desk that loses power at any moment keeps every accepted change and no half of one."""

import signal
import subprocess
import sys
import time

import pytest

from tests.faults.seeds import dice
from tests.store_fixtures import KEY
from workbench.community.model import Grid
from workbench.store import Store
from workbench.store.verify import verify

_WRITER = """
import sys
from pathlib import Path
from tests.store_fixtures import KEY
from workbench.community.model import Grid
from workbench.store import Actor, Store

store = Store.open(Path(sys.argv[1]), KEY)
while True:
    with store.write(Actor("staff", "community")) as work:
        number = work.next_number("grid")
        for part in range(3):
            work.add(Grid(code=f"{number}-{part}", name="演示网格"))
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


@pytest.mark.parametrize("run", range(4))
def test_a_kill_at_any_moment_keeps_whole_transactions_only(tmp_path, run):
    path = tmp_path / "workbench.db"
    Store.open(path, KEY).close()
    writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout.readline() == "1\n"
    time.sleep(dice(f"kill-{run}").uniform(0.0, 0.25))
    writer.send_signal(signal.SIGKILL)
    confirmed = [1, *(int(line) for line in writer.stdout.read().split())]
    writer.wait()

    assert verify(path, KEY).fault is None
    with Store.open(path, KEY).read() as session:
        kept = sorted(grid.code for grid in session.query(Grid))
    numbers = {int(code.split("-")[0]) for code in kept}
    assert len(kept) == 3 * len(numbers), "a transaction was half kept"
    assert numbers >= set(confirmed), "a confirmed change was lost"
    assert numbers == set(range(1, max(numbers) + 1)), "the number series has a gap"
