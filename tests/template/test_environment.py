from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import TemplateError, UndefinedError
from jinja2.exceptions import SecurityError

from unitdeck.source.plain import load_plain
from unitdeck.template.environment import MOST_INDENT, OUTPUT_LIMIT, render, script_environment, slide_environment

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)


def slides(text: str, **values: object) -> str:
    return render(slide_environment({"a": text}, None), "a", values)


def script(text: str, **values: object) -> str:
    return render(script_environment({"a": text}, None), "a", values)


@given(TEXT)
def test_any_text_is_one_yaml_scalar(text: str):
    assert load_plain(slides("- {title: {{ x }}, text: {{ x }} }", x=text)) == [{"title": text, "text": text}]


@pytest.mark.parametrize(
    "text", ['a: b # "c"', "- x\n- y", "null", "{{ 7 * 7 }}", "\u2028\u0085", "𠮷㵲😀", "=SUM(A1)", ""]
)
def test_nothing_in_a_text_is_yaml_or_jinja(text: str):
    assert load_plain(slides("{{ x }}", x=text)) == text


@pytest.mark.parametrize(
    "joined",
    [
        "m() ~ x",
        "x ~ m()",
        "m() + x",
        "[m(), x] | join",
        "x | replace('q', m())",
        "m().join(['', x])",
        "m() | trim ~ x",
    ],
)
@pytest.mark.parametrize("evil", ["\n- id: evil", ": b, evil: c", ' # "', "q: &a [", "<&'>"])
def test_what_a_macro_gave_joined_with_a_text_is_a_text(joined: str, evil: str):
    text = "{% macro m() %}{{ 7 }}{% endmacro %}- {{ " + joined + " }}"
    (read,) = load_plain(slides(text, x=evil))
    assert read in {"7" + evil, evil + "7", evil.replace("q", "7"), evil}


def test_half_a_character_becomes_the_replacement_character():
    assert load_plain(slides("{{ x }}", x="a\ud800b")) == "a\ufffdb"


def test_figures_stay_exact_and_what_is_missing_is_null():
    assert slides("[{{ a }}, {{ b }}, {{ c }}]", a=Decimal("0.10"), b=None, c=[Decimal("1E+3"), None]) == (
        '[0.10, null, ["1000", null]]'
    )
    assert load_plain('[0.10, null, "null"]') == ["0.10", None, "null"]


def test_a_macro_s_output_is_yaml_already():
    assert slides('{% macro m(x) %}{{ x ~ "!" }}{% endmacro %}- {{ m(t) }}', t='a"b') == '- "a\\"b!"'


def test_a_macro_s_output_stays_yaml_within_macros_and_indented():
    text = (
        "{% macro item(x) %}- {{ x }}{% endmacro %}"
        "{% macro both(x) %}{{ item(x) }}\n{{ item('b') }}{% endmacro %}"
        "a:\n{{ both(t) | indent(2, true) }}"
    )
    assert load_plain(slides(text, t="x: y\n- z")) == {"a": ["x: y\n- z", "b"]}


def test_an_included_file_is_found_by_its_name():
    sandbox = slide_environment({"a": "{% include 'b' %}", "b": "{{ x }}"}, None)
    assert render(sandbox, "a", {"x": "y"}) == '"y"'


def test_a_script_is_plain_text():
    assert script("{{ x }}，{{ y }}", x='<a> & "b"', y=None) == '<a> & "b"，None'


@pytest.mark.parametrize(
    "text",
    [
        "{{ x.__class__ }}",
        "{{ x._replace }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ 'x' * 10 }}",
        "{{ 2 ** 8 }}",
        "{{ 10000000000 * 2 }}",
        "{{ lst.append(1) }}",
        "{{ range(1000000) | list }}",
        "{{ '%09d' % 1 }}",
        "{{ '{:>9}'.format(1) }}",
        "{{ ['{:>9}'] | map(attribute='format') | first }}",
        "{{ 'a'['ljust'](9) }}",
        "{{ 'a'.zfill(9) }}",
        "{{ 'a' | indent(" + str(MOST_INDENT + 1) + ", true) }}",
        "{% for i in range(9999) %}{{ y }}{% endfor %}",
    ],
)
@pytest.mark.parametrize("run", [slides, script], ids=["slides", "script"])
def test_the_sandbox_refuses(text: str, run: Callable[..., str]):
    with pytest.raises((SecurityError, UndefinedError, OverflowError)):
        run(text, x="a", y="b" * 100, lst=[1])


@pytest.mark.parametrize("name", ["lipsum", "cycler", "joiner", "open", "unknown"])
def test_a_name_that_is_not_there(name: str):
    with pytest.raises(UndefinedError):
        slides("{{ " + name + "() }}")


@pytest.mark.parametrize(
    "name",
    ["safe", "e", "escape", "forceescape", "tojson", "attr", "random", "center(9)", "format", "wordwrap", "slice(9)"],
)
def test_a_filter_that_is_not_there(name: str):
    with pytest.raises(TemplateError):
        slides("{{ x | " + name + " }}", x="a")


def test_output_has_a_limit():
    assert len(slides("{{ x }}", x="b" * (OUTPUT_LIMIT - 10))) < OUTPUT_LIMIT
    with pytest.raises(SecurityError):
        slides("{{ x }}", x="b" * OUTPUT_LIMIT)


def test_numbers_may_be_multiplied():
    assert slides("{{ 6 * 7 }} {{ 7 % 4 }}") == "42 3"


def test_the_widest_indent_is_allowed():
    assert slides("{{ ('a' | indent(" + str(MOST_INDENT) + ", true)) | length }}") == str(MOST_INDENT + 1)
