"""The files a form uses by name: tables it reads, pictures and sounds it shows; and where they lie."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.forms.definition.faults import FormFault
from workbench.forms.definition.secondary import ITEMSETS, external_files, file_name
from workbench.forms.definition.wording import Fault
from workbench.standards.errors import reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from workbench.forms.form import Translation

TABLES = frozenset({".csv", ".geojson", ".xml", ".json"})
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"})
SOUNDS = frozenset({".mp3", ".m4a", ".wav", ".ogg", ".mp4"})
MAX_MEDIUM = 32 << 20
"""Bytes of one file beside a form."""

_IN_A_FOLDER = re.compile(r"://\w+/(?:[\w-]+/)+[\w.-]+$")
"""CommCare's pictures lie in folders of an archive of its own, which nothing here holds."""
_SHOWN = ("image", "big-image", "audio", "video")


class MediaBeside(Mapping[str, bytes]):
    """The tables beside a form and everything in its folder `NAME-media`, read when they are asked for."""

    def __init__(self, form: Path) -> None:
        own = form.with_name(f"{form.stem}-media")
        self._files = {file.name: file for file in _files(form.parent, TABLES) if file.name != form.name}
        self._files |= {file.name: file for file in _files(own, TABLES | PICTURES | SOUNDS)}

    def __getitem__(self, name: str) -> bytes:
        """Return what a file holds. Raises FormFault for one that cannot be read or is too large."""
        return content_of(self._files[name], MAX_MEDIUM)

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def content_of(file: Path, limit: int) -> bytes:
    """Return what a file of at most so many bytes holds. Raises FormFault."""
    try:
        if file.stat().st_size > limit:
            raise FormFault(Fault.TOO_LARGE.format(limit=limit >> 20))
        return file.read_bytes()
    except OSError as error:
        raise FormFault(Fault.NOT_FOUND.format(name=file.name, why=reason_of(error))) from error


def media_used(
    model: _Element, tables: Iterable[str], translations: Iterable[Translation], media: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return those of the files that a form names, and no other that happens to lie beside it.

    Raises FormFault for a name that leads elsewhere. A picture that is missing is only not shown.
    """
    names = {ITEMSETS, *external_files(model), *(f"{table}.csv" for table in tables), *_shown(translations)}
    return {name: media[name] for name in sorted(names) if name in media}


def _shown(translations: Iterable[Translation]) -> Iterator[str]:
    for translation in translations:
        for forms in translation.phrases.values():
            for kind in _SHOWN:
                phrase = forms.get(kind, ())
                if len(phrase) == 1 and isinstance(phrase[0], str) and not _IN_A_FOLDER.search(phrase[0]):
                    yield file_name(phrase[0])


def _files(folder: Path, kinds: frozenset[str]) -> Iterator[Path]:
    if folder.is_dir():
        yield from (file for file in folder.iterdir() if file.suffix.casefold() in kinds and file.is_file())
