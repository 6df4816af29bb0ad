"""Rewards, contests and personal records."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from aegoals.locale.texts import _, mark
from screens.attempt import attempt, fill_in, work_and_tell
from screens.commands import BACK, CLAIM, DELETE, EDIT, FIND, NEW_CONTEST, NEW_REWARD, OPEN, PACK, bindings
from screens.growth_page import GrowthPage
from widgets.rows import Row, heading

if TYPE_CHECKING:
    from aegoals.domain.contest import Contest
    from aegoals.domain.reward import Reward

MOST_ENDED = 20


class RewardsPage(GrowthPage):
    """Promises to oneself, contests against oneself, and the best so far."""

    ABOUT = mark(
        "A reward hangs on a goal, a milestone, a streak or a personal record. The log earns it, you claim it. "
        "A contest runs until the end of the day or the week. Celebration is one line; Settings switch it off."
    )
    COMMANDS_HERE = (BACK, NEW_REWARD, NEW_CONTEST, CLAIM, EDIT, PACK, DELETE, FIND, OPEN)
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)

    def page_title(self) -> str:
        """Return the title."""
        return _("Rewards and contests")

    def load(self) -> None:
        """Fill the page."""
        self.show(self._rewards(), self._contests(), self._bests())

    def _rewards(self) -> list[Row]:
        from aegoals.services.reward_words import hangs_on, state_of
        from widgets.growth_rows import reward_row

        goals, locale = {goal.id: goal.title for goal in self.desk.goals.all()}, self.desk.profile.get().locale
        known = [(one, hangs_on(one, goals)) for one in self.desk.rewards.all()]
        rows = [reward_row(one, words, state_of(one, locale)) for one, words in known if self.holds(one.promise, words)]
        return self.section(heading(_("Rewards")), rows, _("None yet. Press n to promise yourself one."))

    def _contests(self) -> list[Row]:
        from widgets.growth_rows import contest_row

        locale = self.desk.profile.get().locale
        found = [one for one in self.desk.contests.all() if self.holds(one.contest.line)]
        rows = [contest_row(one, locale) for one in found[:MOST_ENDED]]
        empty = _("None yet. Press o to set one, such as “8 calls today”.")
        return self.section(heading(_("Contests")), rows, empty)

    def _bests(self) -> list[Row]:
        from aegoals.domain.reward import Span
        from widgets.growth_rows import best_row

        locale = self.desk.profile.get().locale
        running = [one for one in self.desk.goals.all() if one.is_running and one.metric.grows]
        goals = [one for one in running if self.holds(one.title)]
        rows = [best_row(one.title, one.metric.unit, self.desk.rewards.best(one, Span.MONTH), locale) for one in goals]
        return [heading(_("Personal records"), _("best month so far, and this one")), *rows] if rows else []

    # --- commands

    def open_row(self, what: str, name: str) -> None:
        """Change a reward or a contest."""
        self.action_edit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits the row under the cursor."""
        what, key = self.chosen()
        if action == "claim" and not (what == "reward" and self._can_be_claimed(key)):
            return False
        if action in {"edit", "delete"} and what not in {"reward", "contest"}:
            return False
        return super().check_action(action, parameters)

    def _can_be_claimed(self, key: str) -> bool:
        one = next((one for one in self.desk.rewards.all() if one.id == key), None)
        return one is not None and one.earned_on is not None and one.claimed_on is None

    def _reward(self) -> Reward | None:
        what, key = self.chosen()
        return self.desk.rewards.shelf.get(key) if what == "reward" else None

    @work_and_tell
    async def action_new_reward(self) -> None:
        """Promise a reward."""
        await self._fill(None)

    @work_and_tell
    async def action_edit(self) -> None:
        """Change the reward or the contest under the cursor."""
        what, key = self.chosen()
        if one := self._reward():
            await self._fill(one)
        elif what == "contest":
            await self._fill_contest(self.desk.contests.get(key))

    async def _fill(self, one: Reward | None) -> None:
        from screens.growth_forms import reward_fields, reward_form

        service = self.desk.rewards
        own = one.goal if one else None
        goals = [goal for goal in self.desk.goals.all() if goal.id == own or goal.is_running]

        def save(answers: Mapping[str, str]) -> None:
            service.save(one.id if one else None, **reward_fields(answers))

        await fill_in(self.app, reward_form(one, goals), save)

    @work_and_tell
    async def action_new_contest(self) -> None:
        """Set a contest."""
        await self._fill_contest(None)

    async def _fill_contest(self, one: Contest | None) -> None:
        from screens.growth_forms import contest_form

        service = self.desk.contests

        def save(answers: Mapping[str, str]) -> None:
            if one:
                service.change(one, answers["line"])
            else:
                service.set(answers["line"])

        await fill_in(self.app, contest_form(one), save)

    def action_claim(self) -> None:
        """Claim the reward under the cursor."""
        one = self._reward()
        claimed = one and attempt(self, partial(self.desk.rewards.claim, one))
        if one and claimed:
            self.notify(_("Claimed: {promise}").format(promise=one.promise), markup=False)

    @work_and_tell
    async def action_pack(self) -> None:
        """Write an evidence pack into a file."""
        from aegoals.domain.periods import year_of
        from screens.growth_forms import pack_form

        today, rules, service = self.desk.today(), self.desk.goals.rules(), self.desk.packs
        start = year_of(today, self.desk.profile.get().fiscal_year_start).start
        form = pack_form(start, today, str(Path.home() / f"evidence-{today.isoformat()}.md"))

        def write(answers: Mapping[str, str]) -> None:
            days = (rules.read_day(answers[name]) for name in ("start", "end"))
            path = service.write(Path(answers["path"]).expanduser(), *days, masked=answers["masked"] == "yes")
            self.notify(_("Written: {path}").format(path=path), markup=False)

        await fill_in(self.app, form, write)

    def action_delete(self) -> None:
        """Delete the reward or contest under the cursor; undo brings it back."""
        what, key = self.chosen()
        if one := self._reward():
            self.delete_now(lambda: self.desk.rewards.delete(one))
        elif what == "contest":
            self.delete_now(lambda: self.desk.contests.delete(self.desk.contests.get(key)))
