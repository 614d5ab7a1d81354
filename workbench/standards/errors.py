"""The one root of every error a person may read, and the words for what the system refuses."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "文件或文件夹不存在",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "已有同名的文件或文件夹",
    errno.EACCES: "没有读写权限",
    errno.EPERM: "没有读写权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.EFBIG: "文件过大",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EBUSY: "正被其他程序占用",
    errno.EIO: "磁盘读写出错",
}


class WorkbenchError(Exception):
    """An expected failure; the message is one Chinese sentence: what happened, what was kept, what to do."""


def reason_of(error: OSError) -> str:
    """Return in Chinese why the system refused; its own words where it has others."""
    return _REASONS.get(error.errno or 0, error.strerror or "系统拒绝了操作")
