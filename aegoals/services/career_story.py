"""The timeline: everything that happened in the AE's career."""

from __future__ import annotations

from aegoals.domain.career import Aspiration, Skill, Training
from aegoals.domain.career_story import Moment, story
from aegoals.services.context import Context
from aegoals.services.role import RoleService
from aegoals.services.shelf import Shelf
from aegoals.services.talks import TalkService


class StoryService:
    """Gathers what happened."""

    def __init__(
        self,
        context: Context,
        path: tuple[Shelf[Aspiration], Shelf[Skill], Shelf[Training]],
        talks: TalkService,
        role: RoleService,
    ) -> None:
        self._context = context
        self._aspirations, self._skills, self._trainings = path
        self._talks = talks
        self._role = role

    def all(self) -> list[Moment]:
        """Return every moment, the latest first."""
        return story(
            self._aspirations.all(),
            self._skills.all(),
            self._trainings.all(),
            self._talks.all(),
            self._context.goals.all(),
            self._role.get(),
        )
