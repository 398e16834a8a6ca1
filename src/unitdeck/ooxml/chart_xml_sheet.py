"""The figures behind a chart, once: the embedded workbook and the chart's references and caches are made from them."""

from decimal import Decimal
from typing import NamedTuple

from unitdeck.ooxml.escape import escape
from unitdeck.ooxml.workbook import column_letter, number_text, workbook


class Figures(NamedTuple):
    """A column of the sheet: the name of a series, its values (None: no cell) and their number format."""

    name: str
    values: tuple[Decimal | None, ...]
    format: str


class Sheet(NamedTuple):
    """``Sheet1``: categories in column A from row 2, series in columns B, C … with their names in row 1."""

    categories: tuple[str, ...]
    columns: tuple[Figures, ...]

    def workbook(self, stamp: str) -> bytes:
        """Return the sheet as an xlsx; ``stamp`` (ISO date) is its time."""
        rows = tuple(
            (category, *(column.values[index] for column in self.columns))
            for index, category in enumerate(self.categories)
        )
        header = ("", *(column.name for column in self.columns))
        return workbook(header, rows, ("", *(column.format for column in self.columns)), stamp)

    def name(self, column: int) -> str:
        """Return ``<c:tx>``: the reference to a series' name."""
        return f"<c:tx>{_strings(f'Sheet1!${column_letter(column + 1)}$1', (self.columns[column].name,))}</c:tx>"

    def cat(self) -> str:
        """Return ``<c:cat>``: the reference to the categories."""
        return f"<c:cat>{_strings(f'Sheet1!$A$2:$A${len(self.categories) + 1}', self.categories)}</c:cat>"

    def val(self, column: int) -> str:
        """Return ``<c:val>``: the reference to a series' values; a missing one has no point in the cache."""
        _, values, code = self.columns[column]
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
    points = "".join(f'<c:pt idx="{index}"><c:v>{escape(text)}</c:v></c:pt>' for index, text in enumerate(texts))
    return f'<c:strRef><c:f>{place}</c:f><c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef>'
