import pytest


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("机密★1年 关于收支", "机密★"),
        ("绝密 ★", "绝密 ★"),
        ("【秘密】收支情况", "【秘密】"),
        ("(机密级)", "(机密级)"),
        ("密级：秘密", "密级：秘密"),
        ("秘密", "秘密"),
    ],
)
def test_marks(findings, text: str, mark: str):
    (found,) = findings("UD421", f"单位: 财政局\n职责:\n  - {{标题: 收支, 内容: {text!r}}}\n")
    assert found.data == {"mark": mark}
    assert (found.span.line, found.span.column) == (3, 18)


@pytest.mark.parametrize("text", ["保护商业秘密", "机密文件管理", "严守国家秘密（含工作秘密）", "五星★级", "密切联系"])
def test_words_of_a_sentence_are_no_mark(findings, text: str):
    assert findings("UD421", f"单位: 财政局\n职责: [{text!r}]\n") == ()
