"""Fetches one page from the web, safely: no private network, no endless answer, no hidden size.

The address is checked when the connection is made, and again for each redirect (see ``guarded.py``).
"""

import time
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from marsad.errors import RefusedError
from marsad.reports.broken import BrokenInputError

if TYPE_CHECKING:  # these load when a page is fetched, not when marsad starts
    import httpcore
    import httpx

USER_AGENT = "marsad/0.1 (+https://github.com/marsad-observatory/marsad)"

_PORTS = frozenset({80, 443, 8080, 8443})
_KINDS = frozenset(
    {
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "text/markdown",
        "application/json",
        "application/x-ndjson",
        "application/jsonl",
    }
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OK = 200
_HEADERS: tuple[tuple[bytes | str, bytes | str], ...] = (
    ("User-Agent", USER_AGENT),
    ("Accept", "text/html, application/xhtml+xml, text/plain, application/json"),
    ("Accept-Encoding", "gzip"),
    ("Connection", "close"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a web address gave: its bytes, of which kind, and the address it came from after redirects."""

    url: str
    body: bytes
    kind: str
    charset: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetcher:
    """Fetches pages within bounds: bytes of a page (unpacked), seconds for all of it, redirects to follow.

    ``allow_private`` also reads from loopback and private networks and from any port: for an archive of one's own.
    """

    allow_private: bool = False
    max_bytes: int = 10_000_000
    seconds: float = 20.0
    redirects: int = 5

    def fetch(self, address: str) -> Page:
        """Return the page at this address.

        Raises RefusedError for an address, kind or size that marsad will not read, saying why, and BrokenInputError
        for a page that cannot be reached.
        """
        import httpcore  # noqa: PLC0415 - loaded when a page is fetched

        ends = time.monotonic() + self.seconds
        try:
            return self._follow(address, ends)
        except httpcore.TimeoutException as error:
            message = f"{address} took longer than {self.seconds:g} seconds; try again later or save the page"
            raise BrokenInputError("unreachable", message) from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise BrokenInputError("unreachable", f"{address} cannot be read: {error or 'no answer'}") from error

    def _follow(self, address: str, ends: float) -> Page:
        import httpcore  # noqa: PLC0415

        from marsad.reports.guarded import GuardedBackend  # noqa: PLC0415

        url = self._checked(address)
        backend = GuardedBackend(allow_private=self.allow_private, ends=ends)
        with httpcore.ConnectionPool(network_backend=backend) as pool:
            for _ in range(self.redirects + 1):
                with pool.stream("GET", str(url), headers=_HEADERS) as answer:
                    if answer.status not in _REDIRECTS:
                        return self._page(url, answer)
                    target = _header(answer, b"location")
                url = self._checked(target, base=url)
        raise RefusedError(f"{address} redirects more than {self.redirects} times; give the last address itself")

    def _checked(self, address: str, *, base: "httpx.URL | None" = None) -> "httpx.URL":
        """Return the address, refused where it is not a plain public web address."""
        from httpx import URL, InvalidURL  # noqa: PLC0415 - loaded when a page is fetched

        try:
            url = base.join(address) if base else URL(address)
        except (InvalidURL, ValueError) as error:
            raise RefusedError(f"{address[:200]!r} is no web address: {error}") from error
        if url.userinfo:
            raise RefusedError("the address holds a user name or password; give it without")
        if url.scheme not in {"http", "https"} or not url.host:
            raise RefusedError(f"{str(url)[:200]!r} is not an http or https address")
        port = url.port or (443 if url.scheme == "https" else 80)
        if port not in _PORTS and not self.allow_private:
            raise RefusedError(f"port {port} is not one that web pages use (80, 443, 8080, 8443)")
        return url.copy_with(fragment=None)

    def _page(self, url: "httpx.URL", answer: "httpcore.Response") -> Page:
        if answer.status != _OK:
            raise BrokenInputError("unreachable", f"{url} answers with status {answer.status}")
        kind, _, parameters = _header(answer, b"content-type").partition(";")
        kind = kind.strip().lower() or "text/html"
        if kind not in _KINDS:
            raise RefusedError(f"{url} is of kind {kind[:60]!r}; marsad reads web pages, plain text and JSON")
        packed = _header(answer, b"content-encoding").strip().lower()
        body = self._body(answer.iter_stream(), packed)
        return Page(url=str(url), body=body, kind=kind, charset=_charset(parameters))

    def _body(self, chunks: Iterable[bytes], packed: str) -> bytes:
        """Return the whole body, unpacked. Refused as soon as it is too big."""
        if packed not in {"", "identity", "gzip", "x-gzip"}:
            raise RefusedError(f"the page is packed as {packed[:40]!r}, which was not asked for")
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16) if packed.endswith("gzip") else None
        body = bytearray()
        for chunk in chunks:
            body += _unpack(unpacker, chunk, self.max_bytes + 1 - len(body)) if unpacker else chunk
            if len(body) > self.max_bytes:
                raise RefusedError(f"the page is larger than {self.max_bytes:,} bytes; save the part you need")
        if unpacker and not unpacker.eof:
            raise BrokenInputError("unreadable", "the page ends in the middle; try again")
        return bytes(body)


def _unpack(unpacker: "zlib._Decompress", chunk: bytes, room: int) -> bytes:
    try:
        return unpacker.decompress(chunk, room)
    except zlib.error as error:
        raise BrokenInputError("unreadable", f"the page is damaged: {error}") from error


def _header(answer: "httpcore.Response", name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in answer.headers if key.lower() == name), "")


def _charset(parameters: str) -> str | None:
    for parameter in parameters.split(";"):
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None
