"""Feedback given and received, and what it adds up to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from aegoals.domain.draft import GoalDraft
from aegoals.domain.feedback import LOST, Feedback, Pattern, Side, Tone, Way, patterns
from aegoals.domain.record import LogRecord
from aegoals.domain.searching import holds
from aegoals.errors import NotFound, RefusedInput
from aegoals.locale.dates import show_day
from aegoals.locale.texts import _, ngettext
from aegoals.services.context import Context
from aegoals.services.drafts import DraftService
from aegoals.services.record_index import EARLIEST
from aegoals.services.reference import named
from aegoals.services.shelf import Shelf
from aegoals.store.ids import new_id

TABLE = "feedback"


class FeedbackService:
    """What an AE does with feedback; every change is one action."""

    def __init__(self, context: Context, drafts: DraftService) -> None:
        self._context = context
        self._drafts = drafts
        self.shelf = Shelf(context.store, TABLE, Feedback)

    def all(self, word: str = "", tones: Iterable[Tone] = ()) -> list[Feedback]:
        """Return feedback that holds a word and is of these kinds (all without), the latest first."""
        wanted = frozenset(tones)
        found = [one for one in self.shelf.all() if (not wanted or one.tone in wanted) and holds(word, one)]
        return sorted(found, key=lambda one: (one.day, one.id), reverse=True)

    def get(self, reference: str) -> Feedback:
        """Return the feedback with this id, a part of it, or this text; raises NotFound, RefusedInput."""
        missing = NotFound(
            _("There is no feedback “{reference}”.").format(reference=reference),
            _("See the ids with: aegoals feedback list"),
        )
        return named(self.shelf.all(), reference, lambda one: one.id, lambda one: one.text, missing)

    def save(self, key: str | None = None, /, **fields: object) -> Feedback:
        """Add a feedback, dated today unless told otherwise, or change the one with this id; raises RefusedInput."""
        name = key or new_id()

        def saved() -> Feedback:
            today = self._context.today()
            return self.shelf.get(name).with_(**fields) if key else Feedback.build({"id": name, "day": today, **fields})

        with self._context.transaction("feedback", saved().text) as transaction:
            one = saved()
            self.shelf.put(transaction, name, one)
        return one

    def delete(self, one: Feedback) -> Feedback:
        """Delete a feedback and return it."""
        with self._context.transaction("delete", one.text) as transaction:
            self.shelf.remove(transaction, one.id)
        return one

    def pass_on(self, one: Feedback, to: str) -> Feedback:
        """Mark a feedback as passed on today, to a person or another department; to nobody takes the mark back."""
        day = self._context.today() if to.strip() else None
        return self.save(one.id, passed_on_to=to, passed_on=day)

    def goal_from(self, one: Feedback) -> GoalDraft:
        """Begin a goal out of a feedback: a kept draft that the wizard goes on with."""
        kind = "satisfaction" if one.side == "customer" else "career"
        fields = {"kind": kind, "sentence": one.text, "specific": one.text, "account": one.account}
        day = show_day(one.day, self._context.profile().locale)
        person = one.person or _("somebody ({side})").format(side=_(one.side.value))
        why = _("{person} said so on {day}").format(person=person, day=day)
        return self._drafts.save(self._drafts.new().with_(**fields, why=why))

    def goal_from_pattern(self, reason: str) -> GoalDraft:
        """Begin a goal out of a reason that comes up again and again."""
        one = self.pattern(reason)
        words = _("Lose fewer deals for “{reason}”") if one.from_deals else _("Fewer complaints about “{reason}”")
        said, why = words.format(reason=one.reason), _came_up(one)
        return self._drafts.save(self._drafts.new().with_(kind="other", sentence=said, specific=said, why=why))

    def behind(self, reason: str) -> tuple[list[LogRecord], list[Feedback]]:
        """Return the lost deals and the feedback that a reason came up in, the latest first."""
        records = self._context.index.between(EARLIEST, self._context.today(), (LOST,))
        word = reason.casefold()
        deals = [one for one in records if word in {tag.casefold() for tag in one.tags}]
        said = [one for one in self.all() if one.is_counted and word in {each.casefold() for each in one.reasons}]
        return sorted(deals, key=lambda one: one.date, reverse=True), said

    def pattern(self, reason: str) -> Pattern:
        """Return one reason; raises NotFound."""
        one = next((one for one in self.patterns() if one.reason == reason), None)
        if one is None:
            raise NotFound(_("“{reason}” did not come up.").format(reason=reason))
        return one

    def tell(self, reason: str, to: str, text: str) -> Feedback:
        """Keep what the AE told another department about a reason, passed on today; raises RefusedInput."""
        fields = {"way": Way.GIVEN, "tone": Tone.WISH, "side": Side.PEER, "reasons": (reason,)}
        if not to.strip():
            raise RefusedInput(_("Nobody is named."), _("Write a person or a department, such as Marketing."))
        return self.save(text=text, passed_on_to=to, passed_on=self._context.today(), **fields)

    def patterns(self, since: date | None = None) -> list[Pattern]:
        """Return the reasons of lost deals and complaints, counted over time, the most frequent first."""
        records = self._context.index.between(since or EARLIEST, self._context.today(), (LOST,))
        known = [one for one in self.shelf.all() if since is None or one.day >= since]
        return patterns(known, records)

    def between(self, start: date, end: date, way: Way = Way.RECEIVED) -> list[Feedback]:
        """Return the feedback of these days, both included, oldest first."""
        return [one for one in reversed(self.all()) if one.way is way and start <= one.day <= end]


def _came_up(one: Pattern) -> str:
    times = ngettext("It came up {count} time", "It came up {count} times", one.count).format(count=one.count)
    if not one.from_deals:
        return times
    deals = ngettext("{count} lost deal", "{count} lost deals", one.from_deals).format(count=one.from_deals)
    return f"{times}, {deals}"
