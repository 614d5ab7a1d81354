"""The terms on which a desk exchanges with the server: what it may hold, and how long without contact."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.standards.errors import WorkbenchError

LONGEST_OFFLINE = 30 * 24
"""Hours a desk may be allowed to work without contact at most."""


@dataclass(frozen=True, slots=True)
class DeskTerms:
    """What a desk may hold and how long it may work without contact; `areas` None means all."""

    name: str
    outside: bool = False
    areas: tuple[str, ...] | None = None
    masked: bool = False
    offline_hours: int = 72


class InvalidTerms(WorkbenchError):
    """What was wanted of a desk cannot be; nothing was saved."""


def check_terms(terms: DeskTerms) -> None:
    """Let the terms pass or raise InvalidTerms."""
    if not terms.name.strip():
        raise InvalidTerms("请填写终端名称，例如“窗口一”；未作任何改动。")
    if not 1 <= terms.offline_hours <= LONGEST_OFFLINE:
        raise InvalidTerms(f"离线时限应为 1 至 {LONGEST_OFFLINE} 小时，未作任何改动。")
    if terms.areas is not None and not terms.outside:
        raise InvalidTerms("只有外部终端可以限定普查区，未作任何改动。")
