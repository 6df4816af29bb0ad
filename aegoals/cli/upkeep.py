"""What is due by itself is done before goals are shown, and told on standard error."""

from __future__ import annotations

from aegoals.cli.output import warn
from aegoals.cli.session import Session


def keep_up(session: Session) -> None:
    """Roll over quotas whose period has ended, and let changes take effect whose day has come."""
    from aegoals.services.upkeep import told

    for line in told(session.desk.upkeep.run(), session.locale):
        warn(line)
