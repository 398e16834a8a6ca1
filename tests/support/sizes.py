"""The report template on pages of other sizes: a copy of its folder whose base.pptx is drawn anew."""

from __future__ import annotations

import runpy
import shutil
from pathlib import Path

REPORT = Path(__file__).parents[2] / "templates" / "report"
# Width and height in inches: a wall, an old projector, two projectors side by side.
SIZES = {"16:9": (40 / 3, 7.5), "4:3": (10.0, 7.5), "32:9": (80 / 3, 7.5)}


def template(folder: Path, size: str) -> Path:
    """Return a template folder for pages of that size (a key of SIZES), made within ``folder``."""
    if size == "16:9":
        return REPORT
    made = folder / f"report-{size.replace(':', 'x')}"
    if not made.is_dir():
        shutil.copytree(REPORT, made)
        drawn = runpy.run_path(str(REPORT / "make_base.py"), run_name="drawn")
        drawn["write"](made / "base.pptx", drawn["Page"](*SIZES[size]))
    return made
