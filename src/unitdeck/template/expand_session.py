"""A session's own pages and its units' plans into one plan: the deck of the whole session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from unitdeck.appraise.meeting import SessionView, UnitView
from unitdeck.plan.blocks import DeckPlan, SlidePlan
from unitdeck.template.expand import Expander, day_printer, script_of, slides_of, stamp_of, words_in
from unitdeck.template.style import SessionSlides


def expand_session(
    view: SessionView, plans: Sequence[DeckPlan | None], template: Expander, beside: Mapping[str, object]
) -> DeckPlan:
    """Return the plan of a session's deck; ``plans`` are its units' in running order, None for a unit without one.

    A slide file in ``slides/session/`` is given the session (``s``), the words (``w``), ``day``, around a unit's pages
    the unit (``u``) and the one after it (``following``), and what ``beside`` names (the scoreboard). A page's id is
    what links name; those of units' slides are made one's own (``unit-3/duties``). Raises BuildError as
    :func:`unitdeck.template.expand.expand`.
    """
    wanted = template.pack.style.session or SessionSlides()
    words = words_in(template, view.lang)
    context: dict[str, object] = {
        **beside,
        "s": view,
        "w": words,
        "u": None,
        "following": None,
        "day": day_printer(view.session.as_of, view.lang),
    }
    slides = _section(words["section_opening"], _pages(template, wanted.opening, context))
    followers: tuple[UnitView | None, ...] = (*view.units[1:], None)
    for unit, following, plan in zip(view.units, followers, plans, strict=True):
        around = {**context, "u": unit, "following": following}
        footer = " | ".join(part for part in (unit.short, view.title) if part)
        own = [slide._replace(id=f"{unit.key}/{slide.id}", footer=plan.footer) for slide in plan.slides] if plan else []
        before = [slide._replace(footer=footer) for slide in _pages(template, wanted.before, around)]
        after = [slide._replace(footer=footer) for slide in _pages(template, wanted.after, around)]
        slides += _section(unit.name, [*before, *own, *after])
    slides += _section(words["section_closing"], _pages(template, wanted.closing, context))
    return DeckPlan(
        slides=tuple(slides),
        title=view.title,
        author=view.title,
        lang=view.lang,
        footer=view.title,
        stamp=stamp_of(view.session.date, view.session.as_of),
        minutes=None,
        rest=words["section_rest"],
    )


def _section(name: str, slides: list[SlidePlan]) -> list[SlidePlan]:
    return [slides[0]._replace(section=" ".join(name.split())), *slides[1:]] if slides else []


def _pages(template: Expander, names: Sequence[str], context: dict[str, object]) -> list[SlidePlan]:
    pages: list[SlidePlan] = []
    for name in names:
        for page, slide in enumerate(slides_of(template, f"slides/session/{name}.yaml.j2", context), 1):
            spoken = script_of(template, f"script/session/{name}.j2", {**context, "slide": slide, "page": page})
            pages.append(slide._replace(script=spoken))
    return pages
