"""The style settings of a template: sizes in points, spaces in EMU, the order of its slides, its words."""

from collections.abc import Mapping
from typing import NamedTuple

SETTINGS = "template.yaml"

# What layout asks every template for; a template's own slides may use further words.
ROLES = (
    *("title", "cover_title", "cover_subtitle", "cover_details", "kicker", "footer"),
    *("text", "callout", "card_number", "card_title", "card_text", "card_label", "card_big", "tile_value"),
    *("tile_caption", "table_head", "table_text", "chart", "chart_heading", "chart_mark"),
    *("timeline_date", "timeline_title", "timeline_text", "caption"),
)
SESSION_WORDS = ("section_opening", "section_closing", "section_rest")  # asked of one with pages of a session
WORDS = ("report", "sample", "source", "minutes", "continued", "appendix", "not_spoken", "rest", "rest_one")


class Size(NamedTuple):
    """A type size in points: preferred and least legible."""

    best: float
    least: float


class Fit(NamedTuple):
    """What happens where a page holds more or less than is usual.

    ``growth``: by how much type may be larger than preferred where a page has room. ``longest_line``: lines of so many
    em at the preferred size are as long as can be read; what is wider is set in columns or kept narrower.
    ``least_rows``: rows, items, cards that a split leaves on either page wherever there are enough. ``pages``: of one
    slide in its place; what is more goes to the end of the deck. A page is called too dense from the density ``dense``
    (0 preferred type, 1 the least legible) where it has more than ``characters`` (a Chinese character or a digit is
    one, a Latin word two): so many are read in the 45 seconds that a page of a report of 8 minutes is up.
    """

    growth: float = 0.2
    longest_line: float = 50.0
    least_rows: int = 2
    pages: int = 3
    dense: float = 0.5
    characters: int = 380


class SessionSlides(NamedTuple):
    """Which pages a session's deck has besides its units' pages: names of files in ``slides/session/``, in order.

    ``before`` and ``after`` stand around each unit's pages; ``without`` are the unit's slides that are left out.
    """

    opening: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


class Style(NamedTuple):
    """What ``template.yaml`` sets, read and checked.

    ``sizes`` by role (title, body, card_title, card_text, tile, table, chart, caption …); ``line_spacing`` is the
    exact line height as a multiple of the size; ``gap`` the space between blocks and ``gutter`` between columns (EMU);
    ``slides`` the order of the slide files; ``words`` the template's wording by language and key;
    ``characters_per_minute`` the speaking rate of the script; ``fit`` what happens where a page holds too much;
    ``session`` the pages of a session, None where the template has none.
    """

    languages: tuple[str, ...]
    sizes: Mapping[str, Size]
    line_spacing: float
    gap: int
    gutter: int
    slides: tuple[str, ...]
    words: Mapping[str, Mapping[str, str]]
    characters_per_minute: int
    fit: Fit = Fit()
    session: SessionSlides | None = None
