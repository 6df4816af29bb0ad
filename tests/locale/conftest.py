"""Settings of the property tests of numbers and dates."""

from __future__ import annotations

from hypothesis import settings

# A busy machine is no failure: what matters is the answer, not the millisecond.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
