"""Why a figure of Insights is what it is: formula, values, days, and the records behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aegoals.domain.kpi import why
from aegoals.domain.kpi.figure import Figure, Kpi
from aegoals.domain.kpi.words import title_of
from aegoals.domain.metric import is_currency
from aegoals.locale.texts import _
from screens.why import ReasonsDialog, told
from widgets.rows import Row, heading, parts_of, stack

if TYPE_CHECKING:
    from aegoals.domain.kpi.groups import Group
    from aegoals.domain.kpi.history import History
    from aegoals.domain.kpi.insights import Insights
    from aegoals.domain.record import LogRecord
    from aegoals.domain.why import Reason

MOST_RECORDS = 200


@dataclass(frozen=True, slots=True)
class Said:
    """One reason; ``has_money`` hides its formula's values while masked, ``is_money`` its own value as well."""

    reason: Reason
    is_money: bool = False
    has_money: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, its reasons and the records behind them."""

    title: str
    said: Sequence[Said]
    records: Sequence[LogRecord] = ()


def question_of(key: str, shown: str, told: Insights, history: History) -> Question:
    """Return what is to be said of the row with this key; ``shown`` is the figure whose periods are rows."""
    what, name = parts_of(key)
    if what == "kpi":
        kpi = Kpi(name)
        figures = [told.figures[kpi][-1], *told.figures[kpi][-2:-1], told.whole[kpi]]
        return _of_figures(figures, told, history)
    if what == "period":
        kpi = Kpi(shown)
        found = [one for one in told.figures[kpi] if one.period.start.isoformat() == name]
        return _of_figures(found or [told.whole[kpi]], told, history)
    return _of_table(what, name, told)


def _of_figures(figures: Sequence[Figure], told: Insights, history: History) -> Question:
    said = [
        Said(why.explain_figure(one, told.currency, told.locale), is_currency(one.unit), is_currency(one.unit))
        for one in figures
    ]
    records = why.records_behind(history, figures[0].kpi, figures[0].period)
    return Question(title_of(figures[0].kpi), said, records)


def _of_table(what: str, name: str, told: Insights) -> Question:
    locale = told.locale
    if what in {"source", "product"}:
        return _of_group((told.sources if what == "source" else told.products)[int(name)], told)
    if what == "coverage":
        one = told.coverage[int(name)]
        amount, needed = why.explain_coverage(one, locale)
        return Question(
            _("Coverage: {title}").format(title=one.goal.title), [Said(amount, has_money=True), Said(needed)]
        )
    if what == "best":
        best = told.bests[int(name)]
        reasons = why.explain_best(best, locale)
        return Question(title_of(best.what), [Said(one, is_currency(best.unit)) for one in reasons])
    if what == "lost":
        return Question(_("Why deals were lost"), [Said(one) for one in why.explain_lost(told.lost, locale)])
    return Question(_("Funnel of closed deals"), [Said(one) for one in why.explain_funnel(told.funnel, locale)])


def _of_group(one: Group, told: Insights) -> Question:
    rate, deal, *steps = why.explain_group(one, told.span, told.currency, told.locale)
    title = _("Deals closed: {name}").format(name=one.name) if one.name else _("Deals closed")
    return Question(title, [Said(rate), Said(deal, is_money=True, has_money=True), *map(Said, steps)])


class KpiWhyDialog(ReasonsDialog):
    """Shows the reasons of a key figure, and the records behind the latest of its periods."""

    def __init__(self, question: Question, locale: str) -> None:
        super().__init__(_("Why: {title}").format(title=question.title))
        self._question = question
        self._locale = locale

    def rows(self, width: int) -> list[Row]:
        """Return every reason, then the records."""
        said = (
            told(one.reason, width, hides_value=one.is_money, hides_formula=one.has_money)
            for one in self._question.said
        )
        return stack(*said, self._records())

    def _records(self) -> Iterator[Row]:
        from widgets.record_rows import record_row

        if self._question.records:
            yield heading(_("What feeds it"), _("Enter opens a record"))
        for record in self._question.records[:MOST_RECORDS]:
            yield record_row(record, self._locale, with_day=True)
