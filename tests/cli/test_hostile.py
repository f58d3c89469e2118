"""Whatever stands in a file, an argument or the input is text: it steers no terminal, is no markup, and ends no run with a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from peerkit.render.escape import json_text
from peerkit.render.products import formats
from support.commandline import ASKED, Ended, answered, contents, peerkit, place
from support.files import changed

HOSTILE = {
    "terminal title": "\x1b]0;owned\x07\x1b[2J\x1b[31mred",
    "c1 controls": "\x9b31mred\x9d0;owned\x9c",
    "rich markup": "[red]bold[/red] [/] [link=x]y[/link]",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "new lines": "one\r\n# two\n\nerror: three\rfour",
    "right to left": "\u202egnp.exe\u2066\u200f",
    "formula": '=HYPERLINK("x","y")',
    "github command": "::error file=x::hello ##[error]",
    "format strings": "%s %d {0} {program} ${HOME} `id`",
    "markdown": "](x) **a** | b | <!-- --> ![x](y) \\",
    "zero": "a\x00b",
    "emoji": "👩🏽‍🚒 whānau é \uff57\uff49\uff44\uff45",
}
UNSEEN = frozenset(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))) - {"\n"}
TEXTS = [name for name in formats("report") if name not in ("docx", "xlsx", "pdf")]


def safe(ended: Ended) -> Ended:
    """Return a run that steered nothing and told no traceback."""
    assert not UNSEEN & set(ended.out + ended.err)
    assert "Traceback" not in ended.err
    assert "inside peerkit" not in ended.err
    return ended


@pytest.fixture(autouse=True)
def small(folder: Path) -> Path:
    return place(folder / "frameworks")


@pytest.fixture
def file(folder: Path) -> Path:
    return folder / "x.peerkit.json"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_program_can_be_called_anything(file: Path, text: str) -> None:
    assert safe(peerkit("assess", "small", "--program", text, "--file", file, typed="1\n2\n4\n")).code == 0
    assert contents(file)["program"] == text.strip()
    for command in (["show", file], ["show", file, "--format", "markdown"], ["explain", file, "small"]):
        assert safe(peerkit(*command)).code == 0
    for form in TEXTS:
        assert safe(peerkit("report", file, "--format", form)).code == 0
    assert json.loads(peerkit("report", file, "--format", "json").out)["program"] == text.strip()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_notes_and_evidence_can_say_anything(file: Path, text: str) -> None:
    words = " ".join(text.split())
    assert safe(peerkit("assess", "small", "--file", file, typed=f"m {words}\ne {words}\n1\nn {words}\n4\n")).code == 0
    answers = contents(file)["answers"]
    assert (answers["small/plan"]["note"], answers["small/learn"]["note"]) == (words, words)
    assert answers["small/plan"]["evidence"] == [{"kind": "other", "text": words}]
    for form in TEXTS:
        assert safe(peerkit("report", file, "--format", form)).code == 0
    for form in ("text", "markdown", "json"):
        assert safe(peerkit("show", file, "--format", form)).code == 0
    assert json.loads(peerkit("show", file, "--format", "json").out) == contents(file)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_file_can_hold_anything_anywhere(file: Path, text: str) -> None:
    peerkit("assess", "small", "--file", file, typed="1\n2\n4\n")
    data = contents(file)
    data |= {"program": text, "support": text, "governance": {"authority": text, "may_see": text, "until": text, "kept": text}}
    for answer in data["answers"].values():
        answer |= {"note": text, "evidence": [{"kind": "policy", "text": text, "date": text}], "dissent": [{"answer": 1, "why": text}]}
    data["set_aside"] = [{"id": "small/old", "ask": text, "answer": 1, "why": text}]
    file.write_text(json.dumps(data))
    for form in TEXTS:
        assert safe(peerkit("report", file, "--format", form)).code == 0
    for form in ("text", "markdown", "json"):
        assert safe(peerkit("show", file, "--format", form)).code == 0
    assert safe(peerkit("assess", "--resume", file)).code == 0


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_framework_can_say_anything(folder: Path, file: Path, text: str) -> None:
    quoted = json_text(json.dumps(text, ensure_ascii=False))
    framework = changed(("A small framework", quoted), ("title: Care", f"title: {quoted}"), ("We plan together.", quoted), text=ASKED)
    place(folder / "frameworks", framework)
    assert safe(peerkit("assess", "small", "--file", file, typed="?\n1\n2\n4\n")).code == 0
    for command in (
        ["frameworks"],
        ["frameworks", "--format", "json"],
        ["show", "small"],
        ["show", "small", "--format", "json"],
        ["show", "small/plan"],
        ["show", "small", "--format", "markdown"],
    ):
        assert safe(peerkit(*command)).code == 0
    for what in ("small", "small/care", "small/plan"):
        assert safe(peerkit("explain", file, what)).code == 0
    for form in TEXTS:
        assert safe(peerkit("report", file, "--format", form)).code == 0


@pytest.mark.parametrize("text", [text for text in HOSTILE.values() if "\0" not in text])
def test_arguments_can_be_anything(folder: Path, text: str) -> None:
    sheet = folder / "sheet.csv"
    sheet.write_text(f'id,answer\n"{text.replace(chr(34), "")}",3\nplan,"{text.replace(chr(34), "")}"\n', encoding="utf-8")
    for arguments in (
        [text],
        ["report", text],
        ["show", text],
        ["show", f"small/{text}"],
        ["frameworks", "--format", text],
        ["frameworks", "--frameworks", text],
        ["assess", text],
        ["assess", "small", "--role", text],
        ["assess", "small", "--fact", text],
        ["assess", "small", "--fact", f"practitioners={text}"],
        ["assess", "small", "--section", f"x{text}"],
        ["assess", "small", "--answers", "sheet.csv"],
        ["assess", "--resume", text],
        ["lint", text],
        ["lint", "--select", f"x{text}"],
        ["report", f"--{text}"],
    ):
        ended = safe(peerkit(*arguments))
        assert ended.code in (2, 3)
        assert ended.told


def test_a_program_of_bytes_that_are_no_text_is_saved_with_marks_in_their_place(file: Path) -> None:
    assert safe(peerkit("assess", "small", "--program", "caf\udce9", "--file", file, typed="q\n")).code == 0
    assert contents(file)["program"] == "caf\ufffd"


@pytest.mark.parametrize("name", ["", "  ", "\t\n"])
def test_a_program_without_a_name_has_the_usual_one(file: Path, name: str) -> None:
    assert peerkit("assess", "small", "--program", name, "--file", file, typed="q\n").code == 0
    assert contents(file)["program"] == "My program"
    assert peerkit("report", file).code == 0


def test_a_path_of_bytes_that_are_no_text_works_and_is_shown_safely(folder: Path) -> None:
    ended = safe(peerkit("assess", "small", "--file", "caf\udce9.peerkit.json", typed="1\n2\n4\n"))
    assert ended.code == 0
    assert "Saved: caf\\udce9.peerkit.json\n" in ended.out
    assert safe(peerkit("report", "caf\udce9.peerkit.json")).code == 0


LINES = "x\n::error::y\r::warning::z\u2028"


def steers_nothing(ended: Ended) -> Ended:
    """Return a run that wrote no line which a runner of GitHub would take for a command."""
    assert not [line for line in f"{ended.out}\n{ended.err}".splitlines() if line.startswith("::")]
    return safe(ended)


def test_line_breaks_in_the_names_of_files_begin_no_line(folder: Path, file: Path) -> None:
    peerkit("assess", "small", "--file", file, typed="1\n2\n4\n")
    inside = folder / LINES
    inside.mkdir()
    for name in (f"{LINES}.peerkit.json", f"{LINES}/a.peerkit.json", f"{LINES}/b.peerkit.json"):
        (folder / name).write_bytes(file.read_bytes())
    (inside / f"{LINES}.peerkit.json").write_text('{"format": "peerkit/outcome/1"}')
    (inside / f"{LINES}2.peerkit.json").symlink_to("nowhere")
    for ended in (
        steers_nothing(peerkit("report", folder)),
        steers_nothing(peerkit("report", inside)),
        steers_nothing(peerkit("assess", "--from", f"{LINES}.peerkit.json", "--file", "y.peerkit.json", typed="q\n")),
        steers_nothing(peerkit("new", "framework", "own", "--frameworks", inside)),
        steers_nothing(peerkit("report", file, "--output", f"{LINES}.md")),
    ):
        assert " ::error::y ::warning::z" in ended.err
    (inside / f"{LINES}.yaml").write_text("format: peerkit/framework/1\nid: q\n")
    steers_nothing(peerkit("frameworks", "--frameworks", inside))


def test_a_key_of_a_million_characters_is_told_in_short(file: Path) -> None:
    peerkit("assess", "small", "--file", file, typed="1\n2\n4\n")
    long, data = "k" * 1_000_000, contents(file)
    for changed_data in (
        data | {long: 1},
        data | {"answers": {long: {"ask": "x", "answer": 3}}},
        data | {"answers": {f"small/{long}": {"ask": "x", "answer": 3}}},
        data | {"format": f"peerkit/assessment/{long}"},
    ):
        file.write_text(json.dumps(changed_data))
        ended = safe(peerkit("report", file))
        assert (ended.code, len(ended.err) < 600) == (3, True)
    file.write_text(f'{{"{long}": 1, "{long}": 2}}')
    assert len(peerkit("report", file).err) < 600


def test_bytes_that_are_no_utf8_on_standard_input_are_no_crash(file: Path) -> None:
    ended = safe(peerkit("assess", "small", "--file", file, typed=b"\xff\xfe\nm caf\xe9\n3\n\x80\n3\n3\n"))
    assert (ended.code, answered(file)) == (0, {"small/plan": 3, "small/learn": 3, "small/share": 3})
    assert contents(file)["answers"]["small/plan"]["note"] == "caf\ufffd"


def test_a_line_of_ten_megabytes_is_one_unusable_line(file: Path) -> None:
    ended = safe(peerkit("assess", "small", "--file", file, typed=b"m " + b"x" * 10_000_000 + b"\n3\n3\n3\n"))
    assert (ended.code, len(answered(file)), ended.out.count("Answer: ")) == (0, 3, 4)
    assert file.stat().st_size < 10_000


def test_ten_megabytes_without_a_line_break_end_the_input(file: Path) -> None:
    ended = safe(peerkit("assess", "small", "--file", file, typed=b"3" * 10_000_000))
    assert (ended.code, answered(file)) == (130, {})


@pytest.mark.parametrize("name", ["large.peerkit.json", "large.csv", "large.yaml", "large.json"])
def test_a_file_of_ten_megabytes_is_refused_at_once(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b'{"format": "peerkit/assessment/1", "x": "' + b"x" * 10_000_000 + b'"}')
    ended = safe(peerkit("assess", "small", "--answers", name) if "peerkit" not in name else peerkit("report", name))
    assert ended.failed == (3, f"{name} is larger than 8,000,000 bytes", "Check that it is the right file.")


def test_an_object_with_very_many_keys_and_one_twice_is_refused_without_a_wait(folder: Path) -> None:
    keys = ",".join(f'"k{number}":1' for number in range(400_000))
    (folder / "x.peerkit.json").write_text("{" + keys + ',"k399999":1}')
    ended = safe(peerkit("report", "x.peerkit.json"))
    assert ended.told[0] == "x.peerkit.json is no complete answer file: the key k399999 is in it twice"


def test_a_sheet_of_very_many_rows_is_read(folder: Path) -> None:
    (folder / "sheet.csv").write_text("id,answer\n" + "plan,3\n" + "nobody,\n" * 200_000)
    assert safe(peerkit("assess", "small", "--answers", "sheet.csv", "--file", "x.peerkit.json")).code == 0


def test_a_note_of_a_sheet_can_have_lines(folder: Path, file: Path) -> None:
    (folder / "sheet.csv").write_text('id,answer,note\nplan,3,"one\n[red]two\x1b[2J"\n')
    assert safe(peerkit("assess", "small", "--answers", "sheet.csv", "--file", file)).code == 0
    assert contents(file)["answers"]["small/plan"]["note"] == "one\n[red]two\x1b[2J"
    assert safe(peerkit("show", file)).code == 0
