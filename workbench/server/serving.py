"""Listens: where, under which certificate, in how many processes; and ends in peace when told to."""

from __future__ import annotations

import os
import signal
import socket
import ssl
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.standards.errors import WorkbenchError, reason_of

if TYPE_CHECKING:
    import uvicorn

    from workbench.server.settings import Settings

MULTIPROCESS = "PROMETHEUS_MULTIPROC_DIR"
"""The environment variable that names the folder in which several processes add up their counts."""

_BACKLOG = 2048
_GRACE_SECONDS = 20


class CannotListen(WorkbenchError):
    """The server may not, or cannot, listen there."""


@dataclass(frozen=True, slots=True)
class Listening:
    """Where to listen; without a certificate only for this machine, or for a proxy that has one."""

    host: str = "127.0.0.1"
    port: int = 8360
    tls_cert: Path | None = None
    tls_key: Path | None = None
    workers: int = 1
    behind_proxy: bool = False

    def check(self) -> None:
        """Raises CannotListen where others could read along, or the certificate is of no use."""
        if (self.tls_cert is None) != (self.tls_key is None):
            raise CannotListen("--tls-cert 和 --tls-key 要一起给出，服务没有启动；请补上另一个。")
        if self.tls_cert is not None and self.tls_key is not None:
            _check_pair(self.tls_cert, self.tls_key)
        elif not (self.behind_proxy or is_own(self.host)):
            raise CannotListen(
                f"没有证书就不能对外监听（{self.host}），服务没有启动，以免居民信息明文传输；"
                "请用 --tls-cert 和 --tls-key 指定证书，或在有证书的反向代理之后用 --behind-proxy。"
            )

    def bind(self) -> socket.socket:
        """Return a socket that listens there. Raises CannotListen."""
        try:
            found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
            family, kind, protocol, _, address = found[0]
            # With the protocol named, asyncio sends small answers at once; else each waits 40 ms for more.
            bound = socket.socket(family, kind, protocol)
            # Where Windows understands something else by it, two servers could share a port.
            if os.name != "nt":
                bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            bound.bind(address)
            bound.listen(_BACKLOG)
        except OSError as error:
            raise CannotListen(
                f"不能在 {self.host} 端口 {self.port} 监听（{reason_of(error)}），没有启动；请换一个端口。"
            ) from error
        return bound

    def url(self, bound: socket.socket) -> str:
        """Return the address under which desks reach a socket."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.tls_cert else 'http'}://{host}:{bound.getsockname()[1]}"


def is_own(host: str) -> bool:
    """Tell whether only this machine can reach an address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def serve(settings: Settings, listening: Listening, said: Callable[[str], None]) -> None:
    """Serve until told to end; `said` is given the address once desks can reach it. Raises CannotListen."""
    import uvicorn

    listening.check()
    os.environ.update(settings.as_environment())
    config = uvicorn.Config("workbench.server.app:from_environment", **_options(listening))
    with _ending_in_peace(), listening.bind() as bound, _counted_together(listening.workers):
        if listening.workers > 1:
            said(listening.url(bound))
            _serve_many(config, bound)
        else:
            _saying(config, lambda: said(listening.url(bound))).run([bound])


def _options(listening: Listening) -> dict[str, Any]:
    return {
        "factory": True,
        "http": "httptools",
        "ws": "none",
        "workers": listening.workers,
        "log_config": None,
        "access_log": False,
        "server_header": False,
        "proxy_headers": listening.behind_proxy,
        "forwarded_allow_ips": "*" if listening.behind_proxy else None,
        "ssl_certfile": listening.tls_cert,
        "ssl_keyfile": listening.tls_key,
        "timeout_graceful_shutdown": _GRACE_SECONDS,
        "backlog": _BACKLOG,
    }


def _serve_many(config: uvicorn.Config, bound: socket.socket) -> None:
    from uvicorn.supervisors import Multiprocess

    Multiprocess(config, sockets=[bound]).run()


def _saying(config: uvicorn.Config, started: Callable[[], None]) -> uvicorn.Server:
    """Return a server that says so once it can be reached."""
    import uvicorn

    class Saying(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                started()

    return Saying(config)


@contextmanager
def _ending_in_peace() -> Iterator[None]:
    """Let a request to end (Ctrl+C, SIGTERM) come through after all was put away, and then count as done."""

    def leave(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    except KeyboardInterrupt:
        return
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _counted_together(workers: int) -> Iterator[None]:
    """Give several processes a folder in which their counts add up."""
    if workers == 1:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="workbench-counts-") as folder:
        os.environ[MULTIPROCESS] = folder
        yield


def _check_pair(cert: Path, key: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        context.load_cert_chain(cert, key)
    except ssl.SSLError as error:
        raise CannotListen(
            f"证书 {cert.name} 和私钥 {key.name} 不配对或无法读取，服务没有启动；请检查这两个文件。"
        ) from error
    except OSError as error:
        raise CannotListen(
            f"读不到证书或私钥（{reason_of(error)}），服务没有启动；请检查路径和权限。"
        ) from error
