"""Connections that go only to checked addresses and end when their time is over."""

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from marsad.reports.address import public_addresses


class GuardedBackend(httpcore.NetworkBackend):
    """Connects by number to an address that was just checked, so that a name cannot change between check and use.

    ``ends`` is the moment (``time.monotonic``) at which every connection ends, however slowly it still speaks.
    """

    def __init__(self, *, allow_private: bool, ends: float) -> None:
        self._allow_private = allow_private
        self._ends = ends
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - httpcore's signature; the one end holds for all
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first checked address that answers."""
        address = public_addresses(host, port, allow_private=self._allow_private)[0]
        stream = self._plain.connect_tcp(address, port, remaining(self._ends), local_address, socket_options)
        return GuardedStream(stream, ends=self._ends)


class GuardedStream(httpcore.NetworkStream):
    """A connection whose every step has only what is left of the whole time."""

    def __init__(self, stream: httpcore.NetworkStream, *, ends: float) -> None:
        self._stream = stream
        self._ends = ends

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - httpcore's signature
        """Read within the time left."""
        return self._stream.read(max_bytes, remaining(self._ends))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - httpcore's signature
        """Write within the time left."""
        self._stream.write(buffer, remaining(self._ends))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - httpcore's signature
    ) -> httpcore.NetworkStream:
        """Speak TLS; the certificate must be that of the name, not of the number."""
        stream = self._stream.start_tls(ssl_context, server_hostname, remaining(self._ends))
        return GuardedStream(stream, ends=self._ends)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's signature
        """Return what the connection itself knows."""
        return self._stream.get_extra_info(info)


def remaining(ends: float) -> float:
    """Return the seconds left; raises httpcore's ReadTimeout when none are."""
    left = ends - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time for this page is over")
    return left
