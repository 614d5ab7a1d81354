"""One HTTP conversation with the server: packed bodies, proven certificates, and failures in plain words."""

from __future__ import annotations

import hashlib
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
import requests
import zstandard
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from workbench.standards.errors import reason_of
from workbench.sync.addresses import checked_address
from workbench.sync.errors import CertificateRefused, PageDamaged, UnsafeAddress, refusal, unreachable
from workbench.sync.protocol.wire import PROTOCOL, Fault

SHA256 = "X-Content-SHA256"
_CONNECT_SECONDS, _READ_SECONDS = 5.0, 60.0
_LARGEST_ANSWER = 512 << 20
_WORTH_PACKING = 1024
_ZSTD_LEVEL = 1
"""Packs journals as small as level 3 does, in a third of the time."""
_FAULTS = frozenset(fault.value for fault in Fault)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that is no refusal: its status, headers, and body unpacked and proven whole."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)


class HttpClient:
    """Speaks to one server. Raises UnsafeAddress for an address that would send things unencrypted."""

    def __init__(
        self,
        url: str,
        ca_file: str | None = None,
        *,
        repeats: int = 2,
        timeouts: tuple[float, float] = (_CONNECT_SECONDS, _READ_SECONDS),
    ) -> None:
        self.url = checked_address(url)
        self._timeouts = timeouts
        self._session = requests.Session()
        # Neither proxies nor authorities nor passwords from the environment: they would see everything.
        self._session.trust_env = False
        self._session.headers.clear()
        self._session.headers.update({"Workbench-Protocol": str(PROTOCOL), "Accept-Encoding": "zstd"})
        context = _context(ca_file) if self.url.startswith("https:") else None
        self._session.mount(self.url, _Adapter(context, _retry(repeats, {"GET", "HEAD"})))
        # Answered by the id of each change, so a push may be repeated without harm.
        self._session.mount(f"{self.url}/v1/push", _Adapter(context, _retry(repeats, {"POST"})))

    def ask(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str | int] | None = None,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        packed: bool = True,
    ) -> Reply:
        """Ask the server. Raises ServerUnreachable, CertificateRefused, PageDamaged, RequestRefused."""
        sent, extra = _packed(body) if packed else (body, {})
        response = self._reached(
            lambda: self._session.request(
                method, f"{self.url}{path}", params=params, data=sent, headers={**extra, **(headers or {})},
                timeout=self._timeouts, allow_redirects=False, stream=True,
            )
        )  # fmt: skip
        with response:
            content = self._reached(lambda: _content(response, method))
        return _reply(response, content)

    def close(self) -> None:
        """Let go of the connections."""
        self._session.close()

    def _reached(self, work: Callable[[], Any]) -> Any:
        """Do something over the network and put its failures in words."""
        try:
            return work()
        except requests.exceptions.SSLError as error:
            raise _certificate_refused(str(error)) from error
        except requests.exceptions.Timeout as error:
            raise unreachable("没有及时应答") from error
        except (requests.exceptions.RequestException, OSError) as error:
            raise unreachable("网络不通或服务器没有开") from error


class _Adapter(HTTPAdapter):
    """Trusts what the context trusts, and nothing else."""

    def __init__(self, context: ssl.SSLContext | None, retry: Retry) -> None:
        self._context = context
        super().__init__(max_retries=retry)

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        """Hand the context to every connection."""
        super().init_poolmanager(*args, **options, ssl_context=self._context)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Leave out the bundle that requests would add to the trusted authorities."""
        conn.cert_reqs = "CERT_REQUIRED"


def _context(ca_file: str | None) -> ssl.SSLContext:
    """Trust the system's authorities, or only the one in the file."""
    try:
        context = ssl.create_default_context(cafile=ca_file)
    except OSError as error:
        # An SSLError is one too: the file is there and is not a certificate.
        why = "文件不是证书" if isinstance(error, ssl.SSLError) else reason_of(error)
        raise CertificateRefused(
            f"读不了服务器的根证书（{why}），没有发送任何内容；请向负责人要证书文件。"
        ) from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _retry(repeats: int, methods: set[str]) -> Retry:
    return Retry(
        total=repeats, other=0, redirect=False, status=repeats, status_forcelist=(502, 504),
        allowed_methods=frozenset(methods), backoff_factor=0.3, backoff_jitter=0.3, backoff_max=5,
        respect_retry_after_header=False, raise_on_status=False,
    )  # fmt: skip


def _packed(body: bytes | None) -> tuple[bytes | None, dict[str, str]]:
    if body is None:
        return None, {}
    headers = {"Content-Type": "application/json", SHA256: hashlib.sha256(body).hexdigest()}
    if len(body) < _WORTH_PACKING:
        return body, headers
    return zstandard.compress(body, _ZSTD_LEVEL), {**headers, "Content-Encoding": "zstd"}


def _content(response: requests.Response, method: str) -> bytes:
    raw = b"" if method == "HEAD" else response.raw.read(decode_content=False)
    if response.headers.get("Content-Encoding", "") != "zstd" or not raw:
        return bytes(raw)
    try:
        # A body says how long it is unpacked; one that does not, or says too much, is none of ours.
        if not 0 <= zstandard.frame_content_size(raw) <= _LARGEST_ANSWER:
            raise _damaged()
        return zstandard.ZstdDecompressor().decompress(raw)
    except zstandard.ZstdError as error:
        raise _damaged() from error


def _reply(response: requests.Response, content: bytes) -> Reply:
    # The answer to a HEAD has no body that could say more than its status.
    is_head = response.request.method == "HEAD"
    if 300 <= response.status_code < 400:
        raise UnsafeAddress("服务器要求转到别的地址，没有照办，也没有发送更多内容；请核对服务器地址。")
    announced = response.headers.get(SHA256)
    if announced and content and hashlib.sha256(content).hexdigest() != announced.lower():
        raise _damaged()
    if response.status_code >= 400 and not (response.status_code == 404 and is_head):
        raise _refused(response, content)
    return Reply(response.status_code, response.headers, content)


def _refused(response: requests.Response, content: bytes) -> Exception:
    facts = _facts_in(content)
    fault = facts.pop("fault", None)
    if fault in _FAULTS:
        after = response.headers.get("Retry-After", "")
        return refusal(Fault(fault), {**facts, "retry_after": int(after)} if after.isdigit() else facts)
    if response.status_code >= 500:
        return unreachable("服务器暂时出错")
    return PageDamaged("应答的不是工作台的服务器，没有发送更多内容；请核对服务器地址。")


def _facts_in(content: bytes) -> dict[str, Any]:
    try:
        facts = msgspec.json.decode(content)
    except (msgspec.MsgspecError, ValueError):
        return {}
    return facts if isinstance(facts, dict) else {}


def _damaged() -> PageDamaged:
    return PageDamaged("从服务器收到的内容在途中损坏，没有采用；内容都在本地，会自动重试。")


def _certificate_refused(words: str) -> CertificateRefused:
    reasons = {
        "self-signed": "证书是自签的，没有可信的根证书",
        "self signed": "证书是自签的，没有可信的根证书",
        "has expired": "证书已过期，或本机日期不对",
        "not yet valid": "证书尚未生效，或本机日期不对",
        "doesn't match": "证书不是这个地址的",
        "Hostname mismatch": "证书不是这个地址的",
        "IP address mismatch": "证书不是这个地址的",
        "unable to get local issuer": "签发证书的机构不受信任",
        "WRONG_VERSION_NUMBER": "对方没有加密",
        "record layer failure": "对方没有加密",
    }
    why = next((reason for sign, reason in reasons.items() if sign in words), "证书未能通过验证")
    return CertificateRefused(f"无法确认对方就是服务器（{why}），没有发送任何内容；请联系负责人，不要绕过。")
