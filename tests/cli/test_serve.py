"""`workbench serve`: one line when it listens, nothing in the clear beyond this machine, a clean end."""

from __future__ import annotations

import signal
import socket
import ssl
import tempfile
from pathlib import Path

import psutil
import pytest
import requests
import trustme

from tests.cli.serving import Served, ended, refused
from workbench.server.serving import CannotListen, Listening


@pytest.fixture
def data():
    """A data folder; not below pytest's own, which other sessions shut to PostgreSQL's user."""
    with tempfile.TemporaryDirectory(prefix="workbench-data-") as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture
def certificate(authority, tmp_path):
    """Certificate, key and the authority's own certificate, as files."""
    issued = authority.issue_cert("127.0.0.1", "localhost")
    cert, key, ca = tmp_path / "cert.pem", tmp_path / "key.pem", tmp_path / "ca.pem"
    issued.cert_chain_pems[0].write_to_path(cert)
    issued.private_key_pem.write_to_path(key)
    authority.cert_pem.write_to_path(ca)
    return cert, key, ca


def postgres_of(folder: Path) -> list[int]:
    """Return the processes of a database in a folder."""
    commands = ((process.pid, process.info["cmdline"] or []) for process in psutil.process_iter(["cmdline"]))
    return [
        pid
        for pid, command in commands
        if "postgres" in "".join(command[:1]) and str(folder) in "".join(command)
    ]


def test_one_command_starts_the_whole_server_says_where_and_ends_without_a_trace(data):
    served = Served("--data", str(data))
    try:
        assert served.line.startswith("服务器已启动：http://127.0.0.1:")
        assert "自带的数据库" in served.line
        assert requests.get(f"{served.url}/readyz", timeout=10).json() == {"ready": True}
        signing_key = requests.get(f"{served.url}/v1/hello", timeout=10).json()["signing_key"]
    finally:
        code, logged = served.end()
    assert (code, postgres_of(data)) == (0, [])
    assert "Traceback" not in logged

    again = Served("--data", str(data))
    try:
        assert requests.get(f"{again.url}/v1/hello", timeout=10).json()["signing_key"] == signing_key
    finally:
        assert again.end(signal.SIGINT)[0] == 0


def test_after_a_kill_the_next_start_finds_its_database_and_the_next_end_stops_it(data):
    killed = Served("--data", str(data))
    killed.kill()
    assert postgres_of(data) != [], "the database outlives a killed server"

    served = Served("--data", str(data))
    try:
        assert requests.get(f"{served.url}/readyz", timeout=10).status_code == 200
    finally:
        served.end()
    assert postgres_of(data) == []


def test_over_a_given_database_several_processes_serve_and_count_together(server_database, data):
    served = Served("--data", str(data), "--database", server_database, "--workers", "2")
    try:
        assert "指定的数据库" in served.line
        for _ in range(20):
            assert requests.get(f"{served.url}/v1/hello", timeout=30).status_code == 200
        counts = requests.get(f"{served.url}/metrics", timeout=10).text
        assert 'workbench_requests_total{route="/v1/hello",status="200"} 20.0' in counts
    finally:
        code, _ = served.end()
    assert code == 0
    assert ended([f"{served.url}/healthz"])
    assert not (data / "server" / "postgres").exists()


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1_1 is deprecated")
def test_under_a_certificate_it_serves_those_who_trust_it_and_no_one_in_the_clear(
    server_database, data, certificate
):
    cert, key, ca = certificate
    served = Served(
        "--data", str(data), "--database", server_database, "--tls-cert", str(cert), "--tls-key", str(key)
    )
    try:
        assert served.url.startswith("https://")
        assert requests.get(f"{served.url}/v1/hello", timeout=10, verify=str(ca)).status_code == 200
        with pytest.raises(requests.exceptions.SSLError):
            requests.get(f"{served.url}/v1/hello", timeout=10)
        with pytest.raises(requests.exceptions.ConnectionError):
            requests.get(served.url.replace("https", "http") + "/v1/hello", timeout=10)
        assert not shakes_hands(served.url, ca, ssl.TLSVersion.TLSv1_1)
        assert shakes_hands(served.url, ca, ssl.TLSVersion.TLSv1_3)
    finally:
        served.end()


def shakes_hands(url: str, ca: Path, version: ssl.TLSVersion) -> bool:
    host, port = url.removeprefix("https://").split(":")
    context = ssl.create_default_context(cafile=str(ca))
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    context.minimum_version = context.maximum_version = version
    try:
        with (
            socket.create_connection((host, int(port)), 5) as plain,
            context.wrap_socket(plain, server_hostname=host),
        ):
            return True
    except (ssl.SSLError, OSError):
        return False


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.10", "example.invalid"])
def test_beyond_this_machine_nothing_is_served_in_the_clear(host, data):
    code, said = refused("--data", str(data), "--host", host)

    assert code == 1
    assert "没有证书就不能对外监听" in said
    assert "--tls-cert" in said
    assert not (data / "server").exists(), "nothing was begun"


@pytest.mark.parametrize("host", ["127.0.0.1", "127.3.4.5", "::1", "localhost"])
def test_this_machine_needs_no_certificate(host):
    Listening(host).check()


def test_behind_a_proxy_with_the_certificate_it_may_listen_anywhere():
    Listening("0.0.0.0", behind_proxy=True).check()


def test_a_certificate_needs_its_key_and_the_right_one(certificate, authority, tmp_path):
    cert, key, _ = certificate
    other = tmp_path / "other.pem"
    authority.issue_cert("127.0.0.1").private_key_pem.write_to_path(other)

    Listening("0.0.0.0", tls_cert=cert, tls_key=key).check()
    for chosen, words in (
        ((cert, None), "一起给出"), ((None, key), "一起给出"), ((cert, other), "不配对"),
        ((tmp_path / "none.pem", key), "读不到"), ((key, key), "不配对"),
    ):  # fmt: skip
        with pytest.raises(CannotListen, match=words):
            Listening("0.0.0.0", tls_cert=chosen[0], tls_key=chosen[1]).check()


def test_a_port_in_use_is_named_and_nothing_keeps_running(server_database, data):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, said = refused("--data", str(data), "--database", server_database, "--port", str(port))

    assert code == 1
    assert str(port) in said
    assert "请换一个端口" in said


@pytest.mark.parametrize(
    "url", ["postgresql://nobody:geheim@127.0.0.1:1/none", "nonsense", "mysql://x:geheim@y/z"]
)
def test_a_database_that_is_not_there_is_told_in_one_sentence_without_its_password(data, url):
    code, said = refused("--data", str(data), "--database", url)

    assert code == 1
    assert "连不上数据库" in said
    assert "geheim" not in said
    assert "Traceback" not in said
    assert said.count("\n") == 0
