"""Gap charts: bars in the tones of their status around zero."""

from support.chart_reading import C, Part


def test_gap_bars_have_the_tones_and_signed_labels(samples, place):
    drawn = Part(place(samples["gap"][0]))
    assert drawn.points(0) == {0: "accent3", 1: "accent6", 2: "accent4"}
    assert drawn.series[0].find(f"{C}dLbls/{C}numFmt").get("formatCode") == '+#,##0.0;"−"#,##0.0;#,##0.0'


def test_gap_leaves_room_for_labels_on_both_sides(samples, place):
    least, most = Part(place(samples["gap"][0])).ends()
    assert least < -9.4
    assert most > 3.1


def test_names_stand_at_the_low_side_whatever_the_sign(samples, place):
    drawn = Part(place(samples["gap"][0]))
    assert drawn.root.find(f".//{C}catAx/{C}tickLblPos").get("val") == "low"
