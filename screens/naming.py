"""A refusal that says which field of a form it is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from aegoals.errors import AmbiguousInput, RefusedInput


@contextmanager
def naming(field: str) -> Iterator[None]:
    """Put the field's id before a refusal: the form shows its label there and goes to it."""
    try:
        yield
    except AmbiguousInput as error:
        raise AmbiguousInput(f"{field}: {error.message}", error.repair, error.readings) from error
    except RefusedInput as error:
        raise RefusedInput(f"{field}: {error.message}", error.repair) from error
