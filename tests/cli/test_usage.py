import pytest

from unitdeck.cli.main import COMMANDS, main, run


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_lists_every_command(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"], lang) == 0
    shown = capsys.readouterr().out
    assert all(f"  {name} " in shown for name in COMMANDS)


def test_help_is_in_the_readers_language(capsys: pytest.CaptureFixture[str]) -> None:
    run(["build", "--help"], "zh")
    shown = capsys.readouterr().out
    assert "用法：unitdeck build [选项] 提纲或文件夹…" in shown
    assert "有警告也算不通过" in shown
    run(["build", "--help"], "en")
    assert "Usage: unitdeck build [OPTIONS] OUTLINE|FOLDER…" in capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_command_has_help(name: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"], lang) == 0
    assert "--lang" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (["biuld"], "没有这个命令：biuld，是不是 build？", "No such command: biuld. Did you mean build?"),
        (["build"], "还缺 提纲或文件夹…", "Missing OUTLINE|FOLDER…"),
        (["build", "x.yaml", "--strcit"], "没有这个选项：--strcit，是不是 --strict？", "Did you mean --strict?"),
        (["template", "preview", "report", "x", "y"], "多写了：x y", "Not expected: x y"),
        (["build", "x.yaml", "-o"], "选项 -o 后面要写内容", "Option -o needs a value"),
        (
            ["check", "x.yaml", "--output-format", "xml"],
            "--output-format 的值不对；可以写：full, concise, json, github",
            "Bad value for --output-format; choose from full, concise, json, github",
        ),
        (["--lang", "fr", "doctor"], "--lang 的值不对；可以写：zh, en", "Bad value for --lang; choose from zh, en"),
    ],
)
def test_slips_exit_2_and_say_what_to_write(
    arguments: list[str], zh: str, en: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments, "zh") == 2
    shown = capsys.readouterr()
    assert zh in shown.err
    assert not shown.out
    assert run(arguments, "en") == 2
    assert en in capsys.readouterr().err


def test_nothing_asked_shows_the_help_and_exits_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([], "zh") == 2
    assert "用法：unitdeck" in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"], "zh") == 0
    assert capsys.readouterr().out == "unitdeck 0.1.0\n"


@pytest.mark.parametrize("arguments", [["--lang", "en", "build", "-h"], ["build", "-h", "--lang=en"]])
def test_the_language_may_be_asked_for_anywhere(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNITDECK_LANG", "zh")
    assert main(arguments) == 0
    assert capsys.readouterr().out.startswith("Usage: unitdeck build")


def test_the_environment_gives_the_language(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNITDECK_LANG", "en")
    assert main(["--help"]) == 0
    assert capsys.readouterr().out.startswith("Usage: unitdeck")
