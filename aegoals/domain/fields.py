"""The base of every model and the kinds of fields that models are made of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PlainSerializer, ValidationError

from aegoals.domain import text as _text
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _

FIRST_YEAR, LAST_YEAR = 1950, 2150
MOST_DIGITS, MOST_PLACES = 15, 6
SHARE_PLACES = 12  # a third of a large target must not be a cent off

_NUMBER = re.compile(r"[+-]?[0-9]{1,40}(\.[0-9]{1,40})?")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SLUG = re.compile(r"[^\W\d_]\w{0,39}")


def read_day(value: object) -> date:
    """Return a calendar day from a date or ISO text (YYYY-MM-DD); raises ValueError."""
    day = value if isinstance(value, date) and not isinstance(value, datetime) else _iso_day(value)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(_("is outside the years {first} to {last}").format(first=FIRST_YEAR, last=LAST_YEAR))
    return day


def _iso_day(value: object) -> date:
    if isinstance(value, str) and _ISO_DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError(_("is no day of the calendar; write it as YYYY-MM-DD")) from None
    raise ValueError(_("is not a date; write it as YYYY-MM-DD"))


def read_decimal(value: object, *, places: int = MOST_PLACES) -> Decimal:
    """Return a finite Decimal of at most 15 digits and 6 places; floats and bools are refused."""
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise ValueError(_("is not a number"))  # noqa: TRY004 - pydantic reports ValueError as a finding
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        raise ValueError(_("is not a number; write digits with a point, such as 1234.50"))
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(_("is not a finite number"))
    if number.adjusted() >= MOST_DIGITS:
        raise ValueError(_("is too large: at most {digits} digits").format(digits=MOST_DIGITS))
    return _in_figures(number, places)


def _in_figures(number: Decimal, most_places: int) -> Decimal:
    """Return the number rounded to so many places and without a power of ten: what is kept can be read again."""
    exponent = int(number.as_tuple().exponent)
    places = min(max(-exponent, 0), most_places)
    return number if places == -exponent else round(number, places)


def _share(value: object) -> Decimal:
    return read_decimal(value, places=SHARE_PLACES)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _line(value: str) -> str:
    if len(value) > _text.LONGEST_LINE:
        raise ValueError(_("is longer than {limit} characters").format(limit=_text.LONGEST_LINE))
    return _text.clean_line(value)


def _note(value: str) -> str:
    if len(value) > _text.LONGEST_NOTE:
        raise ValueError(_("is longer than {limit} characters").format(limit=_text.LONGEST_NOTE))
    return _text.clean_note(value)


def _named(value: str) -> str:
    if not value:
        raise ValueError(_("is empty"))
    return value


def _not_negative(value: Decimal) -> Decimal:
    if value < 0:
        raise ValueError(_("is negative"))
    return value


def _currency(value: str) -> str:
    code = value.strip().upper()
    if not (len(code) == 3 and code.isascii() and code.isalpha()):  # noqa: PLR2004 - ISO 4217
        raise ValueError(_("is not a currency; write its three letters, such as EUR"))
    return code


def _slug(value: str) -> str:
    if not _SLUG.fullmatch(value) or value != value.lower():
        raise ValueError(_("is not a kind; use small letters, digits and _"))
    return value


Line = Annotated[str, AfterValidator(_line)]
Name = Annotated[str, AfterValidator(_line), AfterValidator(_named)]
Note = Annotated[str, AfterValidator(_note)]
Day = Annotated[date, BeforeValidator(read_day)]
Number = Annotated[Decimal, BeforeValidator(read_decimal)]
Quantity = Annotated[Decimal, BeforeValidator(read_decimal), AfterValidator(_not_negative)]
Share = Annotated[
    Decimal, BeforeValidator(_share), AfterValidator(_not_negative), PlainSerializer(_plain, when_used="json")
]
Currency = Annotated[str, AfterValidator(_currency)]
Slug = Annotated[str, AfterValidator(_slug)]


class Model(BaseModel):
    """A frozen piece of the AE's data; fields that this version does not know survive a round trip."""

    model_config = ConfigDict(frozen=True, extra="allow", hide_input_in_errors=True, defer_build=True)

    @classmethod
    def build(cls, fields: Mapping[str, Any]) -> Self:
        """Build and check one object; raises RefusedInput naming the first value that cannot stand."""
        try:
            return cls.model_validate(fields)
        except ValidationError as error:
            raise refusal(error) from None

    def with_(self, **changes: object) -> Self:
        """Return a checked copy with these fields changed; raises RefusedInput."""
        return self.build({name: getattr(self, name) for name in self.model_fields_set} | changes)

    def document(self) -> dict[str, Any]:
        """Return what is kept of this object: JSON values without empty fields; unknown ones as they came."""
        return self.model_dump(mode="json", exclude_none=True) | (self.model_extra or {})


def refusal(error: ValidationError) -> RefusedInput:
    """Turn pydantic's report into one plain sentence about the first wrong field."""
    first = error.errors(include_url=False)[0]
    field = ".".join(str(part) for part in first["loc"]) or _("the entry")
    reason = first["msg"].removeprefix("Value error, ").removeprefix("Input ")
    if first["type"] == "missing":
        return RefusedInput(_("{field} is missing.").format(field=field))
    shown = _text.clean_line(str(first["input"]))[:60]
    if not first["loc"]:
        return RefusedInput(reason[:1].upper() + reason[1:] + ".")
    return RefusedInput(_("{field}: “{value}” {reason}.").format(field=field, value=shown, reason=reason))
