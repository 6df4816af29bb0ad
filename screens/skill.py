"""One skill: now against wanted, its history, what shows it, the trainings for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from aegoals.locale.texts import _, mark
from screens.attempt import work_and_tell
from screens.career_item import CareerItemPage, delete_item
from screens.commands import ATTACH, BACK, DELETE, EDIT, FIND, NEW_GOAL, NEW_TRAINING, OPEN, RATE, TRAIN, bindings
from widgets.rows import Row, heading, key_of, line_row, note, parts_of, stack
from widgets.spans import name, wrap

if TYPE_CHECKING:
    from aegoals.domain.career import Proof, Rating, Skill
    from aegoals.services.career_evidence import Source
    from screens.picking import Offer


class SkillPage(CareerItemPage):
    """One skill with its history and its evidence."""

    ABOUT = mark(
        "The scale goes from 0 (not yet) to 5 (others learn it from me); p rates the skill anew and keeps the earlier "
        "ratings. Evidence says what it says today: where its source was deleted, the line says so. On the first line "
        "delete deletes the skill."
    )
    COMMANDS_HERE = (BACK, RATE, ATTACH, NEW_TRAINING, TRAIN, NEW_GOAL, EDIT, DELETE, FIND, OPEN)
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)

    @property
    def skill(self) -> Skill:
        """The skill as it is now; raises NotFound."""
        return self.desk.career.skills.get(self.key)

    def heading(self) -> str:
        """Return the skill's title."""
        return _("Skill: {title}").format(title=self.skill.title)

    def rows(self, width: int) -> list[Row]:
        """Return picture, history, evidence and trainings."""
        from aegoals.domain.career_words import PROOF_KINDS
        from widgets.career_rows import proof_row, rating_row, training_row

        skill, locale = self.skill, self.desk.profile.get().locale
        history = [rating_row(place, one, locale) for place, one in enumerate(skill.history) if self._is_sought(one)]
        shown = self.desk.career.evidence.shown(skill)
        proofs = [
            proof_row(key_of("proof", str(place)), proof.kind, source.words, source.day, locale)
            for place, (proof, source) in sorted(enumerate(shown), key=_latest_first)
            if self.holds(source.words, _(PROOF_KINDS[proof.kind]))
        ]
        served = [one for one in self.desk.career.trainings.all() if one.skill == skill.id and self.holds(one)]
        trainings = [training_row(one, locale) for one in served]
        return stack(
            _picture(skill, width) if self.holds(skill.title, skill.evidence) else [],
            self.section(heading(_("Evidence")), proofs, _("None yet. Press v to attach some.")),
            self.section(heading(_("Ratings")), history[::-1], _("None yet. Press p to rate it.")),
            self.section(heading(_("Training")), trainings, _("None yet. Press h to add one.")),
            [] if self.word else _scale(width),
        )

    def _is_sought(self, one: Rating) -> bool:
        from aegoals.domain.career_words import level_words

        return self.holds(one.note, level_words(one.level))

    # --- commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits the row under the cursor."""
        what, _name = self.chosen()
        if action == "train" and what != "training":
            return False
        if action == "delete" and not what:
            return False
        return super().check_action(action, parameters)

    def open_row(self, what: str, name: str) -> None:
        """Open the form of a training or a rating, the record of evidence from the log."""
        if what in {"training", "rating"}:
            self.action_edit()
        elif what == "proof":
            self._open_proof(int(name))
        elif what == "skill":
            self.action_rate()

    @work_and_tell
    async def _open_proof(self, place: int) -> None:
        from screens.career_filling import fill_feedback, fill_training
        from screens.record_form import edit_record

        proof, source = self.desk.career.evidence.shown(self.skill)[place]
        if source.is_gone:
            return
        if proof.kind in {"deal", "note"}:
            await edit_record(self.app, self.desk, proof.ref)
        elif proof.kind == "feedback":
            await fill_feedback(self, self.desk.feedback.shelf.get(proof.ref))
        elif proof.kind == "training":
            await fill_training(self, self.desk.career.trainings.get(proof.ref))

    @work_and_tell
    async def action_rate(self) -> None:
        """Rate the skill anew."""
        from screens.career_filling import fill_rating

        await fill_rating(self, self.skill)

    @work_and_tell
    async def action_attach(self) -> None:
        """Attach evidence by picking it."""
        from aegoals.domain.career import ProofKind
        from screens.picking import PickDialog

        locale = self.desk.profile.get().locale
        offers = [_offer(one, locale) for one in self.desk.career.evidence.offered(self.skill)]
        if not offers:
            self.notify(_("There is nothing to attach yet: no won deal, no training, no feedback, no note in the log."))
            return
        about = _("Won deals, trainings and feedback of all years, and the log's notes of the last twelve months.")
        picked = await self.app.push_screen_wait(PickDialog(_("What shows it?"), offers, about))
        if picked:
            kind, ref = parts_of(picked)
            self.desk.career.attach(self.key, ProofKind(kind), ref)

    @work_and_tell
    async def action_new_training(self) -> None:
        """Add a training for the skill."""
        from screens.career_filling import fill_training

        await fill_training(self, skill=self.key)

    @work_and_tell
    async def action_train(self) -> None:
        """Log hours of the training under the cursor."""
        from screens.career_filling import log_hours

        what, training = self.chosen()
        if what == "training":
            await log_hours(self, training)

    def action_new_goal(self) -> None:
        """Write a development goal for the skill."""
        from screens.career_filling import write_goal

        write_goal(self, self.desk.career.paths.draft_for_skill(self.skill))

    @work_and_tell
    async def action_edit(self) -> None:
        """Change the training or the rating under the cursor, else the skill."""
        from screens.career_filling import fill_rated, fill_skill, fill_training

        what, key = self.chosen()
        if what == "training":
            await fill_training(self, self.desk.career.trainings.get(key))
        elif what == "rating":
            await fill_rated(self, self.skill, int(key))
        else:
            await fill_skill(self, self.skill)

    def action_delete(self) -> None:
        """Delete the rating or training under the cursor, or take the evidence off."""
        what, place = self.chosen()
        career = self.desk.career
        if what == "rating":
            self.delete_now(lambda: career.forget_rating(self.key, int(place)))
        elif what == "proof":
            self.delete_now(lambda: career.detach(self.key, self.skill.proofs[int(place)]))
        else:
            delete_item(self, what, place)


def _latest_first(place: tuple[int, tuple[Proof, Source]]) -> int:
    _place, (_proof, source) = place
    return -source.day.toordinal() if source.day else 1


def _picture(skill: Skill, width: int) -> Iterator[Row]:
    from widgets.career_rows import level_line

    yield line_row(key_of("skill", skill.id), level_line(skill, width))
    for line in wrap(skill.evidence, width) if skill.evidence else ():
        yield line_row(None, [name(line, "muted")])


def _scale(width: int) -> Iterator[Row]:
    from aegoals.domain.career_words import SCALE

    yield heading(_("The scale"))
    for level, step in enumerate(SCALE):
        for line in wrap(f"{level} {_(step.title)} – {_(step.about)}", width):
            yield note(line)


def _offer(one: Source, locale: str) -> Offer:
    from screens.picking import Offer
    from widgets.career_rows import proof_row

    return Offer(proof_row(key_of(one.kind, one.ref), one.kind, one.words, one.day, locale), one.words)
