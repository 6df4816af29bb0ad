"""One aspiration: why, how far, the skills and experiences it asks for, the goals that serve it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from aegoals.locale.texts import _, mark
from screens.attempt import attempt, fill_in, work_and_tell
from screens.career_item import CareerItemPage, delete_item
from screens.commands import (
    ADD_EXPERIENCE,
    ADD_SKILL,
    BACK,
    DELETE,
    EDIT,
    FIND,
    HOW_COUNTED,
    NEW_GOAL,
    OPEN,
    REACHED,
    TICK,
    bindings,
)
from screens.page import Page
from screens.reading import ReadingDialog
from widgets.rows import Row, heading, key_of, line_row, note, parts_of, stack
from widgets.spans import Line, joined, name, pad, shorten, wrap

if TYPE_CHECKING:
    from aegoals.domain.career import Experience
    from aegoals.domain.career_path import Path

WHY_CELLS = 26


class AspirationPage(CareerItemPage):
    """The path to one aspiration."""

    ABOUT = mark(
        "The bar is the mean of what the path asks for; y shows how it is worked out. Enter opens a skill or a goal "
        "and ticks an experience. Delete takes a skill off the path, the skill itself stays; on the first line it "
        "deletes the aspiration."
    )
    COMMANDS_HERE = (
        *(BACK, ADD_SKILL, ADD_EXPERIENCE, NEW_GOAL, TICK, HOW_COUNTED, EDIT, REACHED, DELETE, FIND),
        OPEN,
    )
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)

    @property
    def path(self) -> Path:
        """The path as it is now; raises NotFound."""
        return self.desk.career.paths.get(self.key)

    def heading(self) -> str:
        """Return the aspiration's title."""
        return _("Aspiration: {title}").format(title=self.path.aspiration.title)

    def rows(self, width: int) -> list[Row]:
        """Return the path."""
        from widgets.career_rows import experience_row, skill_row
        from widgets.goal_rows import goal_row

        path, locale = self.path, self.desk.profile.get().locale
        skills = [skill_row(one) for one in path.skills if self.holds(one)]
        steps = [(place, one) for place, one in enumerate(path.experiences) if self.holds(one)]
        experiences = [experience_row(place, one, locale) for place, one in steps]
        serving = [one for one in self.desk.career.paths.goals_for(path.aspiration) if self.holds(one)]
        goals = [goal_row(one, locale) for one in self.desk.goals.standings(serving)]
        return stack(
            _summary(path, locale, width) if self.holds(path.aspiration.title, path.aspiration.why) else [],
            self.section(heading(_("Skills it asks for")), skills, _("None yet. Press k to add one.")),
            self.section(heading(_("Experiences")), experiences, _("None yet. Press x to add one.")),
            self.section(heading(_("Development goals")), goals, _("None yet. Press n to write one.")),
        )

    # --- commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits the row under the cursor."""
        what, _name = self.chosen()
        if action == "tick" and what != "experience":
            return False
        if action == "delete" and what not in {"experience", "skill", "aspiration"}:
            return False
        return super().check_action(action, parameters)

    def _experience(self, place: str) -> Experience:
        return self.path.experiences[int(place)]

    def open_row(self, what: str, name: str) -> None:
        """Tick an experience; open what has a page."""
        if what == "experience":
            self.action_tick()
        elif what == "skill":
            from screens.skill import SkillPage

            self.app.push_screen(SkillPage(self.desk, name))
        elif what == "goal":
            from screens.goal import GoalPage

            self.app.push_screen(GoalPage(self.desk, name))
        else:
            self.action_edit()

    def action_tick(self) -> None:
        """Mark an experience as done, or open it again."""
        what, place = self.chosen()
        if what == "experience":
            attempt(self, lambda: self.desk.career.paths.tick(self.key, self._experience(place)))

    @work_and_tell
    async def action_add_skill(self) -> None:
        """Put a skill on the path."""
        from screens.career_filling import fill_skill

        picked = await self._picked()
        if picked is None:
            return
        _what, skill = parts_of(picked)
        chosen = skill or await fill_skill(self)
        if chosen:
            self.desk.career.paths.add_skill(self.key, chosen)

    async def _picked(self) -> str | None:
        """Return the row of a skill that is picked, that of a new one where there is none to pick."""
        from screens.picking import Offer, PickDialog
        from widgets.career_rows import skill_row

        known = [one for one in self.desk.career.skills.all() if one.id not in self.path.aspiration.skills]
        new = key_of("skill", "")
        if not known:
            return new
        words = _("A new skill")
        offers = [Offer(skill_row(one), one.title) for one in known]
        offers.append(Offer(line_row(new, [("+ ", "accent"), (words, "accent")]), words))
        return await self.app.push_screen_wait(PickDialog(_("Which skill?"), offers))

    @work_and_tell
    async def action_add_experience(self) -> None:
        """Put an experience on the path."""
        await self._fill_experience(None)

    async def _fill_experience(self, one: Experience | None) -> None:
        from screens.career_forms import experience_form

        def save(answers: Mapping[str, str]) -> None:
            self.desk.career.paths.save_experience(self.key, answers["title"], one)

        await fill_in(self.app, experience_form(one), save)

    @work_and_tell
    async def action_edit(self) -> None:
        """Change the skill or the experience under the cursor, else the aspiration."""
        from screens.career_filling import fill_aspiration, fill_skill

        what, place = self.chosen()
        if what == "experience":
            await self._fill_experience(self._experience(place))
        elif what == "skill":
            await fill_skill(self, self.desk.career.skills.get(place))
        else:
            await fill_aspiration(self, self.path.aspiration)

    def action_delete(self) -> None:
        """Take a skill or an experience off the path."""
        what, place = self.chosen()
        paths = self.desk.career.paths
        if what == "experience":
            self.delete_now(lambda: paths.drop_experience(self.key, self._experience(place)))
        elif what == "skill":
            if attempt(self, lambda: paths.drop_skill(self.key, place)):
                self.notify(_("Off the path; the skill itself stays. Press u to put it back."))
        else:
            delete_item(self, what, place)

    def action_reached(self) -> None:
        """Mark the aspiration as reached, or take that back."""
        attempt(self, lambda: self.desk.career.paths.reach(self.key))

    def action_new_goal(self) -> None:
        """Write a development goal that serves the aspiration."""
        from screens.career_filling import write_goal

        write_goal(self, self.desk.career.paths.draft_for(self.path.aspiration))

    def action_how_counted(self) -> None:
        """Show how the bar is worked out."""
        show_how_counted(self, self.path)


def show_how_counted(page: Page, path: Path) -> None:
    """Show how the bar of an aspiration is worked out."""
    page.app.push_screen(PathDialog(path, page.desk.profile.get().locale))


class PathDialog(ReadingDialog):
    """The parts of a path, what each counts for, and the rule."""

    def __init__(self, path: Path, locale: str) -> None:
        super().__init__(_("How counted: {title}").format(title=path.aspiration.title))
        self._path = path
        self._locale = locale

    def rows(self, width: int) -> list[Row]:
        """Return the parts and the rule."""
        from aegoals.domain.career_words import RULE, path_reasons
        from aegoals.locale.numbers import show_share

        rule = [note(line) for line in wrap(_(RULE), width)]
        parts = [_part(*one, width) for one in path_reasons(self._path, self._locale)]
        share = show_share(self._path.share, self._locale)
        total: Line = [(pad(_("The mean"), width - 8), "title"), (pad(share, 8, right=True), "title")]
        return stack(rule, parts or [note(_("The path asks for nothing yet."))], [line_row(None, total)])


def _part(title: str, why: str, share: str, width: int) -> Row:
    cells = max(width - 8 - WHY_CELLS, 8)
    right = pad(why, max(width - 8 - cells, 0))
    return line_row(
        None, [name(pad(shorten(title, cells - 1), cells)), (right, "muted"), (pad(share, 8, right=True), "text")]
    )


def _summary(path: Path, locale: str, width: int) -> Iterator[Row]:
    from aegoals.domain.career_words import ASPIRATION_KINDS
    from aegoals.locale.dates import show_day
    from widgets.career_rows import path_line

    one = path.aspiration
    by_year = _("by {year}").format(year=one.horizon) if one.horizon else ""
    reached = _("reached {day}").format(day=show_day(one.reached_on, locale)) if one.reached_on else ""
    yield line_row(
        key_of("aspiration", one.id),
        joined((_(ASPIRATION_KINDS[one.kind]), "muted"), (by_year, "muted"), (reached, "good")),
    )
    for line in wrap(one.why, width) if one.why else ():
        yield line_row(None, [name(line)])
    if path.share is not None:
        yield line_row(None, path_line(path, locale, width))
