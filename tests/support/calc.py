"""Workbooks computed anew by LibreOffice Calc: their formulas alone, without the values that were written with them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest

_CACHED = re.compile(rb'(<c [^>]*?)(?: t="str")?(>)(<f>[^<]*</f>)<v>[^<]*</v>')


def need_calc() -> None:
    """Leave a test out, with its reason, where Calc is not installed; fail it where it is required."""
    office = shutil.which("soffice")
    if office and Path(office).resolve().with_name("libsclo.so").exists():
        return
    reason = "not installed: libreoffice-calc (sh tests/all.sh as root on Debian installs it)"
    if os.environ.get("CI") or os.environ.get("UNITDECK_REQUIRE_CALC"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def computed(file: Path, folder: Path) -> openpyxl.Workbook:
    """Return the workbook with the values that Calc gives its formulas."""
    bare = folder / "bare.xlsx"
    with zipfile.ZipFile(file) as book, zipfile.ZipFile(bare, "w") as stripped:
        for name in book.namelist():
            part = book.read(name)
            if name.startswith("xl/worksheets/"):
                part = _CACHED.sub(rb"\1\2\3", part)
            stripped.writestr(name, part)
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(folder / "computed"),
            str(bare),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return openpyxl.load_workbook(folder / "computed" / "bare.xlsx", data_only=True)


def compared(file: Path, folder: Path) -> int:
    """Return how many formulas Calc gives the value that was written with them; fail at the first that differs."""
    ours, formulas = openpyxl.load_workbook(file, data_only=True), openpyxl.load_workbook(file)
    theirs = computed(file, folder)
    count = 0
    for sheet in formulas:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            value, other = (_said(each[sheet.title][cell.coordinate].value) for each in (ours, theirs))
            wanted = pytest.approx(value, abs=1e-9) if isinstance(value, float) else value
            assert other == wanted, (sheet.title, cell.coordinate, cell.value)
            count += 1
    return count


def _said(value: object) -> object:
    """A cell's value; an empty text is none, for one program writes it and the other does not."""
    return None if value == "" else value
