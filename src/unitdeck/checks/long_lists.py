"""A list takes more pages than its slide may have, and the rest of them stands in the appendix.

The template says how many pages a slide may have (``fit``). What comes after is not shown unless somebody asks. Pages
that a single over-long text takes are told as such (UD414) and are not counted here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from unitdeck.base.diagnostics import Diagnostic, Term, warning
from unitdeck.checks.pages import Pages, cuts, section_of, slides, words
from unitdeck.checks.subject import Step, Subject

CODE = "UD415"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each list with its items and the pages of its longest slide, those in the appendix apart."""
    long = [pages for pages in slides(subject.deck) if pages[-1].appendix]
    spare = Counter[Step]()
    for path, _, pieces in cuts(subject) if long else ():
        spare[path[0]] += len(pieces) - 1
    told: dict[str, Pages] = {}
    for pages in long:
        section = section_of(subject, "\n".join(text for page in pages for text in words(page)))
        items = getattr(subject.outline, section, ())
        over = sum(page.appendix for page in pages) - spare[section]
        if type(items) is tuple and len(items) > 1 and over > 0:
            told[section] = max(told.get(section, ()), pages, key=len)
    for section, pages in told.items():
        rest = sum(page.appendix for page in pages)
        items = getattr(subject.outline, section)
        yield warning(
            CODE,
            subject.positions.at(section),
            list=Term(section),
            items=len(items),
            pages=len(pages),
            rest=rest,
            most=len(pages) - rest,
        )
