"""The real server of a test: in a thread mostly, as a process of its own where it is to be killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import requests
import uvicorn

from workbench.server.settings import Settings

_PATIENCE = 20.0


def free_port() -> int:
    """Return a port nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Hosted:
    """A server on one port, which stays the same when it is started again."""

    database: str
    folder: Path
    port: int = field(default_factory=free_port)
    _server: uvicorn.Server | None = None
    _thread: threading.Thread | None = None
    _process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address desks are told."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Serve from a thread of this process."""
        from workbench.server.app import create_app

        settings = Settings(self.database, self.folder / "keys", token_seconds=0.0, connections=4)
        config = uvicorn.Config(
            create_app(settings), host="127.0.0.1", port=self.port, log_config=None, access_log=False
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        until = time.monotonic() + _PATIENCE
        while not self._server.started:
            assert time.monotonic() < until, "the server did not start"
            time.sleep(0.002)

    def start_process(self) -> None:
        """Serve from a process of its own, as `workbench serve` does."""
        self._process = subprocess.Popen(
            [sys.executable, "-c", _SERVE, "--data", str(self.folder), "serve", "--database", self.database,
             "--port", str(self.port)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ},
        )  # fmt: skip
        until = time.monotonic() + _PATIENCE
        while not self._answers():
            assert time.monotonic() < until and self._process.poll() is None, "the server did not start"
            time.sleep(0.02)

    def kill(self) -> None:
        """Kill the process with −9, at whatever instant this is."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            self._process = None

    def abandon(self) -> None:
        """Tell it to end and do not wait for that."""
        self.kill()
        if self._server is not None:
            self._server.should_exit = True

    def stop(self) -> None:
        """End it in peace."""
        self.kill()
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join(_PATIENCE)
            self._server = self._thread = None

    def _answers(self) -> bool:
        try:
            return requests.get(f"{self.url}/v1/hello", timeout=1).status_code < 500
        except requests.RequestException:
            return False


_SERVE = "import sys; from workbench.cli.main import COMMANDS, run; sys.exit(run(sys.argv[1:], COMMANDS))"
