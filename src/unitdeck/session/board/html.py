"""``scoreboard.html``: the board as one page that needs nothing else: no network, no font, and no script to be read."""

from __future__ import annotations

import base64
import hashlib
import json
from decimal import Decimal
from functools import partial
from pathlib import Path

from markupsafe import Markup

from unitdeck.appraise.model import Figure
from unitdeck.appraise.wording import rate
from unitdeck.session.board.findings import honours
from unitdeck.session.board.paper import Paper, absences, answer, group_name
from unitdeck.session.board.scoreboard import Group
from unitdeck.session.board.slopes import LEFT, RIGHT, WIDTH, slope
from unitdeck.session.board.words import RULES, speaker
from unitdeck.template.html import html_environment

_PAGE = Path(__file__).with_name("page")
_LEAST_SCALE = Decimal(10)  # points: a group whose gaps are all small does not look torn apart
BAR = 40  # half the length of a bar's room


def scoreboard_html(paper: Paper) -> bytes:
    """Return the page, in UTF-8; the same paper gives the same bytes. Its policy lets only its own script run."""
    say = speaker(paper.lang)
    style, script = (_PAGE.joinpath(name).read_text("utf-8") for name in ("board.css", "board.js"))
    page = html_environment({"board": _PAGE.joinpath("board.html.j2").read_text("utf-8")}).get_template("board")
    text = page.render(
        paper=paper,
        board=paper.board,
        say=say,
        style=Markup(style),  # noqa: S704 - our own files
        script=Markup(script),  # noqa: S704
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'",
        group_name=partial(group_name, lang=paper.lang),
        answer=partial(answer, say=say),
        groups_json=json.dumps([group_name(g.name, paper.lang) for g in paper.board.groups], ensure_ascii=False),
        absences=absences(paper),
        slopes=[(group, drawing) for group in paper.board.groups if (drawing := slope(group))],
        left=LEFT,
        right=RIGHT,
        width=WIDTH,
        bar=BAR,
        honours=[honour.sentence for honour in honours(paper)],
        plain=plain,
        scale=scale,
        change=partial(rate, signed=True),
        rules=[say(f"rule_{rule}") for rule in RULES],
    )
    return text.encode("utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def plain(value: Decimal | int | None) -> str:
    """Return a value as scripts read it, '' for a missing one."""
    return "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)


def scale(group: Group, gap: Figure) -> tuple[float, float] | None:
    """Return where a gap's bar begins and how long it is, around ``BAR``; None where it is missing.

    The widest gap of the group takes the whole of its side.
    """
    if gap.value is None:
        return None
    widest = max([_LEAST_SCALE, *(abs(s.gap.value) for s in group.standings if s.gap.value is not None)])
    length = round(float(abs(gap.value) / widest * BAR), 1)
    return (BAR - length if gap.value < 0 else float(BAR)), length
