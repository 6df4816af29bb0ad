"""Options that every command takes, before and after its name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from aegoals.cli.session import Session
from aegoals.locale.texts import _, languages, mark, use_language


class DayType(click.ParamType[date]):
    """A calendar day, written YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; wrong usage where it is none."""
        from aegoals.domain.fields import read_day

        try:
            return read_day(value)
        except ValueError as error:
            self.fail(f"“{value}” {error}.", param, ctx)


DAY = DayType()
FILE = click.Path(path_type=Path)
READABLE_FILE = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)


def _use_data(context: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    session = context.ensure_object(Session)
    session.data = value or session.data


def _use_today(context: click.Context, _parameter: click.Parameter, value: date | None) -> None:
    session = context.ensure_object(Session)
    session.day = value or session.day


def _use_language(_context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is None:
        return
    known = languages()
    wanted = value.replace("-", "_")
    if not {wanted, wanted.partition("_")[0]} & set(known):
        raise click.BadParameter(
            _("There are no texts in “{tag}”; there are: {languages}.").format(tag=value, languages=", ".join(known)),
            param=parameter,
        )
    use_language(value)


def _use_descriptor(context: click.Context, _parameter: click.Parameter, value: int | None) -> None:
    session = context.ensure_object(Session)
    if value is not None:
        session.passphrases.use_descriptor(value)


def everywhere(*, data_variable: str | None = None) -> Sequence[click.Option]:
    """Return new options for the data file, the day, the language and the passphrase; they fill the session."""
    return (
        click.Option(
            ["--data"],
            type=FILE,
            metavar="FILE",
            envvar=data_variable,
            show_envvar=data_variable is not None,
            expose_value=False,
            callback=_use_data,
            help=mark("Use this data file instead of the one in your data folder."),
        ),
        click.Option(
            ["--today"],
            type=DAY,
            metavar=DAY.name,
            expose_value=False,
            callback=_use_today,
            help=mark("See everything as of this day; what is dated later does not count."),
        ),
        click.Option(
            ["--lang"],
            metavar="TAG",
            is_eager=True,
            expose_value=False,
            callback=_use_language,
            help=mark("Language of the texts, such as en."),
        ),
        click.Option(
            ["--passphrase-fd"],
            type=click.IntRange(min=0),
            metavar="N",
            expose_value=False,
            callback=_use_descriptor,
            help=mark("Read the passphrase of a locked file from this open file descriptor."),
        ),
    )


EVERYWHERE = frozenset(option.name for option in everywhere())


def limit_option(shown: int, text: str) -> click.Option:
    """Return a new ``--limit`` option: how many are printed at the most."""
    kind = click.IntRange(min=1)
    return click.Option(["--limit"], type=kind, default=shown, show_default=True, metavar="N", help=text)


def json_option() -> click.Option:
    """Return a new ``--json`` option for a command that reads."""
    return click.Option(["--json", "as_json"], is_flag=True, help=mark("Print JSON for other programs."))
