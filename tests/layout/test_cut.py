from hypothesis import given, settings
from hypothesis import strategies as st

from unitdeck.base.units import emu
from unitdeck.layout.cut import cut_text
from unitdeck.layout.sheet import Sheet

TEXT = st.lists(st.sampled_from(("全市", "财政收入，", "增长12.5%。", "GDP ", "\n")), min_size=1, max_size=60).map(
    "".join
)


@settings(max_examples=100, deadline=None)
@given(TEXT, st.integers(emu(80), emu(500)), st.integers(0, emu(300)), st.sampled_from((0.0, 1.0, 1.8)))
def test_a_cut_loses_nothing_and_its_head_fits(sheet: Sheet, text: str, width: int, height: int, spacing: float):
    parts = cut_text(text, "text", width, height, sheet, spacing=spacing)
    if parts is None:
        assert sheet.height("国", "text", width, spacing=spacing) > height
        return
    head, tail = parts
    assert (head + tail).replace("\n", "") == text.replace("\n", "")
    assert len(tail) < len(text)
    assert sheet.height(head, "text", width, spacing=spacing) <= height


def test_bold_that_is_cut_goes_on_bold(sheet: Sheet):
    text = f"**{'全市财政收入' * 20}**以上"
    parts = cut_text(text, "text", emu(200), emu(100), sheet)
    assert parts is not None
    assert [part.count("**") for part in parts] == [2, 2]
    assert "".join(parts).replace("*", "") == text.replace("*", "")


def test_a_text_is_cut_at_the_spacing_it_is_set_at(sheet: Sheet):
    text, height = "国" * 200, emu(200)
    tight, wide = (cut_text(text, "text", emu(400), height, sheet, spacing=spacing) for spacing in (1.2, 2.0))
    assert tight is not None
    assert wide is not None
    assert len(tight[0]) > len(wide[0])
    assert sheet.height(tight[0], "text", emu(400), spacing=1.2) <= height
