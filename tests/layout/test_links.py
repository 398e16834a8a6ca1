"""Links: on which page they end, and that nothing else of a page changes."""

from unitdeck.base.geometry import Box
from unitdeck.layout.links import REST, linked
from unitdeck.layout.placed import PlacedShape, PlacedSlide


def page(name: str, number: int, *links: str, appendix: bool = False) -> PlacedSlide:
    items = tuple(PlacedShape("Link", Box(0, 0, 1, 1), link=link) for link in links)
    return PlacedSlide(name, "content", name, items, (), number, 9, appendix=appendix)


def ends(*pages: PlacedSlide) -> list[dict[str, int]]:
    found = list(linked(pages))
    assert [each._replace(links=()) for each in found] == list(pages)
    return [dict(each.links) for each in found]


def test_a_link_ends_on_the_first_page_of_its_slide():
    assert ends(page("agenda", 1, "unit-1"), page("unit-1", 2), page("unit-1", 3)) == [{"unit-1": 2}, {}, {}]


def test_or_on_the_page_that_leads_back():
    pages = page("agenda", 1, "a"), page("agenda", 2, "b"), page("a", 3, "agenda"), page("b", 4, "agenda")
    assert ends(*pages) == [{"a": 3}, {"b": 4}, {"agenda": 1}, {"agenda": 2}]


def test_a_slide_that_is_not_there_has_no_page():
    assert ends(page("a", 1, "b", "b", "a")) == [{"a": 1}]


def test_the_rest_of_a_slide_is_a_place_of_its_own():
    pages = page("a", 1, "a" + REST), page("b", 2, "a"), page("a", 3, appendix=True), page("a", 4, appendix=True)
    assert ends(*pages) == [{"a" + REST: 3}, {"a": 1}, {}, {}]
