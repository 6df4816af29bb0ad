"""How a goal will end: a range and a chance, from what was done before. The method: docs/explanation/forecast.md."""

from aegoals.domain.forecast.ending import (
    FEWEST_DAYS,
    Forecast,
    Scenario,
    can_be_foreseen,
    forecast,
    history_start,
    kinds_read,
)

__all__ = ["FEWEST_DAYS", "Forecast", "Scenario", "can_be_foreseen", "forecast", "history_start", "kinds_read"]
