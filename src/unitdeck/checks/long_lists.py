"""A list goes over more than two pages of one slide.

Two pages with the headings repeated are read as one; on the third nobody remembers the first. Pages that a single
over-long text takes are told as such (UD414) and are not counted here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from unitdeck.base.diagnostics import Diagnostic, warning
from unitdeck.checks.pages import cuts, section_of, slides, words
from unitdeck.checks.subject import Step, Subject

CODE = "UD415"
MOST_PAGES = 2


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each list with its items and the pages of the longest of its slides."""
    long = [pages for pages in slides(subject.deck) if len(pages) > MOST_PAGES]
    spare = Counter[Step]()
    for path, _, pieces in cuts(subject) if long else ():
        spare[path[0]] += len(pieces) - 1
    told: dict[str, int] = {}
    for pages in long:
        section = section_of(subject, "\n".join(text for page in pages for text in words(page)))
        items = getattr(subject.outline, section, ())
        if type(items) is tuple and len(items) > 1 and len(pages) - spare[section] > MOST_PAGES:
            told[section] = max(told.get(section, 0), len(pages))
    for section, count in told.items():
        items = getattr(subject.outline, section)
        yield warning(CODE, subject.positions.at(section), items=len(items), pages=count, most=MOST_PAGES)
