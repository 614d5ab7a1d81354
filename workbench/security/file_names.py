"""Names of files from outside, made harmless to show and to save again."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 100

_EXTENSIONS = {
    "application/pdf": (".pdf",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
}
_EXTENSION = re.compile(r"\.(?=[a-z0-9]{1,5}$)(?=[a-z0-9]*[a-z])[a-z0-9]+$", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_NAMELESS = "附件"


def clean_file_name(name: str, media_type: str) -> str:
    """Return a name without folders, control and direction marks, and with the type's own extension.

    The extension follows what the content is, so that `a.pdf.exe` holding a PDF becomes `a.pdf`.
    """
    last = re.split(r"[/\\]", name)[-1]
    visible = "".join(letter for letter in last if not unicodedata.category(letter).startswith("C"))
    stem = " ".join(_FORBIDDEN.sub("_", visible).split()).rstrip(". ")
    endings = _EXTENSIONS[media_type]
    ending = endings[0]
    while (found := _EXTENSION.search(stem)) is not None:
        stem, given = stem[: found.start()].rstrip(". "), found[0].lower()
        if given in endings:
            ending = given
            break
    stem = stem.lstrip(". ")
    if not stem or _RESERVED.fullmatch(stem):
        stem = f"{_NAMELESS}{stem}"
    return stem[: LONGEST - len(ending)].rstrip(". ") + ending
