from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.ooxml.escape import escape


def test_markup_is_escaped():
    assert escape('<a href="x">&amp;</a>') == "&lt;a href=&quot;x&quot;&gt;&amp;amp;&lt;/a&gt;"


def test_forbidden_characters_are_dropped():
    assert escape("甲\x00\x08\x0b\x0c\x1f\ud800\udfff\ufffe\uffff乙") == "甲乙"


def test_rare_characters_and_emoji_are_kept():
    assert escape("𠮷㵲😀镕") == "𠮷㵲😀镕"


def test_line_ends_and_tabs_survive_in_an_attribute():
    text = "1\t2\n3\r4"
    assert ET.fromstring(f'<a b="{escape(text)}"/>').get("b") == text


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_text_gives_well_formed_xml(text):
    element = ET.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>')
    assert element.get("b") == (element.text or "")
