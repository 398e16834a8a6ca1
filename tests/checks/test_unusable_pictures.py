from pathlib import Path

import pytest

from support.outlines import unit, write
from unitdeck.base.diagnostics import BuildError
from unitdeck.build import draft_deck


def test_a_file_that_is_no_picture_is_told_once_before_building(tmp_path: Path):
    (tmp_path / "a.jpg").write_text("这不是图片", encoding="utf-8")
    file = write(tmp_path, unit(duties=["一"], photos=[{"file": "a.jpg"}, {"file": "a.jpg"}]))
    with pytest.raises(BuildError) as caught:
        draft_deck(file)
    (found,) = caught.value.diagnostics
    assert (found.code, found.severity, found.data) == ("UD652", "error", {"file": "a.jpg"})
    assert found.span is not None
    assert file.read_text("utf-8").splitlines()[found.span.line - 1][found.span.column - 1 :].startswith('"a.jpg"')
