"""What a goal, a log record, a career or a calendar is, and what follows: pure functions of (data, today)."""
