"""The files beside a form as they lie in the store: tables as text, anything else in Base64."""

from __future__ import annotations

import base64
from collections.abc import Mapping

from workbench.forms.definition.media import TABLES
from workbench.forms.definition.tables import decoded


def to_store(media: Mapping[str, bytes]) -> dict[str, str]:
    """Return the files as JSON may hold them; tables become UTF-8. Raises FormFault."""
    return {name: _written(name, content) for name, content in media.items()}


def from_store(stored: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files as a form reads them."""
    return {
        name: text.encode() if _is_table(name) else base64.b64decode(text) for name, text in stored.items()
    }


def _written(name: str, content: bytes) -> str:
    if not _is_table(name):
        return base64.b64encode(content).decode("ascii")
    return decoded(content, name)


def _is_table(name: str) -> bool:
    # XML says itself how it is encoded, so its bytes must stay as they are.
    suffix = f".{name.rpartition('.')[2].casefold()}"
    return suffix in TABLES and suffix != ".xml"
