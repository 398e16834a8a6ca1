"""The bar that a person sees on a terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from support.sessions import make_session
from unitdeck.cli.progress import fitted, line, time_left
from unitdeck.cli.report import width
from unitdeck.cli.words import speaker
from unitdeck.session.building.bulk import Pace

ZH, EN = speaker("zh"), speaker("en")


def test_the_bar_is_as_full_as_the_work_is_done() -> None:
    lines = [line(Pace(done, 80, 0, 0), "财政局", 0, ZH) for done in (0, 1, 40, 79, 80)]
    assert [text.count("#") for text in lines] == [0, 0, 15, 29, 30]
    assert lines[2] == f"[{'#' * 15}{'-' * 15}] 40/80  财政局"
    assert len({text.index("]") for text in lines}) == 1


@pytest.mark.parametrize(
    ("made", "to_make", "seconds", "said"),
    [
        (7, 80, 60, ""),  # too few to know
        (40, 80, 2.9, ""),  # too early to know
        (80, 80, 60, ""),
        (0, 0, 60, ""),  # all as they were: nothing to wait for
        (40, 80, 4, "about 4 s left"),
        (10, 100, 5, "about 45 s left"),
        (10, 100, 4.9, "about 45 s left"),
        (79, 80, 4, "about 1 s left"),
        (10, 300, 10, "about 5 min left"),
    ],
)
def test_time_is_told_where_it_is_known(made: int, to_make: int, seconds: float, said: str) -> None:
    assert time_left(Pace(made, to_make, made, to_make), seconds, EN) == said


def test_units_left_as_they_were_do_not_count_for_the_time() -> None:
    assert time_left(Pace(930, 1000, 10, 80), 10, ZH) == "约剩 70 秒"


def test_a_long_name_stays_in_its_line() -> None:
    text = line(Pace(1, 2, 0, 0), "经济技术开发区管理委员会" * 9, 0, ZH)
    assert width(fitted(text, 79)) in (78, 79)
    assert fitted("甲乙丙", 5) == "甲乙"
    assert fitted("abc", 3) == "abc"


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix (pty)")
@pytest.mark.parametrize("piped", [False, True], ids=["terminal", "results in a file"])
def test_on_a_terminal(tmp_path: Path, piped: bool) -> None:
    import pty

    folder = make_session(tmp_path / "s", [f"单位{n}" for n in range(5)])
    (folder / "units" / "03-空白.yaml").write_text("", "utf-8")
    ours, theirs = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", "unitdeck", "session", "build", str(folder), "--lang", "zh"],
        stdout=subprocess.PIPE if piped else theirs,
        stderr=theirs,
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "TERM": "xterm", "COLUMNS": "60"},
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            block = os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if not block:
            break
        seen += block
    results = done.stdout.read().decode() if done.stdout else ""
    assert done.wait() == 1
    text = seen.decode()
    bars = re.findall(r"\r(\[[#-]{30}\] \d/7  [^\r\n]*)", text)
    assert bars[-1].startswith(f"[{'#' * 30}] 7/7  00-")
    assert all(width(bar) < 60 for bar in bars)
    assert "没有生成：1 个错误" in text
    # On a terminal only the deck of the whole session is named, when all is done.
    assert text.count(".pptx") == (0 if piped else 1)
    assert results.count(".pptx") == (6 if piped else 0)
    assert "[" not in text[text.rindex("7/7") :].split("\r")[-1]
