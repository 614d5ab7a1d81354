"""The server's log: one JSON object a line, of what happened and never of what was in it.

No personal data, no tokens or codes, no contents of records, no paths that hold an address: a request is
named by its route. Of an error only its kind and place are written, for its words may quote a record.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

import structlog


def configure(stream: TextIO | None = None) -> None:
    """Send every log of this process to a stream, by default stderr, in JSON lines."""
    target = stream or sys.stderr
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
            structlog.processors.JSONRenderer(ensure_ascii=False, sort_keys=True),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(target),
    )
    handler = logging.StreamHandler(target)
    handler.setFormatter(_Bare())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)


def server_log() -> Any:
    """Return the logger of the server."""
    return structlog.get_logger()


def place_of(error: BaseException) -> str:
    """Return where an error was raised, by file and line."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""


class _Bare(logging.Formatter):
    """Writes a record of the standard log without its arguments and without the words of its error."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "event": str(record.msg),
            "logger": record.name,
        }
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            line |= {"error": type(error).__name__, "place": place_of(error)}
        return json.dumps(line, ensure_ascii=False, sort_keys=True)
