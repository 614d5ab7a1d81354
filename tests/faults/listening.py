"""Somebody at the other end of the line: answers with a certificate of their choice, keeps what they hear."""

from __future__ import annotations

import socket
import ssl
import threading
from contextlib import suppress
from dataclasses import dataclass, field

NOT_FOUND = b"HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"


@dataclass
class Listener:
    """Accepts connections on a free port until closed; `heard` is what arrived after any handshake."""

    context: ssl.SSLContext | None
    answer: bytes = NOT_FOUND
    heard: bytearray = field(default_factory=bytearray)
    connections: int = 0

    def __post_init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self._socket.getsockname()[1])

    def close(self) -> None:
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            with suppress(OSError), line:
                line.settimeout(2)
                self._talk(line if self.context is None else self.context.wrap_socket(line, server_side=True))

    def _talk(self, line: socket.socket) -> None:
        with line:
            self.heard += line.recv(65_536)
            line.sendall(self.answer)
