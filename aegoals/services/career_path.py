"""The path of an aspiration: its skills, its experiences, and when it was reached."""

from __future__ import annotations

from collections.abc import Callable

from aegoals.domain.career import Aspiration, Experience, Skill
from aegoals.domain.career_path import Path, path_of, serves
from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal import Goal
from aegoals.errors import NotFound, RefusedInput
from aegoals.locale.texts import _
from aegoals.services.context import Context
from aegoals.services.shelf import Shelf
from aegoals.store.ids import new_id


class PathService:
    """Changes paths and says how far they are gone; every change is one action."""

    def __init__(self, context: Context, aspirations: Shelf[Aspiration], skills: Shelf[Skill]) -> None:
        self._context = context
        self._aspirations = aspirations
        self._skills = skills

    def all(self) -> list[Path]:
        """Return every aspiration with its path."""
        skills = {one.id: one for one in self._skills.all()}
        return [path_of(one, skills) for one in self._aspirations.all()]

    def get(self, key: str) -> Path:
        """Return one aspiration with its path; raises NotFound."""
        return path_of(self._aspirations.get(key), {one.id: one for one in self._skills.all()})

    def add_skill(self, key: str, skill: str) -> Aspiration:
        """Put a skill on the path; raises RefusedInput where it is there already, NotFound where there is none."""
        self._skills.get(skill)

        def added(one: Aspiration) -> Aspiration:
            if skill in one.skills:
                raise RefusedInput(_("This skill is on the path already."), _("Choose another one."))
            return one.with_(skills=(*one.skills, skill))

        return self._change(key, added)

    def drop_skill(self, key: str, skill: str) -> Aspiration:
        """Take a skill off the path; the skill itself stays."""
        return self._change(key, lambda one: one.with_(skills=tuple(name for name in one.skills if name != skill)))

    def save_experience(self, key: str, title: str, before: Experience | None = None) -> Aspiration:
        """Add an experience, or give one another name."""
        if before is None:
            fresh = Experience.build({"title": title})
            return self._change(key, lambda one: one.with_(experiences=(*one.experiences, fresh)))
        return self._swap(key, before, before.with_(title=title))

    def drop_experience(self, key: str, experience: Experience) -> Aspiration:
        """Take an experience off the path."""
        return self._swap(key, experience, None)

    def tick(self, key: str, experience: Experience) -> Aspiration:
        """Mark an experience as done today, or open it again."""
        done_on = None if experience.done_on else self._context.today()
        return self._swap(key, experience, experience.with_(done_on=done_on))

    def reach(self, key: str) -> Aspiration:
        """Mark an aspiration as reached today, or take that back."""
        today = self._context.today()
        return self._change(key, lambda one: one.with_(reached_on=None if one.reached_on else today))

    def _swap(self, key: str, before: Experience, after: Experience | None) -> Aspiration:
        def swapped(one: Aspiration) -> Aspiration:
            if before not in one.experiences:
                raise NotFound(_("“{title}” is no longer on the path.").format(title=before.title))
            place = one.experiences.index(before)
            fresh = () if after is None else (after,)
            return one.with_(experiences=(*one.experiences[:place], *fresh, *one.experiences[place + 1 :]))

        return self._change(key, swapped)

    def _change(self, key: str, change: Callable[[Aspiration], Aspiration]) -> Aspiration:
        with self._context.transaction("career", change(self._aspirations.get(key)).title) as transaction:
            changed = change(self._aspirations.get(key))
            self._aspirations.put(transaction, key, changed)
        return changed

    # --- development goals

    def goals_for(self, aspiration: Aspiration) -> list[Goal]:
        """Return the career goals that serve an aspiration."""
        return [one for one in self._context.goals.all() if serves(one, aspiration.title)]

    def draft_for(self, aspiration: Aspiration) -> GoalDraft:
        """Begin a development goal that serves an aspiration; nothing is stored yet."""
        return GoalDraft(id=new_id(), kind="career", serves=aspiration.title, why=aspiration.why)

    def draft_for_skill(self, skill: Skill) -> GoalDraft:
        """Begin a development goal for a skill; it serves the first aspiration that asks for it."""
        served = next((one.title for one in self._aspirations.all() if skill.id in one.skills), "")
        specific = _("{skill}: from level {level} to {wanted}").format(
            skill=skill.title, level=skill.level, wanted=skill.wanted
        )
        return GoalDraft(id=new_id(), kind="career", title=skill.title, specific=specific, serves=served)
