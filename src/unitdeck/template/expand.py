"""A template's Jinja2 files and an appraisal into a deck plan. Nothing here knows points or EMU."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from jinja2 import TemplateError, TemplateSyntaxError

from unitdeck.appraise.commitments import commitment_statuses
from unitdeck.appraise.dates import near_text
from unitdeck.appraise.model import Appraisal
from unitdeck.appraise.wording import words_of
from unitdeck.base.diagnostics import BuildError, Span, error
from unitdeck.outline.model import When
from unitdeck.plan.blocks import DeckPlan, SlidePlan
from unitdeck.plan.read import PlanError, read_slides
from unitdeck.source.plain import PlainError, load_plain
from unitdeck.template.environment import Sandbox, render, script_environment, slide_environment
from unitdeck.template.pack import TemplatePack

NO_DATE = "1980-01-01"  # what a zip file can say at the earliest


class Expander(NamedTuple):
    """A template ready to expand: both sandboxes over the pack's files, reusable for any number of decks."""

    pack: TemplatePack
    slides: Sandbox
    script: Sandbox


def expander(pack: TemplatePack, cache: Path | None) -> Expander:
    """Return the template's expander; ``cache`` is a folder for compiled Jinja2 bytecode or None."""
    return Expander(pack, slide_environment(pack.files, cache), script_environment(pack.files, cache))


def expand(appraisal: Appraisal, template: Expander, root: Path) -> DeckPlan:
    """Return the deck's plan: the slides in the template's order, empty ones left out, each with its script.

    ``root`` is the folder that the outline's picture files are relative to. Raises BuildError (UD51x) for a
    template that fails, with its file and line.
    """
    style = template.pack.style
    words = style.words[appraisal.lang]
    outline = appraisal.outline
    context: dict[str, object] = {
        "a": appraisal,
        "o": outline,
        "f": appraisal.findings,
        "w": words,
        "commitments": commitment_statuses(appraisal.lang),
        "day": _day_printer(appraisal),
        "late": _late_teller(appraisal),
        "root": root.as_posix(),
    }
    slides: list[SlidePlan] = []
    for name in style.slides:
        planned = _slides(template, f"slides/{name}.yaml.j2", context)
        if not planned:
            continue
        for page, slide in enumerate(planned, 1):
            spoken = _script(template, f"script/{name}.j2", {**context, "slide": slide, "page": page})
            slides.append(slide._replace(script=spoken))
    return DeckPlan(
        slides=tuple(slides),
        title=f"{outline.unit.name}{words['report']}" if appraisal.lang == "zh" else outline.unit.name,
        author=outline.unit.name,
        lang=appraisal.lang,
        footer=" | ".join(part for part in (outline.unit.short or outline.unit.name, appraisal.session_title) if part),
        stamp=_stamp(appraisal),
        minutes=float(outline.minutes or appraisal.session.minutes or 0) or None,
    )


def _stamp(appraisal: Appraisal) -> str:
    """The day (ISO) that the file bears, never the clock's: the meeting's, else that of the data."""
    for when in (appraisal.session.date, appraisal.outline.as_of, appraisal.session.as_of):
        if when and when.date:
            return when.date.isoformat()
    return NO_DATE


def _day_printer(appraisal: Appraisal) -> Callable[[When | None], str]:
    """How a slide prints a date: without the year where it is the year of the data date, 「—」 where there is none."""
    as_of = appraisal.outline.as_of or appraisal.session.as_of
    words = words_of(appraisal.lang)
    return lambda when: near_text(when, as_of.date if as_of else None, words) if when else "—"


def _late_teller(appraisal: Appraisal) -> Callable[[When | None], bool]:
    """Whether a date lies before the data date."""
    as_of = appraisal.outline.as_of or appraisal.session.as_of
    today = as_of.date if as_of else None
    return lambda when: bool(today and when and when.date and when.date < today)


def _slides(template: Expander, file: str, context: dict[str, object]) -> tuple[SlidePlan, ...]:
    text = _render(template.slides, file, context)
    try:
        return read_slides(load_plain(text))
    except PlainError as failure:
        line = text.splitlines()[failure.line - 1] if failure.line <= text.count("\n") + 1 else ""
        raise BuildError((error("UD512", Span(file), problem=str(failure), found=line.strip()[:80]),)) from failure
    except PlanError as failure:
        raise BuildError(
            (error("UD513", Span(file), where=failure.where, found=failure.found, expected=failure.expected),)
        ) from failure


def _script(template: Expander, file: str, context: dict[str, object]) -> tuple[str, ...]:
    if file not in template.pack.files:
        return ()
    text = _render(template.script, file, context)
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _render(sandbox: Sandbox, file: str, context: dict[str, object]) -> str:
    try:
        return render(sandbox, file, context)
    except TemplateSyntaxError as failure:
        raise BuildError((error("UD510", Span(file, failure.lineno), problem=failure.message),)) from failure
    except (TemplateError, TypeError, ArithmeticError, LookupError, AttributeError, ValueError) as failure:
        raise BuildError((error("UD511", Span(file, _line(failure)), problem=str(failure)),)) from failure


def _line(failure: BaseException) -> int:
    """The line in the template: jinja2 rewrites the traceback so that its frames carry template lines."""
    line, trace = 1, failure.__traceback__
    while trace is not None:
        if (
            trace.tb_frame.f_code.co_name in {"top-level template code", "root"}
            or "__jinja_template__" in trace.tb_frame.f_globals
        ):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
