"""Flash contests against oneself: set from a line, decided by the log, kept with their results."""

from __future__ import annotations

from aegoals.domain.contest import Contest, ContestStanding, ContestState, metric_of, split_line, standing_of
from aegoals.domain.measure import kinds_needed
from aegoals.errors import AmbiguousInput, NotFound, RefusedInput
from aegoals.locale.texts import _, mark
from aegoals.services.context import Context
from aegoals.services.log import LogService
from aegoals.services.reference import named
from aegoals.services.shelf import Shelf
from aegoals.store.ids import new_id

TABLE = "contests"
EXAMPLE = mark("Write one figure, such as: 8 calls today.")


class ContestService:
    """Sets contests and says how they stand."""

    def __init__(self, context: Context, log: LogService) -> None:
        self._context = context
        self._log = log
        self.shelf = Shelf(context.store, TABLE, Contest, by_age=True)

    def set(self, line: str) -> Contest:
        """Set a contest from a line such as ``8 calls today``; raises RefusedInput, AmbiguousInput."""
        contest = Contest.build({"id": new_id(), **self._read(line)})
        if self.standing(contest).state is ContestState.WON:
            raise RefusedInput(
                _("“{line}”: that much is in the log already.").format(line=line), _("Aim for more than that.")
            )
        return self._put(contest)

    def change(self, contest: Contest, line: str) -> Contest:
        """Change a contest to another line; one that is over stays as it ended. Raises RefusedInput.

        It keeps its first day where the line means the same last day, else it begins today.
        """
        known = self.shelf.get(contest.id)
        if known.end < self._context.today():
            raise RefusedInput(
                _("“{line}” is over; its result stays.").format(line=known.line), _("Set a new contest, or delete it.")
            )
        fields = self._read(line)
        return self._put(known.with_(**fields | ({"start": known.start} if fields["end"] == known.end else {})))

    def _read(self, line: str) -> dict[str, object]:
        """Return the fields that a line means today."""
        profile, today = self._context.profile(), self._context.today()
        task, days = split_line(line, today, profile.first_day_of_week)
        if not task:
            raise RefusedInput(_("Nothing says what to do."), _(EXAMPLE))
        try:
            records = self._log.understand(task)
        except AmbiguousInput as error:
            raise AmbiguousInput(error.message, _(EXAMPLE), error.readings) from None
        except RefusedInput as error:
            raise RefusedInput(error.message, _(EXAMPLE)) from None
        metric, target = metric_of(line, records, profile.currency)
        return {"line": line, "metric": metric, "target": target, "start": days.start, "end": days.end}

    def _put(self, contest: Contest) -> Contest:
        with self._context.transaction("contest", contest.line) as transaction:
            self.shelf.put(transaction, contest.id, contest)
        return contest

    def all(self) -> list[ContestStanding]:
        """Return every contest with how it stands, the latest first."""
        return [self.standing(one) for one in reversed(self.shelf.all())]

    def running(self) -> list[ContestStanding]:
        """Return the contests whose days are not over, won ones among them."""
        today = self._context.today()
        return [one for one in self.all() if one.contest.start <= today <= one.contest.end]

    def standing(self, contest: Contest) -> ContestStanding:
        """Return how one contest stands today."""
        today = self._context.today()
        kinds = kinds_needed(contest.metric)
        records = self._context.index.between(contest.start, contest.end, kinds) if contest.result is None else []
        return standing_of(contest, records, today)

    def settle(self) -> list[ContestStanding]:
        """Keep the results of the contests that are over, as one action; later edits of the log change nothing."""
        today = self._context.today()
        if today > self._context.now().date():  # only a look at a day to come
            return []
        over = [one for one in self.all() if one.contest.end < today and one.contest.result is None]
        if over:
            title = ", ".join(one.contest.line for one in over)
            with self._context.transaction("contest", _("Result: {title}").format(title=title)) as transaction:
                for one in over:
                    self.shelf.put(transaction, one.contest.id, one.contest.with_(result=one.done))
        return over

    def get(self, reference: str) -> Contest:
        """Return the contest with this id, a part of it, or the latest with this line; raises NotFound."""
        known = self.shelf.all()
        latest = {one.line.casefold(): one.id for one in known}  # the same contest is often set again
        missing = NotFound(
            _("There is no contest “{reference}”.").format(reference=reference),
            _("See the ids with: aegoals contest"),
        )
        return named(
            known,
            reference,
            lambda one: one.id,
            lambda one: one.line if latest[one.line.casefold()] == one.id else "",
            missing,
        )

    def delete(self, contest: Contest) -> Contest:
        """Delete a contest and return it."""
        with self._context.transaction("delete", contest.line) as transaction:
            self.shelf.remove(transaction, contest.id)
        return contest

    def won(self) -> list[ContestStanding]:
        """Return the contests that were won, the latest first."""
        return [one for one in self.all() if one.state is ContestState.WON]
