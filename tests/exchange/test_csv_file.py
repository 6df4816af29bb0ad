from __future__ import annotations

import csv
import io
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aegoals.errors import RefusedInput
from aegoals.exchange import csv_file
from aegoals.exchange.csv_file import CsvFile, read_csv

CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)


def _read(folder: Path, content: bytes | str) -> CsvFile:
    path = folder / "deals.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_csv(path)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_delimiter_is_found_in_the_header(tmp_path: Path, mark: str) -> None:
    file = _read(tmp_path, f"id{mark}name\n1{mark}Ada\n")
    assert file.header == ("id", "name")
    assert file.rows[0].cells == ("1", "Ada")


def test_a_semicolon_table_may_hold_commas_in_its_header(tmp_path: Path) -> None:
    assert _read(tmp_path, "id;value (net, EUR);owner\n").header == ("id", "value (net, EUR)", "owner")


def test_the_separator_line_of_a_spreadsheet_is_obeyed(tmp_path: Path) -> None:
    file = _read(tmp_path, "sep=;\r\nid;name\r\n1;a,b,c\r\n")
    assert file.header == ("id", "name")
    assert [row.line for row in file.rows] == [3]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_unicode_encoding_of_a_spreadsheet_is_read(tmp_path: Path, encoding: str) -> None:
    file = _read(tmp_path, "id,name\n1,Örnhamn 青空\n".encode(encoding))
    assert file.rows[0].cells == ("1", "Örnhamn 青空")
    assert file.header[0] == "id"
    assert file.notes == ()


def test_another_encoding_is_read_as_windows_1252_and_said(tmp_path: Path) -> None:
    file = _read(tmp_path, "id,name\n1,Örnhamn\n".encode("cp1252"))
    assert file.rows[0].cells == ("1", "Örnhamn")
    assert "Windows-1252" in file.notes[0]


def test_line_numbers_are_those_of_the_file(tmp_path: Path) -> None:
    file = _read(tmp_path, 'id,name\n\n1,"two\nlines"\n2,b\n')
    assert [(row.line, row.cells[0]) for row in file.rows] == [(3, "1"), (5, "2")]


def test_short_rows_are_filled_up_and_empty_rows_passed_over(tmp_path: Path) -> None:
    file = _read(tmp_path, "id,name,place\n1\n,,\n  \n")
    assert [row.cells for row in file.rows] == [("1", "", "")]


def test_a_row_wider_than_the_header_is_a_problem(tmp_path: Path) -> None:
    file = _read(tmp_path, "id,name\n1,Acme, Inc.\n2,b,,\n")
    assert [(one.line, one.reason) for one in file.problems] == [(2, "it has 3 cells, the header has 2")]
    assert [row.line for row in file.rows] == [3]


@pytest.mark.parametrize("broken", ['1,"never closed', '1,"a"b', '1,"' + "x" * 200_000 + '"'])
def test_a_stray_quote_mark_costs_one_row(tmp_path: Path, broken: str) -> None:
    rows = "".join(f"{number},x\n" for number in range(150))
    file = _read(tmp_path, f"id,name\n{broken}\n{rows}")
    assert [one.line for one in file.problems] == [2]
    assert len(file.rows) == 150


def test_a_hostile_file_of_quote_marks_ends_soon(tmp_path: Path) -> None:
    content = "id,name\n" + '"""\n' * 60_000
    start = time.monotonic()
    _read(tmp_path, content)
    assert time.monotonic() - start < 20


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (b"PK\x03\x04 a workbook", "not a text file"),
        (b"id\0name", "not a text file"),
        (b",,\n1,2,3\n", "names no columns"),
        (b'"id,name\n', "names no columns"),
    ],
)
def test_what_is_no_table_is_refused_in_plain_words(tmp_path: Path, content: bytes, word: str) -> None:
    with pytest.raises(RefusedInput, match=word):
        _read(tmp_path, content)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path, Path("a\0b")):
        with pytest.raises(RefusedInput, match="cannot be read"):
            read_csv(path)


def test_too_large_a_file_is_refused_before_it_is_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_file, "LARGEST_FILE", 20)
    with pytest.raises(RefusedInput, match="MB"):
        _read(tmp_path, "id,name\n" + "1,Ada\n" * 3)


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_file, "MOST_ROWS", 3)
    assert len(_read(tmp_path, "id\n" + "1\n" * 3).rows) == 3
    with pytest.raises(RefusedInput, match="more than 3 rows"):
        _read(tmp_path, "id\n" + "1\n" * 4)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=6))
def test_what_the_csv_module_writes_is_read_back(tmp_path: Path, rows: list[tuple[str, str, str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([("id", "name", "place"), *rows])
    file = _read(tmp_path, text.getvalue())
    assert [row.cells for row in file.rows] == [row for row in rows if any(cell.strip() for cell in row)]
    assert file.problems == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    try:
        file = _read(tmp_path, b"id,name\n" + content)
    except RefusedInput:
        return
    assert all(len(row.cells) == len(file.header) for row in file.rows)
