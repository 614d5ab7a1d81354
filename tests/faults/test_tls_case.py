"""Case 34 of the forty: whoever cannot prove to be the server hears nothing, and nobody can go on anyway."""

from __future__ import annotations

import inspect
import re
import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

import ui
import workbench
from tests.faults.listening import Listener
from workbench.sync.errors import (
    CertificateRefused,
    RequestRefused,
    ServerUnreachable,
    SyncError,
    UnsafeAddress,
)
from workbench.sync.http import HttpClient
from workbench.sync.transport import Transport

TOKEN, CHANGES = "token-of-this-desk", b'{"changes": "the work of the day"}'
Listen = Callable[..., Listener]


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """The private authority that vouches for the community's server."""
    return trustme.CA()


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> str:
    path = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(path)
    return str(path)


@pytest.fixture
def listen() -> Iterator[Listen]:
    """Let somebody listen with a certificate, or without one."""
    listeners: list[Listener] = []

    def start(certificate: trustme.LeafCert | None, **options: bytes) -> Listener:
        context = None
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            certificate.configure_cert(context)
        listeners.append(Listener(context, **options))
        return listeners[-1]

    yield start
    for listener in listeners:
        listener.close()


def hand_in(port: int, ca_file: str | None, scheme: str = "https", host: str = "127.0.0.1") -> None:
    """Push as the desk does, with its token and its work."""
    transport = Transport(HttpClient(f"{scheme}://{host}:{port}", ca_file, repeats=0), lambda: TOKEN)
    try:
        transport.push(CHANGES)
    finally:
        transport.close()


def refused(listener: Listener, ca_file: str | None, kind: type[SyncError], words: str) -> None:
    """Push, and insist that it was refused for that reason and that nothing was heard."""
    with pytest.raises(kind, match=words):
        hand_in(listener.port, ca_file)
    assert listener.connections, "somebody was asked"
    assert bytes(listener.heard) == b"", "and was told nothing"


def test_case_34_the_server_that_proves_itself_is_spoken_to(
    authority: trustme.CA, ca_file: str, listen: Listen
) -> None:
    server = listen(authority.issue_cert("127.0.0.1"))
    with pytest.raises((RequestRefused, SyncError)):
        hand_in(server.port, ca_file)
    assert TOKEN.encode() in server.heard


def test_case_34_a_self_signed_certificate_is_refused(ca_file: str, listen: Listen) -> None:
    stranger = trustme.CA()
    refused(listen(stranger.issue_cert("127.0.0.1")), ca_file, CertificateRefused, "没有发送任何内容")


def test_case_34_a_private_authority_is_not_trusted_unless_it_was_given(
    authority: trustme.CA, listen: Listen
) -> None:
    server = listen(authority.issue_cert("127.0.0.1"))
    refused(server, None, CertificateRefused, "没有发送任何内容")


def test_case_34_an_expired_certificate_is_refused(
    authority: trustme.CA, ca_file: str, listen: Listen
) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=1)
    expired = authority.issue_cert("127.0.0.1", not_after=long_ago)
    refused(listen(expired), ca_file, CertificateRefused, "过期")


def test_case_34_a_certificate_of_another_address_is_refused(
    authority: trustme.CA, ca_file: str, listen: Listen
) -> None:
    refused(listen(authority.issue_cert("other.example")), ca_file, CertificateRefused, "不是这个地址的")


def test_case_34_whoever_answers_without_encryption_is_refused(ca_file: str, listen: Listen) -> None:
    server = listen(None)
    with pytest.raises((CertificateRefused, ServerUnreachable)):
        hand_in(server.port, ca_file)
    assert TOKEN.encode() not in server.heard and CHANGES not in server.heard


def test_case_34_an_address_without_encryption_is_not_even_called(listen: Listen) -> None:
    with pytest.raises(UnsafeAddress, match="https"):
        HttpClient("http://sync.example")


@pytest.mark.parametrize("path", ["/v1/push", "/elsewhere"])
def test_case_34_a_redirect_to_http_is_not_followed(
    authority: trustme.CA, ca_file: str, listen: Listen, path: str
) -> None:
    open_line = listen(None)
    answer = f"HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:{open_line.port}{path}\r\n"
    answer += "Content-Length: 0\r\nConnection: close\r\n\r\n"
    server = listen(authority.issue_cert("127.0.0.1"), answer=answer.encode())
    # Whoever redirects may also hang up before it has read what was sent.
    with pytest.raises((UnsafeAddress, ServerUnreachable), match="没有照办|连不上"):
        hand_in(server.port, ca_file)
    assert open_line.connections == 0


def test_case_34_a_proxy_with_a_root_of_its_own_is_refused(
    authority: trustme.CA, ca_file: str, listen: Listen
) -> None:
    """A box on the way that opens every line answers for the server, with a certificate it made itself."""
    proxy = trustme.CA(organization_name="Box on the way")
    refused(listen(proxy.issue_cert("127.0.0.1")), ca_file, CertificateRefused, "没有发送任何内容")


def test_case_34_neither_proxies_nor_roots_of_the_environment_are_taken(
    authority: trustme.CA, ca_file: str, listen: Listen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = trustme.CA()
    proxy.cert_pem.write_to_path(tmp_path / "proxy.pem")
    between = listen(None)
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{between.port}")
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"):
        monkeypatch.setenv(name, str(tmp_path / "proxy.pem"))
    refused(listen(proxy.issue_cert("127.0.0.1")), ca_file, CertificateRefused, "没有发送任何内容")
    assert between.connections == 0


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_case_34_no_older_encryption_is_agreed_to(
    authority: trustme.CA, ca_file: str, version: ssl.TLSVersion
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    context.minimum_version = ssl.TLSVersion.TLSv1
    context.maximum_version = version
    context.set_ciphers("ALL:@SECLEVEL=0")
    server = Listener(context)
    try:
        with pytest.raises((CertificateRefused, ServerUnreachable)):
            hand_in(server.port, ca_file)
        assert bytes(server.heard) == b""
    finally:
        server.close()


def test_case_34_there_is_no_way_to_go_on_anyway() -> None:
    assert "verify" not in inspect.signature(HttpClient).parameters
    lenient = re.compile(r"verify\s*=\s*False|CERT_NONE|check_hostname\s*=\s*False|_create_unverified")
    for package in (workbench, ui):
        for path in Path(str(package.__file__)).parent.rglob("*.py"):
            assert not lenient.search(path.read_text("utf-8")), path
