"""How a whole request is refused: the word for the desk, the sentence for the person, the HTTP status."""

from __future__ import annotations

from typing import Any

from workbench.standards.errors import WorkbenchError
from workbench.sync.protocol.wire import Fault

STATUS: dict[Fault, int] = {
    Fault.SIGN_IN: 401,
    Fault.STAFF_DISABLED: 403,
    Fault.DEVICE_REVOKED: 403,
    Fault.FORBIDDEN: 403,
    Fault.NOT_FOUND: 404,
    Fault.EPOCH_CHANGED: 409,
    Fault.SCOPE_CHANGED: 409,
    Fault.INCARNATION_CONFLICT: 409,
    Fault.OP_REUSE: 409,
    Fault.CHAIN_BROKEN: 409,
    Fault.TOO_FAR_BEHIND: 410,
    Fault.TOO_LARGE: 413,
    Fault.MALFORMED: 422,
    Fault.TOO_OLD: 426,
    Fault.TOO_MANY: 429,
    Fault.BUSY: 503,
}
"""The HTTP status of every fault."""


class RequestRefused(WorkbenchError):
    """A request was refused as a whole, and nothing of it was done."""

    def __init__(self, fault: Fault, message: str, **facts: Any) -> None:
        self.fault, self.facts = fault, facts
        super().__init__(message)

    @property
    def status(self) -> int:
        """The HTTP status that goes with the fault."""
        return STATUS[self.fault]

    def body(self) -> dict[str, Any]:
        """Return what the answer's body says."""
        return {"fault": self.fault.value, "message": str(self), **self.facts}
