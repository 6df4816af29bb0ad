"""Every user command, declared once: from here come key bindings, footer, palette, help page and README."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from aegoals.locale.texts import mark


@dataclass(frozen=True, slots=True)
class Command:
    """One command: a stable id (also its action), its keys (the first is shown), a title and a sentence."""

    id: str
    keys: str
    title: str
    help: str
    is_shown: bool = True
    priority: bool = False

    @property
    def action(self) -> str:
        """The Textual action that carries the command out."""
        return self.id

    @property
    def is_numbered(self) -> bool:
        """Whether its keys are several digits, each of which does the same with another thing."""
        return self.key.isdecimal() and self.key != self.keys

    @property
    def key(self) -> str:
        """The key that is shown."""
        return self.keys.split(",", maxsplit=1)[0]


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """Return the key bindings of these commands."""
    return [binding for command in commands for binding in bindings_of(command)]


def bindings_of(command: Command) -> list[Binding]:
    """Return one binding for each key of a command; the first one is shown."""
    return [
        Binding(
            key,
            f"{command.action}({key})" if command.is_numbered else command.action,
            command.title,
            show=command.is_shown and key == command.key,
            priority=command.priority,
            tooltip=command.help,
            id=f"{command.id}.{place}" if place else command.id,
        )
        for place, key in enumerate(command.keys.split(","))
    ]


# ruff: noqa: E501
# fmt: off
HELP = Command("app.help", "f1,question_mark", mark("Help"), mark("Show what can be done here."))
TODAY = Command("app.go('today')", "f2,t", mark("Today"), mark("What today asks, what was done, what slipped."), is_shown=False)
GOALS = Command("app.go('goals')", "f3,g", mark("Goals"), mark("Every goal with its bar."), is_shown=False)
LOG = Command("app.go('log')", "f4,d", mark("Log"), mark("Any day's log, and the week's totals."), is_shown=False)
CAREER = Command("app.go('career')", "f5,c", mark("Career"), mark("Aspirations, skills, training."), is_shown=False)
SETTINGS = Command("app.go('settings')", "f6,s", mark("Settings"), mark("Profile, calendar, theme, files."), is_shown=False)
INSIGHTS = Command("app.go('insights')", "f12,b", mark("Insights"), mark("Key figures, funnel, records, closed goals."), is_shown=False)
UNDO = Command("app.undo", "u,ctrl+z", mark("Undo"), mark("Take the latest action back."), is_shown=False)
REDO = Command("app.redo", "r,ctrl+y", mark("Redo"), mark("Do again what was taken back."), is_shown=False)
MASK = Command("app.mask", "f9", mark("Mask"), mark("Mask names and amounts while others see the screen; again shows them."), is_shown=False, priority=True)
QUIT = Command("app.quit", "ctrl+q,q", mark("Quit"), mark("Leave; everything is saved already."), is_shown=False)
PALETTE = Command("app.command_palette", "ctrl+p", mark("Commands"), mark("Find a command or a goal by name."), is_shown=False)
EVERYWHERE = (HELP, TODAY, GOALS, LOG, CAREER, SETTINGS, INSIGHTS, UNDO, REDO, MASK, PALETTE, QUIT)

WRITE = Command("write", "l", mark("Log"), mark("Write down what you did."))
NEW_GOAL = Command("new_goal", "n", mark("New goal"), mark("Write a SMART goal, step by step."))
TEMPLATE = Command("template", "1,2,3,4,5,6,7,8,9", mark("Template"), mark("Log one of your own lines, or put it into the line."), is_shown=False)
ADD_ONE = Command("add_one", "plus", mark("One more"), mark("Log one more of what the goal counts."), is_shown=False)
TAKE_ONE = Command("take_one", "minus", mark("One less"), mark("Take today's latest one back."), is_shown=False)
OPEN = Command("open", "enter", mark("Open"), mark("Open what the cursor stands on."), is_shown=False)
FILTER = Command("filter", "f", mark("Filter"), mark("Running, slipping, closed or archived goals."))
SORT = Command("sort", "o", mark("Order"), mark("By urgency, end date, progress or name."))
FIND = Command("find", "slash", mark("Find"), mark("Show what holds a word."))
ARCHIVE = Command("archive", "x", mark("Archive"), mark("Take the goal out of the list, or bring it back."))
EDIT = Command("edit", "e", mark("Edit"), mark("Change it."))
DELETE = Command("delete", "delete,backspace", mark("Delete"), mark("Delete it; undo brings it back."))
ADJUST = Command("adjust", "a", mark("Adjust"), mark("Change target or dates, with the reason."))
CHECK_IN = Command("check_in", "i", mark("Check in"), mark("Report the value of today by hand."))
PAUSE = Command("pause", "p", mark("Pause"), mark("Pause the goal, or go on with it."))
CLOSE = Command("close_goal", "k", mark("Close"), mark("End the goal with its result, or reopen it."))
WAIVE = Command("waive", "w", mark("Wave off"), mark("Live with the finding under the cursor, with the reason."))
WAVE_END = Command("wave_end", "w", mark("Wave off"), mark("Do not ask how the goal went that has ended."))
CHANGES = Command("changes", "h", mark("History"), mark("Tell how it changed, with the reasons."))
WHY = Command("why", "y", mark("Why?"), mark("Show how every figure of the goal was worked out."))
WHAT_IF = Command("what_if", "f", mark("What if"), mark("Try other habits and see how the goal would end."))
MORE = Command("move(1)", "right,plus", mark("More"), mark("Move the lever up."))
LESS = Command("move(-1)", "left,minus", mark("Less"), mark("Move the lever down."))
RESET = Command("reset", "0", mark("Reset"), mark("Put the levers back to where they are now."))
ADOPT = Command("adopt", "ctrl+s", mark("Adopt"), mark("Make goals of what was moved."))
BACK = Command("back", "escape", mark("Back"), mark("Go back to where you came from."))
EARLIER = Command("day(-1)", "left", mark("Day before"), mark("Go to the day before."))
LATER = Command("day(1)", "right", mark("Day after"), mark("Go to the day after."))
GO_TO_DAY = Command("go_to_day", "j", mark("Go to"), mark("Go to a date."))
VIEW = Command("view", "v", mark("View"), mark("Show the day, its week or its month."))
AMOUNTS = Command("amounts", "a", mark("Money"), mark("Show the grid by money won, or by what was done."))
SEARCH = Command("search", "slash", mark("Search"), mark("Search the log of all years."))
MARK = Command("mark_record", "space", mark("Mark"), mark("Mark the record, to change several at once."))
MARK_ALL = Command("mark_all", "asterisk", mark("Mark all"), mark("Mark every record, or none."), is_shown=False)
MOVE = Command("move_record", "m", mark("Move"), mark("Move the records to another day."))
COPY = Command("copy_record", "k", mark("Copy"), mark("Log the records once more."))
TAG = Command("tag_record", "number_sign", mark("Tag"), mark("Put tags on the records, or take them off."))
DAY_OFF = Command("day_off", "o", mark("Day off"), mark("Mark the day, or the days without records, as off."))
TABLE = Command("table", "v", mark("Table"), mark("Show the chart as a table, or as a chart again."))
CUT = Command("cut", "p", mark("Periods"), mark("Show months or quarters."))
EARLIER_PERIODS = Command("shift(-1)", "left", mark("Earlier"), mark("Go a period back."))
LATER_PERIODS = Command("shift(1)", "right", mark("Later"), mark("Go a period on."))
NEW_ASPIRATION = Command("new_aspiration", "a", mark("Aspiration"), mark("Where do you want to be?"))
NEW_SKILL = Command("new_skill", "k", mark("Skill"), mark("A skill: today's level and the wanted one."))
NEW_TRAINING = Command("new_training", "h", mark("Training"), mark("A course, a book, practice: hours planned and done."))
NEW_TALK = Command("new_talk", "m", mark("Talk"), mark("A talk: questions, what was said, what was agreed."))
ROLE = Command("role", "o", mark("Role"), mark("What your role covers, what is expected, what is unclear."))
TIMELINE = Command("timeline", "v", mark("Timeline"), mark("Everything that happened in your career, by day."))
HOW_COUNTED = Command("how_counted", "y", mark("How counted"), mark("Show how the bar of the aspiration is worked out."))
ADD_SKILL = Command("add_skill", "k", mark("Skill"), mark("Put a skill on the path: one that is there, or a new one."))
ADD_EXPERIENCE = Command("add_experience", "x", mark("Experience"), mark("Put something to have done on the path."))
TICK = Command("tick", "space", mark("Done"), mark("Tick it off, or open it again."))
REACHED = Command("reached", "w", mark("Reached"), mark("Mark the aspiration as reached, or take that back."))
RATE = Command("rate", "p", mark("Rate"), mark("Rate the skill; earlier ratings stay."))
ATTACH = Command("attach", "v", mark("Evidence"), mark("Attach a won deal, a training, a feedback or a note of the log."))
AGREE = Command("agree", "a", mark("Agreed"), mark("Write down what was agreed, by whom, until when."))
EXPECT = Command("expect", "a", mark("Expected"), mark("Write down what is expected of you, agreed with whom and when."))
UNCLEAR = Command("unclear", "x", mark("Unclear"), mark("Write down what is unclear, to ask in the next talk."))
STILL_TRUE = Command("still_true", "i", mark("Still true"), mark("Say that the role is as it is written."))
TRAIN = Command("train", "plus,i", mark("Log hours"), mark("Log hours of the training under the cursor."))
FEEDBACK = Command("feedback", "f", mark("Feedback"), mark("Feedback given and received, and the patterns in it."))
REWARDS = Command("rewards", "w", mark("Rewards"), mark("Rewards, contests, personal records, the evidence pack."))
NEW_FEEDBACK = Command("new_feedback", "n", mark("New"), mark("Keep a feedback."))
GOAL_FROM = Command("goal_from", "m", mark("Make a goal"), mark("Begin a goal out of the feedback or the pattern."))
PASS_ON = Command("pass_on", "p", mark("Pass on"), mark("Pass the feedback or the pattern on to a person or a department."))
NEW_REWARD = Command("new_reward", "n", mark("Reward"), mark("Promise yourself a reward."))
NEW_CONTEST = Command("new_contest", "o", mark("Contest"), mark("Set a contest against yourself for the day or the week."))
CLAIM = Command("claim", "l", mark("Claim"), mark("Claim the earned reward."))
PACK = Command("pack", "p", mark("Evidence"), mark("Write wins, goals, feedback and skills into a file for an appraisal."))
DAYS_OFF = Command("days_off", "o", mark("Days off"), mark("Mark a range of days as days off."))
NEXT_STEP = Command("next_step", "f8,ctrl+n", mark("Next step"), mark("Go on to the next step."))
STEP_BACK = Command("step_back", "f7", mark("Step back"), mark("Go back a step; nothing is lost."))
REPAIR = Command("repair", "ctrl+r", mark("Repair"), mark("Apply the first repair that is offered."))
KEEP_TEMPLATE = Command("keep_template", "ctrl+t", mark("Template"), mark("Keep the answers as a template."), is_shown=False)
SAVE_DRAFT = Command("save_draft", "ctrl+s", mark("Keep draft"), mark("Keep the draft and leave."))
CONFIRM = Command("confirm", "ctrl+s", mark("Save"), mark("Take over what was entered."))
CANCEL = Command("cancel", "escape", mark("Cancel"), mark("Leave without changing anything."))
NEXT_FIELD = Command("field(1)", "down", mark("Next field"), mark("Go to the next field; Enter and Tab do so too."))
FIELD_BEFORE = Command("field(-1)", "up", mark("Field before"), mark("Go back to the field before."), is_shown=False)
YES = Command("yes", "y", mark("Yes"), mark("Do it."))
NO = Command("no", "n", mark("No"), mark("Leave it as it is."))
UNLOCK = Command("unlock", "enter", mark("Open"), mark("Open the locked data file."))
LEAVE = Command("leave", "escape", mark("Leave"), mark("Leave the program; the file stays locked."))
# fmt: on
