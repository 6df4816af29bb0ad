"""Reading of goal sentences: what, how much, by when, how vague, in five languages."""

from aegoals.domain.reading.reader import GoalReading, read_goal

__all__ = ["GoalReading", "read_goal"]
