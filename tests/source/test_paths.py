from __future__ import annotations

from pathlib import Path

import pytest

from unitdeck.source.paths import file_inside
from unitdeck.source.scalars import ScalarError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text("x")
    folder = tmp_path / "session"
    (folder / "photos").mkdir(parents=True)
    (folder / "photos" / "桥面铺装.jpg").write_bytes(b"x")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "out").symlink_to(tmp_path)
    (folder / "loop").symlink_to(folder / "loop")
    return folder


def test_a_file_inside_is_given_back_with_forward_slashes(root: Path) -> None:
    assert file_inside(root, "photos/桥面铺装.jpg") == "photos/桥面铺装.jpg"
    assert file_inside(root, " photos\\桥面铺装.jpg ") == "photos/桥面铺装.jpg"
    assert file_inside(root, "./photos//桥面铺装.jpg") == "photos/桥面铺装.jpg"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/etc/hosts", "UD601"),
        ("C:\\照片\\a.jpg", "UD601"),
        ("c:a.jpg", "UD601"),
        ("\\\\server\\a.jpg", "UD601"),
        ("~/a.jpg", "UD601"),
        ("../secret.txt", "UD602"),
        ("photos/../../secret.txt", "UD602"),
        ("photos/../photos/桥面铺装.jpg", "UD602"),
        ("link.txt", "UD602"),
        ("out/secret.txt", "UD602"),
        ("photos", "UD603"),
        ("loop", "UD603"),
        ("a" * 5000, "UD603"),
        ("photos/x.jpg", "UD603"),
    ],
)
def test_other_paths_are_refused(root: Path, path: str, code: str) -> None:
    with pytest.raises(ScalarError) as caught:
        file_inside(root, path)
    assert caught.value.code == code


def test_a_misspelt_name_is_given_its_neighbour(root: Path) -> None:
    with pytest.raises(ScalarError) as caught:
        file_inside(root, "photos/桥面铺装.png")
    assert caught.value.data["best"] == "photos/桥面铺装.jpg"
