"""The figures behind a chart, once: the embedded workbook and the chart's references and caches are made from them."""

from decimal import Decimal
from typing import NamedTuple

from unitdeck.base.spreadsheet import column_letter
from unitdeck.ooxml.escape import escape
from unitdeck.ooxml.workbook import Formula, Value, number_text, workbook


class Figures(NamedTuple):
    """A column of the sheet: the name of a series, its values (None: no cell) and their number format.

    ``formulas`` compute them, a formula a value, from the other columns; there, None is ``#N/A``.
    """

    name: str
    values: tuple[Decimal | None, ...]
    format: str
    formulas: tuple[str, ...] = ()

    def cells(self) -> tuple[Value, ...]:
        """Return what stands in the column."""
        if self.formulas:
            return tuple(map(Formula, self.formulas, self.values))
        return self.values


class Sheet(NamedTuple):
    """``Sheet1``: categories in column A from row 2, series in columns B, C … with their names in row 1."""

    categories: tuple[str, ...]
    columns: tuple[Figures, ...]

    def workbook(self, stamp: str) -> bytes:
        """Return the sheet as an xlsx; ``stamp`` (ISO date) is its time."""
        columns = [column.cells() for column in self.columns]
        rows = tuple((category, *(cells[index] for cells in columns)) for index, category in enumerate(self.categories))
        header = ("", *(column.name for column in self.columns))
        return workbook(header, rows, ("", *(column.format for column in self.columns)), stamp)

    def cell(self, column: int, row: int) -> str:
        """Return the place of a value for formulas: column and row from 0 (B2). Row −1 is the header."""
        return f"{column_letter(column + 1)}{row + 2}"

    def name(self, column: int) -> str:
        """Return ``<c:tx>``: the reference to a series' name."""
        return f"<c:tx>{_strings(f'Sheet1!${column_letter(column + 1)}$1', (self.columns[column].name,))}</c:tx>"

    def cat(self) -> str:
        """Return ``<c:cat>``: the reference to the categories; one without a name has no point in the cache."""
        return f"<c:cat>{_strings(f'Sheet1!$A$2:$A${len(self.categories) + 1}', self.categories)}</c:cat>"

    def val(self, column: int) -> str:
        """Return ``<c:val>``: the reference to a series' values; a missing one has no point in the cache."""
        values, code = self.columns[column].values, self.columns[column].format
        letter = column_letter(column + 1)
        points = "".join(
            f'<c:pt idx="{index}"><c:v>{number_text(value)}</c:v></c:pt>'
            for index, value in enumerate(values)
            if value is not None
        )
        return (
            f"<c:val><c:numRef><c:f>Sheet1!${letter}$2:${letter}${len(values) + 1}</c:f><c:numCache>"
            f'<c:formatCode>{escape(code)}</c:formatCode><c:ptCount val="{len(values)}"/>{points}'
            "</c:numCache></c:numRef></c:val>"
        )


def _strings(place: str, texts: tuple[str, ...]) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{escape(text)}</c:v></c:pt>' for index, text in enumerate(texts) if text
    )
    return f'<c:strRef><c:f>{place}</c:f><c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef>'
