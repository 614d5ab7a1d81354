"""Runs `workbench serve` in a child process over the database that comes with the workbench."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from ssl import PROTOCOL_TLS_CLIENT, SSLContext

import psutil
import psycopg

from workbench.server import founding
from workbench.server.embedded import EmbeddedPostgres

HOST = "127.0.0.1"
PATIENCE = 60
_MIB = 2**20


@dataclass(frozen=True, slots=True)
class Certificate:
    """Files of a server's certificate and key, and of the authority that signed it."""

    chain: Path
    key: Path
    authority: Path
    trust: SSLContext


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: where it answers, its database, its process."""

    url: str
    port: int
    database: str
    process: psutil.Process

    def founding_code(self, name: str) -> str:
        """Make an invitation by which a desk may bring its community."""
        with psycopg.connect(self.database) as connection:
            return founding.make(connection, name, datetime.now(UTC), os.urandom)

    def count(self, sql: str) -> int:
        """Return the number a query yields."""
        with psycopg.connect(self.database) as connection:
            (found,) = connection.execute(sql).fetchone() or (0,)
        return int(found)

    def memory(self) -> float:
        """Return the MiB the server's processes hold now."""
        family = [self.process, *self.process.children(recursive=True)]
        return sum(process.memory_info().rss for process in family) / _MIB

    def cpu_seconds(self) -> float:
        """Return the processor time the server has taken."""
        times = self.process.cpu_times()
        return times.user + times.system


@contextmanager
def served(folder: Path, certificate: Certificate | None = None) -> Iterator[Served]:
    """Give a server, which ends with the block."""
    port, postgres = _free_port(), EmbeddedPostgres(folder / "postgres")
    database = postgres.start()
    folder.joinpath("server").mkdir()
    with folder.joinpath("server.log").open("wb") as log:
        process = subprocess.Popen(_command(folder, database, port, certificate), stdout=log, stderr=log)
    try:
        _wait(port, certificate)
        scheme = "http" if certificate is None else "https"
        yield Served(f"{scheme}://{HOST}:{port}", port, database, psutil.Process(process.pid))
    finally:
        process.terminate()
        process.wait(PATIENCE)
        postgres.stop()


def certificate_in(folder: Path) -> Certificate:
    """Make a private authority and a certificate of this machine."""
    import trustme

    authority = trustme.CA()
    issued = authority.issue_cert(HOST, "localhost")
    made = [folder / name for name in ("server.pem", "server.key", "authority.pem")]
    issued.cert_chain_pems[0].write_to_path(made[0])
    issued.private_key_pem.write_to_path(made[1])
    authority.cert_pem.write_to_path(made[2])
    trust = SSLContext(PROTOCOL_TLS_CLIENT)
    trust.load_verify_locations(made[2])
    return Certificate(made[0], made[1], made[2], trust)


def _command(folder: Path, database: str, port: int, certificate: Certificate | None) -> list[str]:
    workbench = Path(sys.executable).with_name("workbench")
    command = [str(workbench), "--data", str(folder / "server"), "serve"]
    command += ["--database", database, "--host", HOST, "--port", str(port)]
    if certificate is not None:
        command += ["--tls-cert", str(certificate.chain), "--tls-key", str(certificate.key)]
    return command


def _wait(port: int, certificate: Certificate | None) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if _answers(port, certificate):
            return
        time.sleep(0.1)
    raise TimeoutError("the server does not answer")


def _answers(port: int, certificate: Certificate | None) -> bool:
    line = (
        HTTPConnection(HOST, port)
        if certificate is None
        else HTTPSConnection(HOST, port, context=certificate.trust)
    )
    try:
        line.request("GET", "/readyz")
        return line.getresponse().status == 200
    except OSError:
        return False
    finally:
        line.close()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((HOST, 0))
        return int(free.getsockname()[1])
