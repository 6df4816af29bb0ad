"""What an action was, in words: for history, undo and redo."""

from __future__ import annotations

from aegoals.locale.texts import _, mark

_VERBS = {
    "log": mark("log"),
    "check_in": mark("check-in"),
    "count": mark("log"),
    "edit": mark("edit"),
    "delete": mark("delete"),
    "copy": mark("copy"),
    "plan": mark("new goal"),
    "adjust": mark("adjust"),
    "pause": mark("pause"),
    "resume": mark("resume"),
    "close": mark("close"),
    "reopen": mark("reopen"),
    "archive": mark("archive"),
    "waive": mark("wave off"),
    "tick": mark("milestone"),
    "draft": mark("draft"),
    "import": mark("import"),
    "demo": mark("demo"),
    "profile": mark("settings"),
    "career": mark("career"),
    "train": mark("training"),
    "rate": mark("rating"),
    "evidence": mark("evidence"),
    "talk": mark("talk"),
    "role": mark("role"),
    "feedback": mark("feedback"),
    "reward": mark("reward"),
    "contest": mark("contest"),
    "renew": mark("next period"),
    "restore": mark("restore"),
    "merge": mark("merge"),
    "repair": mark("repair"),
}


def action_words(verb: str, title: str) -> str:
    """Return what an action was, such as ``log: 3 calls``."""
    word = _(_VERBS.get(verb, verb))
    return f"{word}: {title}" if title else word


def undone_words(verb: str, title: str) -> str:
    """Return what is taken back or done again; a line of the log speaks for itself."""
    return title if title and verb in {"log", "count"} else action_words(verb, title)
