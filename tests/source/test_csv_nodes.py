from __future__ import annotations

from pathlib import Path

import pytest

from unitdeck.base.diagnostics import BuildError
from unitdeck.source.csv_nodes import read_csv
from unitdeck.source.nodes import MapNode, ScalarNode

COLUMNS = frozenset({"时期", "数值", "增速", "label", "value"})


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "收入.csv"
    path.write_bytes(text.encode(encoding))
    return path


def cells(row: object) -> list[tuple[str, str, int, int]]:
    assert isinstance(row, MapNode)
    found = []
    for entry in row.entries:
        assert isinstance(entry.value, ScalarNode)
        found.append((entry.key.text, entry.value.text, entry.value.span.line, entry.value.span.column))
    return found


def faults(folder: Path, text: str) -> list[tuple[str, int, int]]:
    with pytest.raises(BuildError) as caught:
        read_csv(write(folder, text), COLUMNS)
    return [(each.code, each.span.line, each.span.column) for each in caught.value.diagnostics if each.span]


def test_rows_are_mappings_with_the_place_of_each_cell(tmp_path: Path) -> None:
    path = write(tmp_path, '时期,数值,增速\r\n1月,"6,800",-4.2\r\n\r\n2月,,\r\n')
    rows, warnings = read_csv(path, COLUMNS)
    assert warnings == ()
    assert [cells(row) for row in rows.items] == [
        [("时期", "1月", 2, 1), ("数值", "6,800", 2, 4), ("增速", "-4.2", 2, 12)],
        [("时期", "2月", 4, 1), ("数值", "", 4, 4), ("增速", "", 4, 5)],
    ]
    assert rows.items[0].span.file == str(path)


def test_files_of_a_chinese_spreadsheet_are_read_with_a_warning(tmp_path: Path) -> None:
    rows, warnings = read_csv(write(tmp_path, "时期,数值,,\n1月,5,,\n", "gb18030"), COLUMNS)
    assert cells(rows.items[0]) == [("时期", "1月", 2, 1), ("数值", "5", 2, 4)]
    assert [each.code for each in warnings] == ["UD105"]


def test_lines_stay_true_after_a_cell_of_two_lines(tmp_path: Path) -> None:
    rows, _ = read_csv(write(tmp_path, '时期,数值\n"1月\n小计",5\n2月,6\n'), COLUMNS)
    assert [row.span.line for row in rows.items] == [2, 4]


def test_unknown_and_repeated_columns_long_rows_no_rows_and_broken_quotes(tmp_path: Path) -> None:
    assert faults(tmp_path, "时期,数字\n1月,5\n") == [("UD611", 1, 4)]
    assert faults(tmp_path, "时期,时期\n1月,5\n") == [("UD611", 1, 4)]
    assert faults(tmp_path, "时期,数值\n1月,34,096\n2月,3,4\n") == [("UD612", 2, 7), ("UD612", 3, 6)]
    assert faults(tmp_path, "时期,数值\n") == [("UD613", 1, 1)]
    assert faults(tmp_path, "\n") == [("UD613", 1, 1)]
    assert faults(tmp_path, '时期,数值\n"1月,5\n') == [("UD614", 1, 1)]
    assert faults(tmp_path, '时期,数值\n"1"月,5\n') == [("UD614", 1, 1)]
