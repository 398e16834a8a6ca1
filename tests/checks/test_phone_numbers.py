import pytest


@pytest.mark.parametrize("text", ["电话13812345678", "138-1234-5678", "联系人 199 1234 5678。"])
def test_mobile_numbers(findings, text: str):
    (found,) = findings("UD423", f"单位: 财政局\n职责:\n  - {text}\n")
    assert found.data["number"].endswith("…78")
    assert found.span.line == 3


@pytest.mark.parametrize(
    "text",
    ["0722-6230001", "投资13812345678元", "合计13812345678.5", "12812345678", "编号138123456789", "1.13812345678"],
)
def test_other_numbers(findings, text: str):
    assert findings("UD423", f"单位: 财政局\n职责:\n  - 见{text}\n") == ()
