"""The changes of the file's schema, in order. A new one is added at the end; none is ever edited."""

from __future__ import annotations

from aegoals.store.migrations import m001_first_schema

MIGRATIONS = (m001_first_schema.apply,)
