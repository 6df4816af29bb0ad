"""All services over one data file: the AE's desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aegoals import clock

if TYPE_CHECKING:
    from aegoals.domain.talk import Promise
    from aegoals.services.career import CareerService
    from aegoals.services.cheer import CheerService
    from aegoals.services.coaching import CoachingService
    from aegoals.services.contests import ContestService
    from aegoals.services.context import Context
    from aegoals.services.deals import DealService
    from aegoals.services.drafts import DraftService
    from aegoals.services.feedback import FeedbackService
    from aegoals.services.goal_reader import GoalReader
    from aegoals.services.goal_templates import GoalTemplateService
    from aegoals.services.goals import GoalService
    from aegoals.services.history import HistoryService
    from aegoals.services.insight import InsightService
    from aegoals.services.keeping import KeepingService
    from aegoals.services.keeping_changes import ChangeHistory
    from aegoals.services.keeping_doctor import DoctorService
    from aegoals.services.keeping_merge import MergeService
    from aegoals.services.kinds import KindService
    from aegoals.services.kpis import KpiService
    from aegoals.services.locking import LockService
    from aegoals.services.log import LogService
    from aegoals.services.packs import PackService
    from aegoals.services.privacy import PrivacyService
    from aegoals.services.profile import ProfileService
    from aegoals.services.prompt import PromptService
    from aegoals.services.records import RecordService
    from aegoals.services.rewards import RewardService
    from aegoals.services.shelf import Shelf
    from aegoals.services.splitting import SplitService
    from aegoals.services.templates import TemplateService
    from aegoals.services.upkeep import UpkeepService
    from aegoals.services.what_if import WhatIfService
    from aegoals.store.keyring import Ask
    from aegoals.store.protocol import Store, StoredFile


class Desk:
    """The door between a face and the store.

    Nothing is opened and no service imported before it is first used: the program paints its first
    frame before it pays for the models and the file.
    """

    def __init__(
        self,
        open_store: Callable[[], Store],
        today: Callable[[], date] = clock.today,
        now: Callable[[], datetime] = clock.now,
        open_locking: Callable[[], LockService] | None = None,
        data_file: Callable[[], Path] | None = None,
    ) -> None:
        self._open_store = open_store
        self._open_locking = open_locking
        self._data_file = data_file
        self._now = now
        self.today = today

    @cached_property
    def _context(self) -> Context:
        from aegoals.services.context import Context

        return Context(self._open_store(), self.today, self._now)

    @cached_property
    def profile(self) -> ProfileService:
        """The AE's settings."""
        from aegoals.services.profile import ProfileService

        return ProfileService(self._context)

    @cached_property
    def standings(self) -> GoalReader:
        """Goals as they stand, for a one-line command that changes none: it does without the rest of ``goals``."""
        from aegoals.services.goal_reader import GoalReader

        return GoalReader(self._context)

    @cached_property
    def goals(self) -> GoalService:
        """Goals."""
        from aegoals.services.goals import GoalService

        return GoalService(self._context)

    @cached_property
    def coaching(self) -> CoachingService:
        """What goals and drafts still lack, by the AE's own history."""
        from aegoals.services.coaching import CoachingService

        return CoachingService(self._context, self.goals)

    @cached_property
    def drafts(self) -> DraftService:
        """Goals on their way."""
        from aegoals.services.drafts import DraftService

        return DraftService(self._context)

    @cached_property
    def goal_templates(self) -> GoalTemplateService:
        """Goals to begin with."""
        from aegoals.services.goal_templates import GoalTemplateService

        return GoalTemplateService(self._context, self.goals)

    @cached_property
    def splits(self) -> SplitService:
        """Goals over quarters, months and weeks."""
        from aegoals.services.splitting import SplitService

        return SplitService(self._context, self.goals)

    @cached_property
    def log(self) -> LogService:
        """The daily log."""
        from aegoals.services.log import LogService

        return LogService(self._context)

    @cached_property
    def kinds(self) -> KindService:
        """The AE's own kinds of records."""
        from aegoals.services.kinds import KindService

        return KindService(self._context, self.goals)

    @cached_property
    def templates(self) -> TemplateService:
        """Lines that are logged with a number key."""
        from aegoals.services.templates import TemplateService

        return TemplateService(self.profile, self.log)

    @cached_property
    def records(self) -> RecordService:
        """Records that are there already."""
        from aegoals.services.records import RecordService

        return RecordService(self._context, self.log)

    @cached_property
    def career(self) -> CareerService:
        """Aspirations, skills, training."""
        from aegoals.services.career import CareerService

        return CareerService(self._context)

    @cached_property
    def deals(self) -> DealService:
        """Deals from a CRM's file."""
        from aegoals.services.deals import DealService

        return DealService(self._context)

    @cached_property
    def upkeep(self) -> UpkeepService:
        """What happens by itself when its day has come."""
        from aegoals.services.upkeep import UpkeepService

        return UpkeepService(self._context, self.goals)

    @cached_property
    def what_if(self) -> WhatIfService:
        """Other habits, tried on a goal."""
        from aegoals.services.what_if import WhatIfService

        return WhatIfService(self._context, self.goals)

    @cached_property
    def contests(self) -> ContestService:
        """Flash contests against oneself."""
        from aegoals.services.contests import ContestService

        return ContestService(self._context, self.log)

    @cached_property
    def feedback(self) -> FeedbackService:
        """Feedback given and received."""
        from aegoals.services.feedback import FeedbackService

        return FeedbackService(self._context, self.drafts)

    @cached_property
    def rewards(self) -> RewardService:
        """Promises to oneself."""
        from aegoals.services.rewards import RewardService

        return RewardService(self._context, self.goals, self.log)

    @cached_property
    def cheer(self) -> CheerService:
        """What was earned or won."""
        from aegoals.services.cheer import CheerService

        return CheerService(self._context, self.rewards, self.contests)

    @cached_property
    def packs(self) -> PackService:
        """Evidence for an appraisal."""
        from aegoals.services.packs import PackService

        return PackService(self._context, self.goals, self.career, self.feedback, self.contests)

    @cached_property
    def insight(self) -> InsightService:
        """How goals will end, and why figures are what they are."""
        from aegoals.services.insight import InsightService

        return InsightService(self._context, self.goals)

    @cached_property
    def kpis(self) -> KpiService:
        """Key figures."""
        from aegoals.services.kpis import KpiService

        return KpiService(self._context, self.goals)

    @cached_property
    def history(self) -> HistoryService:
        """Undo and redo."""
        from aegoals.services.history import HistoryService

        return HistoryService(self._context)

    @cached_property
    def prompt(self) -> PromptService:
        """The status for a shell prompt; nothing is opened for it where nothing changed."""
        from aegoals.services.prompt import PromptService

        if self._data_file is None:
            raise RuntimeError("this desk keeps its data in no file")
        return PromptService(
            self._data_file(), self.today, lambda: (self.standings, self.profile), lambda: len(self.agreed_due())
        )

    @cached_property
    def locking(self) -> LockService:
        """The passphrase of the data file."""
        if self._open_locking is None:
            raise RuntimeError("this desk keeps its data in no file that could be locked")
        return self._open_locking()

    @cached_property
    def keeping(self) -> KeepingService:
        """Backups and restores."""
        from aegoals.services.keeping import KeepingService

        return KeepingService(self._context)

    @cached_property
    def doctor(self) -> DoctorService:
        """What is wrong with the data and its files."""
        from aegoals.services.keeping_doctor import DoctorService

        return DoctorService(self._context, self.damaged)

    @cached_property
    def changes(self) -> ChangeHistory:
        """How single goals and records were changed."""
        from aegoals.services.keeping_changes import ChangeHistory

        return ChangeHistory(self._context)

    @cached_property
    def merging(self) -> MergeService:
        """What was done on another machine."""
        from aegoals.services.keeping_merge import MergeService

        return MergeService(self._context)

    @cached_property
    def privacy(self) -> PrivacyService:
        """What is kept where."""
        from aegoals.services.privacy import PrivacyService

        return PrivacyService(self.files)

    def is_new(self) -> bool:
        """Whether nothing was ever saved or skipped: the program then says welcome."""
        return not self._context.profile().welcomed and not self._context.store.history()

    def agreed_due(self) -> list[Promise]:
        """Return what was agreed in talks and is due, the oldest first; nothing is loaded where no talk was kept."""
        return self.career.talks.due() if self.has("talks") else []

    def has(self, table: str) -> bool:
        """Whether anything of this kind was ever kept; nothing is loaded to find out."""
        return bool(self._context.store.table(table))

    def wait_at_most(self, seconds: float) -> None:
        """Let a save wait no longer than this for another program's; it is refused in plain words then."""
        self._context.store.lock_wait = seconds

    def refresh(self) -> bool:
        """Read what another program wrote; True when something changed."""
        return self._context.store.refresh()

    def unread(self) -> int:
        """Return the bytes that another program wrote and :meth:`refresh` has still to read; 0 for none."""
        return self._context.store.unread()

    def look_ahead(self) -> None:
        """Read them already, in any thread, so that :meth:`refresh` has little left to do; raises DataFileError."""
        self._context.store.look_ahead()

    def subscribe(self, listener: Callable[[frozenset[str]], None]) -> Callable[[], None]:
        """Call the listener with the changed tables after every save; returns the way out."""
        return self._context.store.subscribe(listener)

    def damaged(self, *tables: str) -> list[tuple[str, str, str]]:
        """Return table, id and reason of every document that cannot be read; the file keeps it as it is.

        Without ``tables`` all are looked at, which takes half a second for ten years of records.
        """
        context, career = self._context, self.career
        shelves: tuple[Shelf[Any], ...] = (
            *(context.profiles, context.goals, context.records),
            *(self.drafts.shelf, self.goal_templates.shelf, career.aspirations, career.skills, career.trainings),
            *(career.talks.shelf, career.role.shelf),
            *(self.feedback.shelf, self.rewards.shelf, self.contests.shelf),
        )
        wanted = [shelf for shelf in shelves if not tables or shelf.table in tables]
        return [(shelf.table, key, reason) for shelf in wanted for key, reason in shelf.damaged()]

    def files(self) -> Sequence[StoredFile]:
        """Return the files in use."""
        return self._context.store.files()


def open_desk(path: Path | None = None, today: Callable[[], date] = clock.today, ask: Ask | None = None) -> Desk:
    """Open the AE's data: this file, or the one in the platform's data folder.

    ``ask`` gives the passphrase of a locked file; without it the file waits for ``desk.locking.unlock``.
    """
    from aegoals.store.keyring import Keyring, nobody

    keys = Keyring(ask or nobody)

    def data_file() -> Path:
        from aegoals.store.places import data_file

        return path or data_file()

    def open_store() -> Store:
        from aegoals.store.long_table import Settling
        from aegoals.store.tiny_store import TinyStore

        old_records = Settling("records", "date", ("account", "product"))
        return TinyStore(data_file(), clock=clock.now, keys=keys, settling=old_records)

    def open_locking() -> LockService:
        from aegoals.services.locking import LockService

        return LockService(data_file(), keys)

    return Desk(open_store, today, open_locking=open_locking, data_file=data_file)
