import pytest
from lxml import etree

from unitdeck.ooxml.properties import core_properties, day_of, extended_properties

DC = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"


def test_core_properties_tell_title_author_language_and_the_decks_date() -> None:
    root = etree.fromstring(core_properties("<汇报> & 打算", "县财政局", "zh", "2022-05-31"))
    assert root.find(f"{DC}title").text == "<汇报> & 打算"
    assert root.find(f"{DC}creator").text == "县财政局"
    assert root.find(f"{DC}language").text == "zh-CN"
    assert root.find(f"{TERMS}created").text == root.find(f"{TERMS}modified").text == "2022-05-31T00:00:00Z"


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2022-05-31", "2022-05-31"),
        ("2022-05-31T08:00:00Z", "2022-05-31"),
        ("2022年5月31日", "1980-01-01"),
        ("2022-02-30", "1980-01-01"),
        ("", "1980-01-01"),
    ],
)
def test_only_an_iso_date_goes_into_the_file(stamp: str, day: str) -> None:
    assert day_of(stamp) == day


def test_extended_properties_count_pages() -> None:
    values = {etree.QName(item).localname: item.text for item in etree.fromstring(extended_properties(12, 11))}
    assert values == {"TotalTime": "0", "Application": "unitdeck", "Slides": "12", "Notes": "11"}
