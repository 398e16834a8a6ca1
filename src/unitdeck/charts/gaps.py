"""「—」 where a period or unit has no figure at all, so that missing is never taken for 0.

A point that is not there can have no label. So a column of the sheet is 0 where there is nothing to draw, and its label
is 「—」; it is computed, so that goes when a person enters a figure. Rows of bars draw it themselves, over columns and
lines it is points that are not seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from unitdeck.charts.frame import Frame
from unitdeck.charts.periods import fitting, into_frame
from unitdeck.ooxml.chart_xml_series import Position, label, only, unseen_series
from unitdeck.ooxml.chart_xml_sheet import Figures, Sheet
from unitdeck.plan.chart import MISSING
from unitdeck.plan.chart_rows import ELLIPSIS
from unitdeck.plan.figures import NO_DATA

_FORMAT = ";".join([f'"{MISSING}"'] * 3)


def with_gap_column(sheet: Sheet, columns: Sequence[int], code: str, lang: str) -> tuple[Sheet, tuple[int, ...]]:
    """Return the sheet with a last column that is 0 in the rows where none of ``columns`` has a figure, and those rows.

    The sheet is as before where there is none. ``code`` prints the 0. A row 「⋮」 stands for others, it misses nothing.
    """
    figures = [sheet.columns[column].values for column in columns]
    empty = [
        name != ELLIPSIS and all(values[row] is None for values in figures) for row, name in enumerate(sheet.categories)
    ]
    if not any(empty):
        return sheet, ()
    formulas = tuple(
        "NA()"
        if name == ELLIPSIS
        else f"IF(OR({','.join(f'ISNUMBER({sheet.cell(column, row)})' for column in columns)}),NA(),0)"
        for row, name in enumerate(sheet.categories)
    )
    marks = Figures(NO_DATA[lang[:2]], tuple(Decimal(0) if gone else None for gone in empty), code, formulas)
    return sheet._replace(columns=(*sheet.columns, marks)), tuple(row for row, gone in enumerate(empty) if gone)


def with_gap_marks(sheet: Sheet, columns: Sequence[int], frame: Frame, order: int) -> tuple[Sheet, str]:
    """Return the sheet with the marks of what is missing in all of ``columns``, and their series of a line chart.

    The sheet is as before and the series '' where nothing is missing. ``order`` is the place of the marks among the
    series. They stand above the axis, or below it where all figures are negative and leave no room above; where
    periods are narrow, as many as do not touch.
    """
    sheet, missing = with_gap_column(sheet, columns, _FORMAT, frame.lang)
    if not missing:
        return sheet, ""
    known = [value for column in columns for value in sheet.columns[column].values if value is not None]
    width, pitch = frame.label_pt(MISSING), frame.width_pt / len(sheet.categories)
    side: Position = "b" if known and max(known) < 0 else "t"
    style = frame.style._replace(color="sub")
    words = []
    for row in sorted(fitting(missing, dict.fromkeys(missing, width), frame, pitch)):
        aside = into_frame((row + 0.5) * pitch, width / 2, frame) / frame.width_pt
        words.append(label(row, style, _FORMAT, side, shift=(aside, 0.0) if aside else None))
    return sheet, unseen_series(sheet, len(sheet.columns) - 1, order, only(words))
