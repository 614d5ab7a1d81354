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
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as draft:
            try:
                yield cast("BinaryIO", draft)
            except BaseException:
                draft.close()
                Path(draft.name).unlink(missing_ok=True)
                raise
        Path(draft.name).replace(path)
    except OSError as fault:
        raise DocumentNotWritten(
            f"文件“{path.name}”没有写成（{reason_of(fault)}），原有内容未改动；"
            "请检查位置和磁盘空间，关闭正在打开它的程序后重试。"
        ) from fault
