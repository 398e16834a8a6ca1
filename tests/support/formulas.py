"""Computes the formulas of a chart's workbook, as a spreadsheet would: only the few functions that charts use."""

import re

ABSENT = "#N/A"
_FUNCTIONS = {
    "IF": lambda holds, yes, no: yes if holds else no,
    "AND": lambda *all_of: all(all_of),
    "OR": lambda *any_of: any(any_of),
    "NOT": lambda holds: not holds,
    "ISNUMBER": lambda value: isinstance(value, int | float),
    "N": lambda value: value if isinstance(value, int | float) else 0,
    "NA": lambda: ABSENT,
    "MAX": max,
    "MIN": min,
    "ABS": abs,
}


def computed(sheet, place):
    """The value of a cell of an openpyxl worksheet: a number, a text, or None for an empty cell."""
    value = sheet[place].value
    if not isinstance(value, str) or sheet[place].data_type != "f":
        return value
    code = re.sub(r"(?<![<>=])=(?!=)", "==", value.removeprefix("="))
    code = re.sub(r"\b([A-Z]\d+)\b", r"cell('\1')", code)
    return eval(code, {"__builtins__": {}}, {**_FUNCTIONS, "cell": lambda at: computed(sheet, at)})
