"""Case 34: nothing is sent to whoever cannot prove to be the server, and there is no way to go on anyway."""

import http.server
import ssl
import threading
from datetime import UTC, datetime, timedelta

import pytest
import trustme
import zstandard

from workbench.sync.addresses import checked_address
from workbench.sync.errors import (
    CertificateRefused,
    DeviceRevoked,
    PageDamaged,
    ServerBusy,
    ServerUnreachable,
    SignInRefused,
    UnsafeAddress,
)
from workbench.sync.http import SHA256, HttpClient


class Server:
    """Answers every request alike and counts what reached it."""

    def __init__(self, context=None):
        self.requests, self.bodies, self.status, self.headers, self.body = [], [], 200, {}, b"{}"
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def _answer(self):
                outer.requests.append((self.command, self.path, dict(self.headers)))
                outer.bodies.append(self.rfile.read(int(self.headers.get("Content-Length", 0))))
                status = outer.status.pop(0) if isinstance(outer.status, list) else outer.status
                self.send_response(status)
                for name, value in outer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(outer.body)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(outer.body)

            def log_message(self, *args):
                pass

        for method in ("GET", "POST", "HEAD"):
            setattr(Handler, f"do_{method}", Handler._answer)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        if context:
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def serve():
    servers = []

    def start(certificate=None):
        context = None
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            certificate.configure_cert(context)
        servers.append(Server(context))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture
def ca_file(authority, tmp_path):
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    return str(tmp_path / "ca.pem")


def _ask(url, ca_file=None):
    client = HttpClient(url, ca_file, repeats=0, timeouts=(2, 2))
    try:
        return client.ask("POST", "/v1/push", body=b"secret")
    finally:
        client.close()


def test_a_server_of_the_pinned_authority_is_trusted(serve, authority, ca_file):
    server = serve(authority.issue_cert("localhost", "127.0.0.1"))
    assert _ask(f"https://localhost:{server.port}", ca_file).status == 200
    assert server.bodies == [b"secret"]


def test_an_authority_that_is_not_the_pinned_one_is_refused(serve, ca_file):
    server = serve(trustme.CA().issue_cert("localhost"))
    with pytest.raises(CertificateRefused, match="没有发送任何内容"):
        _ask(f"https://localhost:{server.port}", ca_file)
    assert server.requests == []


def test_without_a_pinned_authority_a_private_one_is_refused(serve, authority):
    server = serve(authority.issue_cert("localhost"))
    with pytest.raises(CertificateRefused):
        _ask(f"https://localhost:{server.port}")
    assert server.requests == []


def test_the_environment_cannot_add_an_authority(serve, authority, ca_file, monkeypatch):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", ca_file)
    monkeypatch.setenv("CURL_CA_BUNDLE", ca_file)
    server = serve(authority.issue_cert("localhost"))
    with pytest.raises(CertificateRefused):
        _ask(f"https://localhost:{server.port}")
    assert server.requests == []


def test_a_proxy_of_the_environment_is_not_used(serve, authority, ca_file, monkeypatch):
    proxy = serve()
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
    server = serve(authority.issue_cert("localhost"))
    assert _ask(f"https://localhost:{server.port}", ca_file).status == 200
    assert proxy.requests == []


def test_a_certificate_of_another_host_is_refused(serve, authority, ca_file):
    server = serve(authority.issue_cert("server.example"))
    with pytest.raises(CertificateRefused, match="不是这个地址的"):
        _ask(f"https://localhost:{server.port}", ca_file)
    assert server.requests == []


def test_an_expired_certificate_is_refused(serve, authority, ca_file):
    yesterday = datetime.now(UTC) - timedelta(days=1)
    server = serve(authority.issue_cert("localhost", not_after=yesterday))
    with pytest.raises(CertificateRefused, match="过期"):
        _ask(f"https://localhost:{server.port}", ca_file)
    assert server.requests == []


def test_a_server_that_does_not_encrypt_is_refused(serve, ca_file):
    server = serve()
    with pytest.raises((CertificateRefused, ServerUnreachable)):
        _ask(f"https://localhost:{server.port}", ca_file)
    assert server.bodies == []


@pytest.mark.parametrize("url", ["http://server.example", "http://10.0.0.7:8000", "ftp://x", "https://", "x"])
def test_an_address_that_is_not_safe_is_never_called(url):
    with pytest.raises(UnsafeAddress):
        checked_address(url)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8000/", "http://localhost", "http://[::1]:9", "https://x.cn/a/"]
)
def test_loopback_and_encrypted_addresses_are_called(url):
    assert checked_address(url) == url.rstrip("/")


def test_no_redirect_is_followed(serve, authority, ca_file):
    elsewhere = serve()
    server = serve(authority.issue_cert("localhost"))
    server.status, server.headers = 307, {"Location": f"http://127.0.0.1:{elsewhere.port}/v1/push"}
    with pytest.raises(UnsafeAddress):
        _ask(f"https://localhost:{server.port}", ca_file)
    assert elsewhere.requests == []


def test_a_file_that_is_no_certificate_is_named_before_anything_is_sent(tmp_path):
    (tmp_path / "ca.pem").write_text("not a certificate")
    with pytest.raises(CertificateRefused, match="根证书"):
        HttpClient("https://localhost:1", str(tmp_path / "ca.pem"))
    with pytest.raises(CertificateRefused, match="不存在"):
        HttpClient("https://localhost:1", str(tmp_path / "absent.pem"))


def test_a_body_that_is_not_what_was_announced_is_not_used(serve):
    server = serve()
    server.headers = {SHA256: "0" * 64}
    with pytest.raises(PageDamaged):
        _ask(f"http://127.0.0.1:{server.port}")


def test_a_packed_body_is_unpacked_and_a_torn_one_refused(serve):
    server = serve()
    server.body = zstandard.compress(b'{"rows": []}' * 50)
    server.headers = {"Content-Encoding": "zstd"}
    assert _ask(f"http://127.0.0.1:{server.port}").body == b'{"rows": []}' * 50
    server.body = b"\x28\xb5\x2f\xfdtorn"
    with pytest.raises(PageDamaged):
        _ask(f"http://127.0.0.1:{server.port}")


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (401, b'{"fault": "sign_in"}', SignInRefused),
        (403, b'{"fault": "device_revoked", "state": "lost"}', DeviceRevoked),
        (503, b'{"fault": "busy", "retry_after": 7}', ServerBusy),
        (502, b"<html>", ServerUnreachable),
        (404, b"<html>", PageDamaged),
    ],
)
def test_a_refusal_is_named(serve, status, body, error):
    server = serve()
    server.status, server.body = status, body
    with pytest.raises(error):
        _ask(f"http://127.0.0.1:{server.port}")


def test_nobody_there_is_said_in_plain_words(serve):
    server = serve()
    server.stop()
    with pytest.raises(ServerUnreachable, match="连不上服务器.*内容都在本地"):
        _ask(f"http://127.0.0.1:{server.port}")


def test_a_push_is_repeated_by_itself_and_joining_is_not(serve):
    server = serve()
    client = HttpClient(f"http://127.0.0.1:{server.port}", repeats=2)
    server.status = [502, 200]
    assert client.ask("POST", "/v1/push", body=b"x").status == 200
    server.status = [502, 200]
    with pytest.raises(ServerUnreachable):
        client.ask("POST", "/v1/enrol", body=b"x")
    assert [path for _, path, _ in server.requests] == ["/v1/push", "/v1/push", "/v1/enrol"]
