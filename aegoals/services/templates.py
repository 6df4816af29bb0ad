"""Lines that are logged with a number key; the first has the 1."""

from __future__ import annotations

from collections.abc import Sequence

from aegoals.domain.template import MOST_TEMPLATES, Template
from aegoals.errors import NotFound, RefusedInput
from aegoals.locale.texts import _
from aegoals.services.log import LogService
from aegoals.services.profile import ProfileService


class TemplateService:
    """Reads and changes the AE's templates; every change is one action."""

    def __init__(self, profile: ProfileService, log: LogService) -> None:
        self._profile = profile
        self._log = log

    def all(self) -> Sequence[Template]:
        """Return the templates in the order of their keys."""
        return self._profile.get().templates

    def get(self, number: int) -> Template:
        """Return the template of a number key; raises NotFound."""
        if not 1 <= number <= len(self.all()):
            raise NotFound(
                _("The key {number} has no template yet.").format(number=number),
                _("Add templates in Settings (F6)."),
            )
        return self.all()[number - 1]

    def save(self, number: int | None, line: str, name: str = "") -> Template:
        """Change the template of a number key, or add one; raises RefusedInput."""
        kept = list(self.all())
        template = Template.build({"line": line, "name": name})
        self._check(template)
        if number is not None:
            kept[number - 1] = template
        elif len(kept) >= MOST_TEMPLATES:
            raise RefusedInput(
                _("There are {count} templates already.").format(count=MOST_TEMPLATES),
                _("Change one, or delete one first."),
            )
        else:
            kept.append(template)
        self._keep(template, kept)
        return template

    def delete(self, number: int) -> Template:
        """Delete a template; those behind it move up."""
        template = self.get(number)
        self._keep(template, [one for place, one in enumerate(self.all(), 1) if place != number])
        return template

    def _check(self, template: Template) -> None:
        """Refuse a line that could never be logged; one that asks something each time is fine."""
        if template.has_gap:
            return
        reading = self._log.read(template.line)
        for doubt in reading.doubts:
            if not doubt.readings:
                raise RefusedInput(doubt.message, _("A template is a line that can be logged."))
        if not reading.doubts:
            self._log.records_of(template.line, reading)

    def _keep(self, changed: Template, templates: Sequence[Template]) -> None:
        title = _("Template: {title}").format(title=changed.title)
        self._profile.change(title, templates=tuple(templates))
