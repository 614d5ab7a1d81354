"""Writes a file beside its place and moves it there when whole: a failure never leaves half a document."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, cast

from workbench.documents.errors import DocumentNotWritten
from workbench.standards.errors import reason_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes the place of `path` on success; raises DocumentNotWritten when it cannot."""
    draft: Path | None = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            draft = Path(file.name)
            yield cast("BinaryIO", file)
        draft.replace(path)
    except OSError as fault:
        raise DocumentNotWritten(
            f"文件“{path.name}”没有写成（{reason_of(fault)}），原有内容未改动；"
            "请检查位置和磁盘空间，关闭正在打开它的程序后重试。"
        ) from fault
    finally:
        # Also after a close that failed, as on a full disk; a draft that took its place is gone already.
        if draft is not None:
            draft.unlink(missing_ok=True)
