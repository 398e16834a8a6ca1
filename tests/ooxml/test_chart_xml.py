from decimal import Decimal

import pytest

from unitdeck.base.richtext import Run
from unitdeck.ooxml.chart_xml import Area, chart_space, legend, plot_area
from unitdeck.ooxml.chart_xml_axes import AXES, Scale, category_axis, value_axis
from unitdeck.ooxml.chart_xml_series import (
    Hatch,
    Shows,
    Stroke,
    bar_series,
    fraction,
    label,
    labels,
    line_series,
    only,
    shape,
)
from unitdeck.ooxml.chart_xml_sheet import Figures, Sheet
from unitdeck.ooxml.chart_xml_text import TextStyle, rich_text

STYLE = TextStyle(14, "zh-CN")
SHEET = Sheet(("甲<", "乙"), (Figures("完成&率", (Decimal("1.5"), None), '0.0"%"'),))


def test_references_point_at_the_sheet_and_caches_hold_its_values():
    assert SHEET.name(0) == (
        '<c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val="1"/>'
        '<c:pt idx="0"><c:v>完成&amp;率</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )
    assert "<c:f>Sheet1!$A$2:$A$3</c:f>" in SHEET.cat()
    assert '<c:pt idx="0"><c:v>甲&lt;</c:v></c:pt>' in SHEET.cat()
    assert SHEET.val(0) == (
        "<c:val><c:numRef><c:f>Sheet1!$B$2:$B$3</c:f><c:numCache><c:formatCode>0.0&quot;%&quot;</c:formatCode>"
        '<c:ptCount val="2"/><c:pt idx="0"><c:v>1.5</c:v></c:pt></c:numCache></c:numRef></c:val>'
    )


def test_a_computed_column_is_cached_like_any_other():
    sheet = SHEET._replace(columns=(*SHEET.columns, Figures("和", (Decimal(3), None), "0", ("B2*2", "NA()"))))
    assert '<c:pt idx="0"><c:v>3</c:v></c:pt></c:numCache>' in sheet.val(1)
    assert (sheet.cell(0, 0), sheet.cell(1, 1)) == ("B2", "C3")


def test_a_hatched_shape_has_theme_colours_and_an_edge():
    xml = shape(Hatch("accent"))
    assert '<a:pattFill prst="wdUpDiag"><a:fgClr><a:schemeClr val="accent1"/></a:fgClr>' in xml
    assert '<a:bgClr><a:schemeClr val="bg1"/></a:bgClr></a:pattFill>' in xml
    assert '<a:ln w="19050"' in xml


def test_a_legend_leaves_out_what_is_named_elsewhere():
    xml = legend(Area(0, 0, 1, 0.1), STYLE, left_out=[2])
    assert '<c:legendPos val="t"/><c:legendEntry><c:idx val="2"/><c:delete val="1"/></c:legendEntry><c:layout>' in xml


def test_a_value_axis_may_be_kept_though_nothing_of_it_is_seen():
    xml = value_axis(AXES, "r", Scale(0, 1), kept=True, crosses="max")
    assert '<c:delete val="0"/>' in xml
    assert '<c:tickLblPos val="none"/><c:spPr><a:noFill/>' in xml
    assert '<c:delete val="1"/>' in value_axis(AXES, "r", Scale(0, 1))


def test_a_run_has_language_fonts_and_its_own_look():
    xml = rich_text([[Run("快3.1", bold=True, color="good", scale=1.5)]], STYLE)
    assert '<a:rPr lang="zh-CN" sz="2100" b="1"><a:solidFill><a:schemeClr val="accent3"/></a:solidFill>' in xml
    assert '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:rPr><a:t>快3.1</a:t>' in xml


def test_points_with_their_own_fill_and_negative_bars_keep_their_colour():
    xml = bar_series(SHEET, 0, 0, "grey", points=[(1, "accent")])
    assert '<c:invertIfNegative val="0"/><c:dPt><c:idx val="1"/><c:invertIfNegative val="0"/>' in xml
    assert xml.index('val="tx2"') < xml.index('val="accent1"')


def test_a_label_is_moved_by_fractions_of_the_chart():
    xml = label(0, STYLE, "0.0", "r", shift=(0.25, -0.125))
    assert '<c:manualLayout><c:x val="0.25"/><c:y val="-0.125"/></c:manualLayout>' in xml


def test_labels_say_what_they_show():
    xml = labels(STYLE, "0.0", "outEnd", Shows(value=True, series=True, separator=" "))
    assert '<c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="1"/>' in xml
    assert "<c:separator> </c:separator>" in xml


def test_no_labels_is_no_element():
    assert only(()) == ""


def test_a_moved_label_has_no_leader_line():
    assert '<c15:showLeaderLines val="0"/>' in only([label(0, STYLE, "0", "r")])


def test_a_dashed_line_without_markers():
    xml = line_series(SHEET, 0, 0, Stroke("sub", 2.0, "sysDash"))
    assert '<a:ln w="25400" cap="rnd">' in xml
    assert '<a:prstDash val="sysDash"/>' in xml
    assert '<c:symbol val="none"/>' in xml


def test_horizontal_categories_run_from_the_top():
    assert '<c:orientation val="maxMin"/>' in category_axis(AXES, "l", STYLE)
    assert '<c:orientation val="minMax"/>' in category_axis(AXES, "b", STYLE)
    assert '<c:tickLblSkip val="3"/>' in category_axis(AXES, "b", STYLE, every=3)


def test_a_value_axis_is_hidden_with_fixed_ends():
    xml = value_axis(AXES, "b", Scale(-2.5, 10))
    assert '<c:max val="10"/><c:min val="-2.5"/></c:scaling><c:delete val="1"/>' in xml


def test_the_plot_is_placed_without_its_names():
    xml = plot_area(Area(0.25, 0, 0.75, 1), [])
    assert '<c:layoutTarget val="inner"/>' in xml
    assert '<c:x val="0.25"/><c:y val="0"/><c:w val="0.75"/><c:h val="1"/>' in xml


def test_the_chart_space_names_its_workbook_last():
    xml = chart_space(plot_area(Area(0, 0, 1, 1), []), "", STYLE)
    assert xml.endswith('<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>')


@pytest.mark.parametrize(("value", "text"), [(0.0, "0"), (-0.0000001, "0"), (1 / 3, "0.333333"), (100.0, "100")])
def test_fractions_are_short_and_plain(value, text):
    assert fraction(value) == text
