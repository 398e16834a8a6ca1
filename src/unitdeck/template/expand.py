"""A template's Jinja2 files and an appraisal into a deck plan. Nothing here knows points or EMU."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import TemplateError, TemplateSyntaxError

from unitdeck.appraise.commitments import commitment_statuses, standing
from unitdeck.appraise.dates import near_text
from unitdeck.appraise.model import Appraisal, Lang, Status
from unitdeck.appraise.wording import words_of
from unitdeck.base.diagnostics import BuildError, Diagnostic, Span, error
from unitdeck.outline.model import Comment, Measure, When
from unitdeck.plan.blocks import DeckPlan, SlidePlan
from unitdeck.plan.read import read_slides
from unitdeck.plan.values import PlanError
from unitdeck.source.plain import Plain, PlainError, load_plain
from unitdeck.template.environment import OUTPUT_LIMIT, Sandbox, render, script_environment, slide_environment
from unitdeck.template.library import library, located
from unitdeck.template.maps import maps_of
from unitdeck.template.pack import TemplatePack
from unitdeck.template.style import SETTINGS

NO_DATE = "1980-01-01"  # what a zip file can say at the earliest
_FAILURES = (
    TemplateError,
    TypeError,
    ArithmeticError,
    LookupError,
    AttributeError,
    ValueError,
    RecursionError,
    MemoryError,
)


class Expander(NamedTuple):
    """A template ready to expand: both sandboxes over the pack's files, reusable for any number of decks.

    ``folders`` are where its levels' files lie, as they were named: messages point there. ``maps`` are its maps.
    """

    pack: TemplatePack
    folders: tuple[Path, ...]
    slides: Sandbox
    script: Sandbox
    maps: Mapping[str, Any]

    @property
    def folder(self) -> Path:
        """The template's own folder."""
        return self.folders[0]

    def place(self, name: str, line: int = 1) -> Span:
        """Return where a file stands that slide or script files call by that name."""
        level, file = located(self.pack, name)
        return Span(str(self.folders[level] / file), line)


def expander(pack: TemplatePack, folders: tuple[Path, ...], cache: Path | None) -> Expander:
    """Return the expander of a template in its folders (see :class:`Expander`).

    ``cache`` is a folder for compiled Jinja2 bytecode or None.
    """
    names = library(pack)
    slides, script = slide_environment(names, cache), script_environment(names, cache)
    return Expander(pack, folders, slides, script, maps_of(pack.files))


def expand(appraisal: Appraisal, template: Expander, root: Path, without: Collection[str] = ()) -> DeckPlan:
    """Return the deck's plan: the slides in the template's order, empty ones left out, each with its script.

    ``root`` is the folder that the outline's picture files are relative to; ``without`` are slide files left out.
    Raises BuildError (UD51x) for a template that fails, with its file and line, and UD502 for one without words in the
    deck's language.
    """
    style = template.pack.style
    words = words_in(template, appraisal.lang)
    outline = appraisal.outline
    context: dict[str, object] = {
        "a": appraisal,
        "o": outline,
        "f": appraisal.findings,
        "w": words,
        "commitments": commitment_statuses(appraisal.lang),
        "day": day_printer(outline.as_of or appraisal.session.as_of, appraisal.lang),
        "stands": _standing_teller(appraisal),
        "late": _late_teller(appraisal),
        "early": _early_teller(appraisal),
        "maps": template.maps,
        "root": root.as_posix(),
    }
    slides: list[SlidePlan] = []
    for name in style.slides:
        if name in without:
            continue
        planned = slides_of(template, f"slides/{name}.yaml.j2", context)
        if not planned:
            continue
        for page, slide in enumerate(planned, 1):
            spoken = script_of(template, f"script/{name}.j2", {**context, "slide": slide, "page": page})
            slides.append(slide._replace(script=spoken))
    return DeckPlan(
        slides=tuple(slides),
        title=f"{outline.unit.name}{words['report']}" if appraisal.lang == "zh" else outline.unit.name,
        author=outline.unit.name,
        lang=appraisal.lang,
        footer=" | ".join(part for part in (outline.unit.short or outline.unit.name, appraisal.session_title) if part),
        stamp=stamp_of(appraisal.session.date, outline.as_of, appraisal.session.as_of),
        minutes=float(outline.minutes or appraisal.session.minutes or 0) or None,
    )


def words_in(template: Expander, lang: str) -> Mapping[str, str]:
    """Return the template's words in a language; raises BuildError (UD502) where it has none."""
    words = template.pack.style.words.get(lang)
    if words is None:
        known = ", ".join(f"words.{known}" for known in template.pack.style.words)
        place = Span(str(template.folder / SETTINGS))
        raise BuildError((error("UD502", place, key="words", found=known, reason=f"words.{lang}"),))
    return words


def read_plans(template: Expander, value: Plain, span: Span) -> tuple[SlidePlan, ...]:
    """Return the slides that a file's values say; raises BuildError (UD513 at ``span``) for what no slide knows."""
    try:
        slides = read_slides(value)
        for slide in slides:
            if template.pack.layout(slide.layout) is None:
                raise PlanError("layout", slide.layout, ", ".join(layout.name for layout in template.pack.layouts))
    except PlanError as failure:
        raise BuildError(
            (error("UD513", span, where=failure.where, found=failure.found, expected=failure.expected),)
        ) from failure
    return slides


def stamp_of(*days: When | None) -> str:
    """Return the day (ISO) that a file bears, never the clock's: the first one known, of the meeting or of the data."""
    return next((when.date.isoformat() for when in days if when and when.date), NO_DATE)


def day_printer(as_of: When | None, lang: Lang) -> Callable[[When | None], str]:
    """Return how a slide prints a date: without the year where that is the data date's, 「—」 where there is none."""
    words = words_of(lang)
    return lambda when: near_text(when, as_of.date if as_of else None, words) if when else "—"


def _standing_teller(appraisal: Appraisal) -> Callable[[Measure | Comment], Status]:
    """How a promise stands by the data date: past its own date it is overdue, unless done or to be verified."""
    as_of = appraisal.outline.as_of or appraisal.session.as_of
    today = as_of.date if as_of else None
    statuses = commitment_statuses(appraisal.lang)
    return lambda row: statuses[standing(row, today)]


def _late_teller(appraisal: Appraisal) -> Callable[[When | None], bool]:
    """Whether a date lies before the data date."""
    as_of = appraisal.outline.as_of or appraisal.session.as_of
    today = as_of.date if as_of else None
    return lambda when: bool(today and when and when.date and when.date < today)


def _early_teller(appraisal: Appraisal) -> Callable[[When | None], bool]:
    """Whether all of a date lies after the data date: not where that is within the month or year it names."""
    as_of = appraisal.outline.as_of or appraisal.session.as_of
    today = as_of.date if as_of else None

    def early(when: When | None) -> bool:
        if not (today and when and when.date and when.date > today):
            return False
        same_year = when.date.year == today.year
        if when.precision == "year":
            return not same_year
        return when.precision == "day" or not (same_year and when.date.month == today.month)

    return early


def slides_of(template: Expander, file: str, context: dict[str, object]) -> tuple[SlidePlan, ...]:
    """Return the slides of one file, without their scripts; raises BuildError (UD51x) as :func:`expand`."""
    text = _render(template, template.slides, file, context)
    try:
        value = load_plain(text)
    except PlainError as failure:
        raise BuildError((unreadable(text, failure, template.place(file)),)) from failure
    return read_plans(template, value, template.place(file))


def unreadable(text: str, failure: PlainError, span: Span) -> Diagnostic:
    """Return UD512 at ``span``, with the last line before the slip that holds anything.

    Where the text ends too early, the parser stands below it.
    """
    lines = text.split("\n")[: failure.line]
    found = next((line.strip()[:80] for line in reversed(lines) if line.strip()), "")
    return error("UD512", span, problem=str(failure), found=found)


def script_of(template: Expander, file: str, context: dict[str, object]) -> tuple[str, ...]:
    """Return what a script file says, by paragraph; nothing where there is no such file. Raises as :func:`expand`."""
    if file not in template.pack.files:
        return ()
    text = _render(template, template.script, file, context)
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _render(template: Expander, sandbox: Sandbox, file: str, context: dict[str, object]) -> str:
    return rendered(sandbox, file, context, library(template.pack), template.place)


def rendered(
    sandbox: Sandbox,
    file: str,
    context: Mapping[str, object],
    files: Collection[str],
    where: Callable[[str, int], Span],
    limit: int = OUTPUT_LIMIT,
) -> str:
    """Return what one of a template's ``files`` gives, of at most ``limit`` characters.

    ``where`` tells the place of a line of a file. Raises BuildError: UD510 a slip in the file, UD511 it fails over this
    context.
    """
    try:
        return render(sandbox, file, context, limit)
    except TemplateSyntaxError as failure:
        place = where(failure.name or file, failure.lineno)
        raise BuildError((error("UD510", place, problem=failure.message),)) from failure
    except _FAILURES as failure:
        place = where(*_place(failure, file, files))
        raise BuildError((error("UD511", place, problem=str(failure) or type(failure).__name__),)) from failure


def _place(failure: BaseException, file: str, files: Collection[str]) -> tuple[str, int]:
    """The innermost file and line of the template: Jinja2 rewrites the traceback so that its frames carry them."""
    place, trace = (file, 1), failure.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name in files:
            place = name, trace.tb_lineno
        trace = trace.tb_next
    return place
