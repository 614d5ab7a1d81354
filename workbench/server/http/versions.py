"""Which versions of the protocol are spoken here, and what a desk that is too old may still do.

It may hand in all it has and read all it may; it is told to be updated where it says hello, joins, or begins
a new life. Nobody's work is refused for the age of the program.
"""

from __future__ import annotations

from starlette.requests import Request

from workbench.server.http.answers import PROTOCOL_HEADER
from workbench.server.refusals import malformed, refused
from workbench.sync.protocol.wire import PROTOCOL, Fault


def check_version(request: Request, oldest: int) -> None:
    """Let a desk pass that speaks a version served here. Raises RequestRefused too_old."""
    text = request.headers.get(PROTOCOL_HEADER, str(PROTOCOL))
    if not (text.isascii() and text.isdecimal()):
        raise malformed("protocol")
    if int(text) < oldest:
        raise refused(Fault.TOO_OLD, protocol=PROTOCOL, oldest=oldest)
