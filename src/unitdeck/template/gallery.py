"""A template's gallery: pages that show what it can draw, one file of ``gallery/`` a kind of chart.

The files say what slide files say after Jinja2: a list of slides, in plain YAML. They are written in the template's
first language.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, error
from unitdeck.plan.blocks import DeckPlan, SlidePlan
from unitdeck.plan.chart_kinds import CHART_KINDS
from unitdeck.source.plain import PlainError, item_lines, load_plain
from unitdeck.template.expand import NO_DATE, Expander, read_plans, unreadable, words_in

_FOLDER = "gallery"


class Gallery(NamedTuple):
    """The gallery's plan, and where each slide stands: file and line by the slide's id."""

    plan: DeckPlan
    places: Mapping[str, Span]


def gallery(template: Expander) -> Gallery:
    """Return the gallery's slides: kinds of charts in their own order, then other files by name.

    Raises BuildError: UD505 where there is no gallery; UD512 and UD513 with file and line for every file with a slip.
    """
    pack = template.pack
    lang = pack.style.languages[0]
    words_in(template, lang)
    files = sorted((file for file in pack.files if PurePosixPath(file).parent.name == _FOLDER), key=_place)
    if not files:
        raise BuildError((error("UD505", Span(str(template.folder)), name=pack.name, folder=_FOLDER),))
    slides: list[tuple[SlidePlan, Span]] = []
    faults: list[Diagnostic] = []
    for file in files:
        try:
            slides += _slides(template, file)
        except BuildError as bad:
            faults += bad.diagnostics
    if faults:
        raise BuildError(tuple(faults))
    name = f"{pack.name} {pack.version}"
    plans = tuple(slide for slide, _ in slides)
    plan = DeckPlan(plans, title=name, author="", lang=lang, footer=name, stamp=NO_DATE, minutes=None)
    return Gallery(plan, {slide.id: place for slide, place in reversed(slides)})


def _place(file: str) -> tuple[int, str]:
    order, stem = list(CHART_KINDS), PurePosixPath(file).stem
    return order.index(stem) if stem in order else len(order), stem


def _slides(template: Expander, file: str) -> tuple[tuple[SlidePlan, Span], ...]:
    """The slides of one file with their places; a slip is told at its line, or at the first of its slide."""
    text, path = template.pack.files[file], template.place(file).file
    try:
        value = load_plain(text)
    except PlainError as failure:
        raise BuildError((unreadable(text, failure, Span(path, failure.line, failure.column)),)) from failure
    if not isinstance(value, list) or not value:
        raise BuildError(
            (error("UD513", Span(path), where=_FOLDER, found=str(value)[:80], expected="a list of slides"),)
        )
    places = [Span(path, line) for line in item_lines(text)]
    return tuple(
        (slide, place)
        for item, place in zip(value, places, strict=True)
        for slide in read_plans(template, [item], place)
    )
