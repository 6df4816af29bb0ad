"""Templates of goals: the program's, and the AE's own."""

from __future__ import annotations

from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal_template import GoalTemplate, draft_from_template, template_of
from aegoals.domain.goal_templates import built_in_templates
from aegoals.services.context import Context
from aegoals.services.goals import GoalService
from aegoals.services.shelf import Shelf
from aegoals.store.ids import new_id


class GoalTemplateService:
    """Keeps what the AE wants to begin with again."""

    def __init__(self, context: Context, goals: GoalService) -> None:
        self._context = context
        self._goals = goals
        self.shelf = Shelf(context.store, "templates", GoalTemplate)

    def own(self) -> list[GoalTemplate]:
        """Return the AE's own templates, oldest first."""
        return self.shelf.all()

    def built_in(self) -> list[GoalTemplate]:
        """Return the program's templates: at least one for each type of goal."""
        return built_in_templates(self._context.profile().currency)

    def save(self, draft: GoalDraft, name: str) -> GoalTemplate:
        """Keep a draft as a template; one of the same name is replaced. Raises RefusedInput."""
        known = (one.id for one in self.own() if one.name.casefold() == name.strip().casefold())
        template = template_of(draft, name, next(known, new_id()), self._goals.rules())
        with self._context.transaction("template", template.name) as transaction:
            self.shelf.put(transaction, template.id, template)
        return template

    def delete(self, template: GoalTemplate) -> None:
        """Throw one of the AE's own templates away."""
        with self._context.transaction("delete", template.name) as transaction:
            self.shelf.remove(transaction, template.id)

    def draft(self, template: GoalTemplate, draft_id: str) -> GoalDraft:
        """Return a new draft of a template, its dates counted from today; nothing is stored yet."""
        return draft_from_template(template, draft_id, self._goals.rules(), self._context.today())
