"""Papers opened by LibreOffice Writer: an independent reader of .docx."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def need_writer() -> None:
    """Leave a test out, with its reason, where Writer is not installed; fail it where it is required."""
    office = shutil.which("soffice")
    if office and shutil.which("pdftotext") and Path(office).resolve().with_name("libswlo.so").exists():
        return
    reason = "not installed: libreoffice-writer (sh tests/all.sh as root on Debian installs it)"
    if os.environ.get("CI") or os.environ.get("UNITDECK_REQUIRE_WRITER"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def pages(file: Path, folder: Path) -> list[str]:
    """Return the text of each page as Writer prints it, without spaces."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(folder), str(file)], check=True, capture_output=True, timeout=300)
    pdf = folder / f"{file.stem}.pdf"
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", str(pdf), "-"], check=True, capture_output=True, timeout=60)
    return ["".join(page.split()) for page in done.stdout.decode("utf-8").split("\f")[:-1]]
