"""The coach at the AE's desk: gathers what is known of the AE, and judges drafts and goals by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from aegoals.domain.coach import (
    Background,
    Finding,
    Outlook,
    OwnHistory,
    Running,
    background_of,
    findings,
    look_at,
    outlook,
)
from aegoals.domain.coaching.outlook import outlook_of, prepare
from aegoals.domain.coaching.outlook_words import outlook_lines
from aegoals.domain.coaching.past import LONGEST_AGO
from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal import Goal
from aegoals.domain.goal_entry import EntryRules, draft_of
from aegoals.domain.measure import BOUGHT
from aegoals.services.context import Context
from aegoals.services.goals import GoalService
from aegoals.services.record_index import EARLIEST

WHOLE = (*BOUGHT, "churn", "opportunity")
"""Kinds whose first record decides, however old: who is a new customer, when a deal was opened."""

AT_ONCE = 4000
"""Records that are read in less time than an AE notices."""

OF_A_DRAFT_ONLY = frozenset({"past"})
"""What is no finding of a goal that runs: that its end is over shows as its status."""


class CoachingService:
    """Findings on drafts and goals, with the AE's own history.

    ``background`` reads the log; a wizard gathers it once and hands it back with every question.
    """

    def __init__(self, context: Context, goals: GoalService) -> None:
        self._context = context
        self._goals = goals
        self._read: tuple[date, OwnHistory] | None = None
        self._state_of_log = 0
        self._known: tuple[date, Background] | None = None
        context.store.subscribe(self._forget)

    def _forget(self, tables: frozenset[str]) -> None:
        if tables & {"goals", "profile", "records"}:
            self._known = None
        if "records" in tables:
            self._read = None
            self._state_of_log += 1

    @property
    def is_at_hand(self) -> bool:
        """Whether the background needs no time that an AE would notice: it is kept, or the log is short."""
        return self._read is not None or len(self._context.store.table("records")) <= AT_ONCE

    def background(self, without: str | None = None) -> Background:
        """Gather working week, role, the goals that run (``without`` the one that is edited) and the log.

        It is kept until goals, log or settings change; a wizard keeps its own while it runs.
        """
        today = self._context.today()
        if self._known is None or self._known[0] != today:
            running = (goal for goal in self._goals.all() if goal.is_running)
            goals = tuple(Running(goal, self._goals.standing(goal).actual or goal.baseline) for goal in running)
            self._known = today, background_of(self._context.profile(), goals, self.read_log())
        known = self._known[1]
        return replace(known, goals=tuple(one for one in known.goals if one.goal.id != without))

    def findings(self, draft: GoalDraft, background: Background | None = None) -> list[Finding]:
        """Return what a draft still lacks; what was waved off in it is left out."""
        known = background or self.background(draft.goal)
        return findings(draft, self._rules(), self._context.today(), known)

    def outlook(self, draft: GoalDraft, background: Background | None = None) -> Outlook:
        """Return what own history says of a draft: past periods, proposal, reverse funnel, hours."""
        return outlook(draft, self._rules(), self._context.today(), background or self.background(draft.goal))

    def outlook_lines(self, draft: GoalDraft, background: Background | None = None) -> list[str]:
        """Return what own history says of a draft, as sentences with their figures and samples."""
        known = background or self.background(draft.goal)
        look = look_at(draft, self._rules(), self._context.today(), known)
        return outlook_lines(outlook_of(look), look)

    def open_findings(self, goal: Goal, background: Background | None = None) -> list[Finding]:
        """Return what a saved goal still lacks and was not waved off; nothing of a closed one."""
        if not goal.is_open:
            return []
        found = self.findings(draft_of(goal, goal.id), background or self.background(goal.id))
        return [finding for finding in found if finding.code not in OF_A_DRAFT_ONLY]

    def _rules(self) -> EntryRules:
        return self._goals.rules()

    def read_log(self) -> OwnHistory:
        """Read the log: deals and customers whole, anything else as far back as a market is the same one.

        It is kept until the log changes. A page may do this beside the screen; what it then reads of a log that
        changes meanwhile is not kept.
        """
        today, index = self._context.today(), self._context.index
        if self._read is not None and self._read[0] == today:
            return self._read[1]
        state = self._state_of_log
        recent = today - timedelta(days=LONGEST_AGO)
        kinds = [kind for kind in index.kinds() if kind not in {*WHOLE, "checkin"}]
        records = index.between(EARLIEST, today, WHOLE)
        if kinds:  # none would mean all
            records += index.between(recent, today, kinds)
        history = OwnHistory(records)
        prepare(history)
        if state == self._state_of_log:
            self._read = today, history
        return history
