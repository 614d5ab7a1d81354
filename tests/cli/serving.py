"""`workbench serve` as a process of its own, started and ended as an administrator does."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from queue import Empty, Queue

_RUN = (
    "import sys; from workbench.cli.main import run; from workbench.cli import serve; "
    "sys.exit(run(sys.argv[1:], (serve.COMMAND,)))"
)


class Served:
    """A server process; `url` is where it said it listens."""

    def __init__(self, *options: str, patience: float = 60) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _RUN, "serve", "--port", "0", *options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ},
        )  # fmt: skip
        self.line = self._first_line(patience)
        self.url = re.search(r"https?://[^（]+", self.line)[0]

    def end(self, how: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        """Ask it to end; return its exit code and what it logged."""
        if self._process.poll() is None:
            self._process.send_signal(how)
        _, logged = self._process.communicate(timeout=60)
        return self._process.returncode, logged

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate()

    def _first_line(self, patience: float) -> str:
        lines: Queue[str] = Queue()
        threading.Thread(target=lambda: lines.put(self._process.stdout.readline()), daemon=True).start()
        try:
            line = lines.get(timeout=patience)
        except Empty:
            line = ""
        if not line:
            self.kill()
            raise AssertionError("the server said nothing")
        return line.strip()


def refused(*options: str) -> tuple[int, str]:
    """Start a server that must not start; return exit code and the sentence it left with."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN, "serve", *options],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stderr.strip()


def ended(urls: Sequence[str]) -> bool:
    """Tell whether nobody listens there any more."""
    import requests

    for url in urls:
        try:
            requests.get(url, timeout=2)
        except requests.RequestException:
            continue
        return False
    return True
