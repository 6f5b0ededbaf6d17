"""Which network addresses marsad will speak to: public ones, so that no page can make it read a private network."""

import ipaddress
import socket

from marsad.errors import RefusedError
from marsad.reports.broken import BrokenInputError

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_CLOUD_SERVICE = ipaddress.ip_address("168.63.129.16")  # public by number, yet a cloud host's own service


def public_addresses(host: str, port: int, *, allow_private: bool = False) -> tuple[str, ...]:
    """Return the addresses of this host, all of them checked, to connect to by number.

    Raises RefusedError where even one of them is not public: a name that is both public and private is a trick.
    """
    found = _resolve(host, port)
    for address in found:
        why = why_refused(address, allow_private=allow_private)
        if why:
            raise RefusedError(f"{host} is {address}, {why}; marsad reads only public addresses")
    return found


def why_refused(address: str, *, allow_private: bool = False) -> str | None:
    """Return why this address is not to be spoken to, or None.

    ``allow_private`` lets loopback and private networks pass, for an archive on one's own network; addresses of
    one machine's own services (link-local, cloud metadata), multicast and reserved ones never pass.
    """
    ip = _innermost(ipaddress.ip_address(address))
    if ip is None:
        return "an address inside a tunnel"
    if ip.is_multicast or ip.is_unspecified:
        return "no address of one machine"
    if ip.is_link_local or ip == _CLOUD_SERVICE:
        return "an address of this machine's own network or cloud"
    if allow_private and (ip.is_loopback or ip.is_private):
        return None
    if ip.is_reserved or not ip.is_global:
        return "a private, local or reserved address"
    return None


def _innermost(ip: IPAddress) -> IPAddress | None:
    """Return the IPv4 address an IPv6 address stands for, else itself; None for a Teredo tunnel."""
    if isinstance(ip, ipaddress.IPv4Address):
        return ip
    if ip.teredo:
        return None
    if ip in _TRANSLATED:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or ip


def _resolve(host: str, port: int) -> tuple[str, ...]:
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise BrokenInputError("unreachable", f"the name {host} cannot be found: {error}") from error
    return tuple(dict.fromkeys(str(answer[4][0]) for answer in answers))
