"""Settings of all tests."""

from __future__ import annotations

import os
import sys

from hypothesis import HealthCheck, settings

# A busy machine is no failure: what matters is the answer, not the millisecond. CI tries the same examples each
# time, so that a red run is about the change; every other run tries new ones.
settings.register_profile(
    "patient",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("patient")


OUTWARD = frozenset(
    {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto"}
)


def _refuse_the_network(event: str, arguments: tuple[object, ...]) -> None:
    """P9: nothing leaves the machine. The whole test run is refused what would."""
    if event in OUTWARD:
        raise PermissionError(f"{event} {arguments[1:]}")


sys.addaudithook(_refuse_the_network)
