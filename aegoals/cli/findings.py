"""Findings of the coach as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from aegoals.locale.texts import _

if TYPE_CHECKING:
    from aegoals.domain.finding import Finding
    from aegoals.domain.waiver import Waiver


def finding_lines(finding: Finding, *, with_code: bool = False) -> Iterator[str]:
    """Yield what was found and, below it, what mends it; ``with_code`` names it as “goal waive” wants it."""
    code = f"  [{finding.code}]" if with_code else ""
    yield f"{finding.letter}: {finding.message}{code}"
    if finding.why:
        yield "   " + _("Why: {reason}").format(reason=finding.why)
    if finding.repairs:
        yield "   " + _("Repair: {repairs}").format(repairs="; ".join(one.text for one in finding.repairs))


def finding_json(finding: Finding) -> dict[str, object]:
    """Return a finding for other programs; repairs are sentences."""
    return {
        "letter": finding.letter,
        "code": finding.code,
        "message": finding.message,
        "words": finding.words,
        "repairs": [repair.text for repair in finding.repairs],
    }


def waiver_line(waiver: Waiver, locale: str) -> str:
    """Return what was waved off, when and why."""
    from aegoals.locale.dates import show_day

    return f"{show_day(waiver.day, locale)}  {waiver.code} ({waiver.reason})"
