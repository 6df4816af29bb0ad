"""What the coach still finds in a goal, on its page: shown, mended with a reason, or waved off with one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from aegoals.domain.coaching.titles import title_of
from aegoals.domain.goal_entry import draft_of
from aegoals.locale.dates import show_day
from aegoals.locale.texts import _, mark
from screens.attempt import attempt, fill_in
from screens.form import Field, Form
from screens.reading import ReadingDialog
from widgets.discreet import explained_lines
from widgets.rows import Row, heading, key_of, line_row, parts_of, stack
from widgets.spans import Line, name

if TYPE_CHECKING:
    from aegoals.domain.finding import Finding, Repair
    from aegoals.domain.goal import Goal
    from aegoals.services import Desk
    from screens.page import Page

DIGITS = "123456789"
MARGIN = 3  # cells
_LABELS = {
    "baseline": mark("Baseline"),
    "due": mark("Done by"),
    "evidence": mark("What says that you can do it?"),
    "milestones": mark("Steps on the way"),
    "serves": mark("Which company or team goal does it serve?"),
    "specific": mark("What exactly?"),
    "target": mark("Target"),
}


def finding_rows(desk: Desk, goal: Goal, width: int) -> Iterator[Row]:
    """Yield what is open and what was waved off; nothing while the log is still being read."""
    found = desk.coaching.open_findings(goal) if desk.coaching.is_at_hand else []
    if not found and not goal.waived:
        return
    yield heading(_("Findings"), _("Enter mends one, w waves it off"))
    for finding in found:
        yield _row(key_of("finding", finding.code), f"{finding.letter}  ", "warn", finding.message, width)
    for waiver in goal.waived:
        day = show_day(waiver.day, desk.profile.get().locale)
        said: Line = [("✓  ", "muted"), (f"{title_of(waiver.code)}, {day}: ", "muted"), name(waiver.reason, "muted")]
        yield line_row(key_of("waived", waiver.code), said)


def _row(key: str, start: str, role: str, text: str, width: int) -> Row:
    lines = _broken(start, role, text, width)
    return Row(key, lambda now: lines if now == width else _broken(start, role, text, now)[: len(lines)], len(lines))


def _broken(start: str, role: str, text: str, width: int) -> list[Line]:
    parts = explained_lines(text, max(width - MARGIN, 10))
    return [[(start if not place else " " * MARGIN, role), *line] for place, line in enumerate(parts)]


class FindingDialog(ReadingDialog):
    """Shows one finding, why it matters and what mends it; returns ``repair:PLACE`` or ``waive:``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(digit, f"take({digit})", show=False) for digit in DIGITS),
    ]

    def __init__(self, finding: Finding) -> None:
        super().__init__(title_of(finding.code).capitalize())
        self._finding = finding

    @property
    def about(self) -> str:
        """What can be done."""
        return _("A digit or Enter takes what mends it; the last line lives with it. Both ask for a reason.")

    def rows(self, width: int) -> list[Row]:
        """Return the finding, why it matters, and the ways out."""
        finding = self._finding
        told = [line_row(None, line) for line in explained_lines(finding.message, width)]
        why = [line_row(None, line) for line in explained_lines(finding.why, width, "muted")]
        repairs = [
            _row(key_of("repair", str(place)), f"{place + 1}  ", "accent", repair.text, width)
            for place, repair in enumerate(finding.repairs)
        ]
        last = _row("waive:", f"{len(repairs) + 1}  ", "accent", _("live with it: wave it off"), width)
        return stack([*told, *why], [*repairs, last])

    def action_take(self, digit: int) -> None:
        """Take a way out by its digit."""
        count = len(self._finding.repairs)
        if digit <= count:
            self.dismiss(key_of("repair", str(digit - 1)))
        elif digit == count + 1:
            self.dismiss("waive:")


async def mend(page: Page, goal: Goal, code: str) -> None:
    """Ask what to do about a finding and do it; call it from a worker."""
    finding = next((one for one in page.desk.coaching.open_findings(goal) if one.code == code), None)
    if finding is None:
        return
    what, place = parts_of(await page.app.push_screen_wait(FindingDialog(finding)))
    if what == "waive":
        await wave_off(page, goal, code)
    elif what == "repair":
        await _repair(page, goal, finding, finding.repairs[int(place)])


async def wave_off(page: Page, goal: Goal, code: str) -> None:
    """Ask for the reason and wave a finding off; call it from a worker."""
    form = Form(
        _("Live with it: {finding}").format(finding=title_of(code)),
        (Field("reason", _("Reason"), "", _("It stays visible on the goal.")),),
    )

    def save(answers: Mapping[str, str]) -> None:
        page.desk.goals.wave_off(goal.id, code, answers["reason"])

    await fill_in(page.app, form, save)


def raise_again(page: Page, goal: Goal, code: str) -> None:
    """Let a finding that was waved off show again."""
    if attempt(page, lambda: page.desk.goals.raise_again(goal.id, code)):
        page.notify(_("It shows again."))


async def _repair(page: Page, goal: Goal, finding: Finding, repair: Repair) -> None:
    """Carry a repair out: waive by itself, or change the goal with a reason; advice is only told."""
    if set(repair.changes) == {"waived"}:
        page.desk.goals.wave_off(goal.id, finding.code, repair.apply(draft_of(goal, "")).waived[-1].reason)
        return
    if not repair.is_ready and not repair.field:
        page.notify(repair.text, markup=False)
        return
    draft = draft_of(goal, page.desk.drafts.new().id)
    fields = [Field("reason", _("Reason"), finding.message, _("A goal changes only with a reason; it stays visible."))]
    if not repair.is_ready:
        lines = 5 if repair.field == "milestones" else 1
        now = getattr(draft, repair.field)
        fields.insert(0, Field(repair.field, _(_LABELS.get(repair.field, repair.field)), now, repair.text, lines=lines))

    def save(answers: Mapping[str, str]) -> None:
        typed = {} if repair.is_ready else {repair.field: answers[repair.field]}
        page.desk.goals.rewrite(repair.apply(draft).with_(**typed), answers["reason"])

    title = _("Mend: {finding}").format(finding=title_of(finding.code))
    await fill_in(page.app, Form(title, tuple(fields), repair.text if repair.is_ready else ""), save)
