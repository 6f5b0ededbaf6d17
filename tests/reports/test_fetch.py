"""A page from the web is read safely, or refused with the reason."""

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from marsad.errors import RefusedError
from marsad.reports.address import why_refused
from marsad.reports.broken import BrokenInputError
from marsad.reports.fetch import USER_AGENT, Fetcher
from marsad.reports.options import ReadOptions

from .reading import reading

HTML = "text/html; charset=utf-8"
SENTENCE = (
    "Two residents told Coast Wire that government jets struck the cattle market in Tal Arda on Tuesday morning. "
)
ARTICLE = f"<html><head><title>Strike</title></head><body><article><p>{SENTENCE * 4}</p></article></body></html>"
LOCAL = Fetcher(allow_private=True, seconds=5)


class Site(BaseHTTPRequestHandler):
    """A real little web site with good and bad pages."""

    seen: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        """Answer by the path asked for."""
        self.seen.append(self.headers["User-Agent"])
        page = getattr(self, "page_" + self.path.strip("/").partition("?")[0].replace("-", "_"), None)
        try:
            page() if page else self.answer(404, b"")
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(self, status: int, body: bytes, kind: str = HTML, **headers: str) -> None:
        """Send one answer."""
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def page_ok(self) -> None:
        """Give a good page."""
        self.answer(200, ARTICLE.encode())

    def page_packed(self) -> None:
        """Give a good page, packed."""
        self.answer(200, gzip.compress(ARTICLE.encode()), Content_Encoding="gzip")

    def page_plain(self) -> None:
        """Give a plain text in an older encoding."""
        self.answer(200, "Погибли двое.".encode("cp1251"), "text/plain; charset=windows-1251")

    def page_rows(self) -> None:
        """Give JSON."""
        self.answer(200, b'[{"text": "One."}, {"text": "Two."}]', "application/json")

    def page_picture(self) -> None:
        """Give a picture."""
        self.answer(200, b"\x89PNG", "image/png")

    def page_big(self) -> None:
        """Give a page without end, until nobody listens."""
        self.send_response(200)
        self.send_header("Content-Type", HTML)
        self.end_headers()
        for _ in range(1000):
            self.wfile.write(b"<p>more</p>" * 10_000)

    def page_bomb(self) -> None:
        """Give 30 kB that unpack to 30 MB."""
        self.answer(200, gzip.compress(bytes(30_000_000)), Content_Encoding="gzip")

    def page_cut(self) -> None:
        """Give half a packed page."""
        self.answer(200, gzip.compress(ARTICLE.encode() * 50)[:-20], Content_Encoding="gzip")

    def page_brotli(self) -> None:
        """Give a packing nobody asked for."""
        self.answer(200, b"x", Content_Encoding="br")

    def page_slow(self) -> None:
        """Give a body letter by letter."""
        self.send_response(200)
        self.send_header("Content-Type", HTML)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.1)

    def page_slow_head(self) -> None:
        """Give even the head letter by letter."""
        for letter in b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 100:
            self.wfile.write(bytes([letter]))
            self.wfile.flush()
            time.sleep(0.1)

    def page_again(self) -> None:
        """Redirect to itself."""
        self.answer(302, b"", Location="/again")

    def page_moved(self) -> None:
        """Redirect to the good page."""
        self.answer(301, b"", Location="/ok")

    def page_away(self) -> None:
        """Redirect to wherever the query says."""
        self.answer(302, b"", Location=self.path.partition("?")[2])

    def page_lost(self) -> None:
        """Redirect nowhere."""
        self.answer(302, b"")

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@contextmanager
def serving() -> Iterator[str]:
    """Serve the site on a free port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """Give the address of the site."""
    with serving() as address:
        yield address


@pytest.mark.parametrize("path", ["ok", "packed", "moved", "ok#part"])
def test_a_page_is_read_from_its_address(site: str, path: str) -> None:
    """Plain, packed, and after a redirect; the report says where it came from."""
    found = reading(f"{site}/{path}", ReadOptions(fetcher=LOCAL))
    assert SENTENCE.strip() in found.report.text
    assert found.report.url == f"{site}/{'ok' if path != 'packed' else path}"
    assert Site.seen[-1] == USER_AGENT


def test_plain_text_and_json_are_read_by_their_kind(site: str) -> None:
    """With the encoding that the server declares."""
    options = ReadOptions(fetcher=LOCAL)
    report = reading(f"{site}/plain", options).report
    assert (report.text, report.url) == ("Погибли двое.", f"{site}/plain")
    assert [report.text for report in reading(f"{site}/rows", options).reports] == ["One.", "Two."]


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost/",
        "http://127.0.0.1/",
        "http://127.1/",
        "http://0x7f.1/",
        "http://2130706433/",
        "http://017700000001/",
        "http://0/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[64:ff9b::127.0.0.1]/",
        "http://[2002:7f00:1::]/",
        "http://[fd00:ec2::254]/",
        "http://169.254.169.254/latest/",
        "http://168.63.129.16/",
        "http://100.100.100.200/",
        "http://10.0.0.1/",
        "http://172.16.0.1:8080/",
        "https://192.168.1.1/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://user:secret@93.184.215.14/",
        "http://user@93.184.215.14/",
        "http://93.184.215.14:22/",
        "http://93.184.215.14:99999/",
        "http:///etc/passwd",
        "ftp://93.184.215.14/",
        "file:///etc/passwd",
        "gopher://x/",
        "http://\ud800.example/",
    ],
)
def test_an_address_that_is_not_plain_and_public_is_refused(address: str) -> None:
    """However it is spelled: this machine, a private network, a cloud's own service, another protocol, a password."""
    found = reading(address)
    assert (found.reports, found.codes) == ([], ["refused"])
    assert "secret" not in str(found.problems)


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/",
        "http://[fe80::1]/",
        "//224.0.0.1/",
        "file:///etc/passwd",
        "http://user:secret@127.0.0.1/",
        "ftp://x/",
    ],
)
def test_a_redirect_is_checked_like_the_first_address(site: str, target: str) -> None:
    """A good page cannot send marsad to a bad place."""
    with pytest.raises(RefusedError):
        LOCAL.fetch(f"{site}/away?{target}")


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "::1", "192.168.1.1", "::ffff:10.1.1.1"])
def test_a_private_archive_can_be_allowed(address: str) -> None:
    """For an archive on one's own network; it is refused unless asked for."""
    assert why_refused(address)
    assert why_refused(address, allow_private=True) is None


@pytest.mark.parametrize("address", ["169.254.169.254", "fe80::1", "224.0.0.1", "0.0.0.0", "2001:0:1::1"])  # noqa: S104 - refused here
def test_some_addresses_are_never_allowed(address: str) -> None:
    """Link-local, multicast, no address, tunnels."""
    assert why_refused(address, allow_private=True)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700::1111", "64:ff9b::5db8:d70e"])
def test_public_addresses_are_allowed(address: str) -> None:
    """Also one that a translating network writes as IPv6."""
    assert why_refused(address) is None


@pytest.mark.parametrize(
    ("path", "why"),
    [("again", "redirects"), ("big", "larger"), ("bomb", "larger"), ("picture", "image/png"), ("brotli", "'br'")],
)
def test_an_endless_packed_or_foreign_answer_is_refused(site: str, path: str, why: str) -> None:
    """At once, and with the reason."""
    fetcher = Fetcher(allow_private=True, max_bytes=1_000_000, seconds=10)
    with pytest.raises(RefusedError, match=why):
        fetcher.fetch(f"{site}/{path}")


@pytest.mark.parametrize("path", ["slow", "slow-head"])
def test_a_server_that_drips_is_left_when_the_time_is_over(site: str, path: str) -> None:
    """The time is for the whole page, not for each letter."""
    began = time.monotonic()
    with pytest.raises(BrokenInputError, match="longer than"):
        Fetcher(allow_private=True, seconds=0.5).fetch(f"{site}/{path}")
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("path", ["nothing", "cut"])
def test_a_missing_or_broken_page_is_told(site: str, path: str) -> None:
    """A status other than 200, half a body."""
    assert reading(f"{site}/{path}", ReadOptions(fetcher=LOCAL)).codes[0] in {"unreachable", "unreadable"}


def test_a_redirect_to_nowhere_ends(site: str) -> None:
    """Without an address to go to there is nothing to follow for ever."""
    with pytest.raises(RefusedError):
        LOCAL.fetch(f"{site}/lost")


def test_a_server_that_is_not_there_is_told() -> None:
    """Nothing listens on that port any more."""
    with serving() as address:
        pass
    assert reading(address, ReadOptions(fetcher=LOCAL)).codes == ["unreachable"]


def test_a_name_that_does_not_exist_is_told() -> None:
    """The domain .invalid never exists."""
    assert reading("https://tal-arda.invalid/x").codes == ["unreachable"]
