"""Which numbers stand behind a host's name, and whether they are of the public network.

Source: the special-purpose address registries of IANA (RFC 6890, kept up to date there), as of 2025.
"""

import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final

Number = IPv4Address | IPv6Address

_RESERVED_4: Final = tuple(
    IPv4Network(text)
    for text in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # between a provider and its customers
        "127.0.0.0/8",  # this machine
        "169.254.0.0/16",  # link-local; clouds answer with their secrets there
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # once relays to IPv6
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks of devices
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/3",  # multicast, reserved, broadcast
    )
)
_GIVEN_OUT_6: Final = IPv6Network("2000::/3")
"""All that was ever given out to sites of the public network; loopback, private, link- and site-local lie outside."""
_RESERVED_6: Final = tuple(
    IPv6Network(text)
    for text in (
        "2001::/23",  # protocol assignments, tunnels through IPv4 (Teredo) among them
        "2001:db8::/32",  # documentation
        "2002::/16",  # tunnels that name an IPv4 number (6to4), private ones too
        "3fff::/20",  # documentation
    )
)
_TRANSLATED: Final = (ip_network("::ffff:0:0/96"), ip_network("64:ff9b::/96"))
"""An IPv4 number in the last four bytes; the second is how networks without IPv4 reach sites without IPv6."""


def is_public(number: Number) -> bool:
    """Whether a number may be asked: not this machine, not its network, nor any range with a special meaning.

    Example:
        >>> is_public(ip_address("127.0.0.1")), is_public(ip_address("64:ff9b::7f00:1"))
        (False, False)
    """
    if isinstance(number, IPv4Address):
        return not any(number in network for network in _RESERVED_4)
    if any(number in network for network in _TRANSLATED):
        return is_public(IPv4Address(number.packed[-4:]))
    return number in _GIVEN_OUT_6 and not any(number in network for network in _RESERVED_6)


def numbers_of(host: str, port: int, seconds: float) -> Sequence[Number]:
    """The numbers that a host's name stands for; at least one.

    The system's resolver knows no deadline, so it is asked in a thread that is left behind once the time is over.

    Raises:
        TimeoutError: If no answer came in so many seconds.
        OSError: If there is no such host.
        ValueError: If the name is none.
    """
    try:
        return [ip_address(host.strip("[]"))]
    except ValueError:
        pass
    answered: SimpleQueue[Sequence[Number] | Exception] = SimpleQueue()
    Thread(target=_resolve, args=(host, port, answered), daemon=True, name="resolver").start()
    try:
        found = answered.get(timeout=max(seconds, 0.0))
    except Empty:
        message = f"the name {host} was not resolved in time"
        raise TimeoutError(message) from None
    if isinstance(found, Exception):
        raise found
    return found


def _resolve(host: str, port: int, answered: "SimpleQueue[Sequence[Number] | Exception]") -> None:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        answered.put([ip_address(str(entry[4][0]).partition("%")[0]) for entry in found])
    except (OSError, ValueError) as error:
        answered.put(error)
