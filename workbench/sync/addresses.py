"""Which addresses of a server may be used: secure ones, and in the open only this very machine."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from workbench.sync.errors import UnsafeAddress


def checked_address(url: str) -> str:
    """Return a server's address without its trailing slash. Raises UnsafeAddress."""
    parts = urlsplit(url.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.query:
        raise UnsafeAddress("服务器地址不完整，没有连接；请填写形如 https://… 的地址。")
    if goes_in_the_open(url):
        raise UnsafeAddress("这个地址不加密，没有发送任何内容；请改用 https 开头的地址。")
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


def goes_in_the_open(url: str) -> bool:
    """Tell whether what is sent there could be read on the way; on this machine nobody listens in between."""
    parts = urlsplit(url.strip())
    return parts.scheme == "http" and not _is_this_machine(parts.hostname or "")


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
