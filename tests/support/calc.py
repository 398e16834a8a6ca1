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
