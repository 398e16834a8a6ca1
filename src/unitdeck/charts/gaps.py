"""「—」 over the axis where a period or unit has no figure at all, so that missing is never taken for 0.

A point that is not there can have no label. So a column of the sheet is 0 where there is nothing to draw, and is drawn
as points that are not seen; it is computed, so 「—」 goes when a person enters a figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from unitdeck.charts.frame import Frame
from unitdeck.charts.periods import fitting, into_frame
from unitdeck.ooxml.chart_xml_series import Position, label, only, unseen_series
from unitdeck.ooxml.chart_xml_sheet import Figures, Sheet
from unitdeck.plan.chart import MISSING
from unitdeck.plan.figures import NO_DATA

_FORMAT = ";".join([f'"{MISSING}"'] * 3)


def with_gap_marks(sheet: Sheet, columns: Sequence[int], frame: Frame, order: int) -> tuple[Sheet, str]:
    """Return the sheet with the marks of what is missing in all of ``columns``, and their series of a line chart.

    The sheet is as before and the series '' where nothing is missing. ``order`` is the place of the marks among the
    series. They stand above the axis, or below it where all figures are negative and leave no room above; where
    periods are narrow, as many as do not touch.
    """
    rows = range(len(sheet.categories))
    figures = [sheet.columns[column].values for column in columns]
    gone = [all(values[row] is None for values in figures) for row in rows]
    if not any(gone):
        return sheet, ""
    known = [value for values in figures for value in values if value is not None]
    below = bool(known) and min(known) < 0 and max(known) <= 0 and Decimal(0) not in known
    formulas = tuple(
        f"IF(OR({','.join(f'ISNUMBER({sheet.cell(column, row)})' for column in columns)}),NA(),0)" for row in rows
    )
    marks = Figures(NO_DATA[frame.lang[:2]], tuple(Decimal(0) if none else None for none in gone), _FORMAT, formulas)
    sheet = sheet._replace(columns=(*sheet.columns, marks))
    width, pitch = frame.label_pt(MISSING), frame.width_pt / len(rows)
    missing = [row for row in rows if gone[row]]
    side: Position = "b" if below else "t"
    style = frame.style._replace(color="sub")
    words = []
    for row in sorted(fitting(missing, dict.fromkeys(missing, width), frame, pitch)):
        aside = into_frame((row + 0.5) * pitch, width / 2, frame) / frame.width_pt
        words.append(label(row, style, _FORMAT, side, shift=(aside, 0.0) if aside else None))
    return sheet, unseen_series(sheet, len(sheet.columns) - 1, order, only(words))
