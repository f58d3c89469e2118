from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from peerkit.model.constraints import LONGEST_NOTE
from peerkit.model.scale import ROLES
from support.commandline import ASKED, DAY, answered, contents, peerkit, place
from support.files import changed

QUICK = {"small/plan": 3, "small/learn": 3, "small/share": 3}
ASKED_AGAIN = "That is no answer I know."
ACCEPTED = "Accepted: 0 1 2 3 4, d, n, s, m and a note, e and evidence, ?, b, g and a question, a section or facts, l, r, p, q."


@pytest.fixture(autouse=True)
def small(folder: Path) -> Path:
    return place(folder / "frameworks")


@pytest.fixture
def file(folder: Path) -> Path:
    return folder / "x.peerkit.json"


def test_a_line_of_3_for_each_question_completes_the_quick_set_of_a_shipped_framework(file: Path) -> None:
    arguments = ("--set", "quick", "--program", "X", "--role", "staff", "--file", file)
    ended = peerkit("assess", "tacsi", *arguments, typed="3\n" * 200)
    assert (ended.code, ended.err) == (0, "")
    shown = json.loads(peerkit("show", "tacsi", "--format", "json").out)
    core = [f"tacsi/{one['id']}" for section in shown["sections"] for one in section["indicators"] if one.get("core")]
    assert answered(file) == dict.fromkeys(core, 3)
    [report] = json.loads(peerkit("report", file, "--format", "json").out)["frameworks"]
    assert (report["score"], report["low"], report["high"]) == (75, 75, 75)
    assert {(section["score"], section["low"], section["high"]) for section in report["sections"]} == {(75, 75, 75)}


def test_l_alone_leaves_a_section_out_and_takes_no_other_line(file: Path) -> None:
    ended = peerkit("assess", "small", "--file", file, typed="l\n2\n")
    assert (ended.code, ended.err, answered(file), contents(file)["sections"]) == (0, "", {"small/share": 2}, {"small": ["power"]})


def test_nothing_but_the_questions_is_asked_and_defaults_stand_for_the_rest(file: Path) -> None:
    ended = peerkit("assess", "small", "--file", file, typed="3\n" * 3)
    assert (ended.code, ended.err, ended.out.count("Answer: ")) == (0, "", 3)
    saved = contents(file)
    assert (saved["program"], saved["role"], saved["set"], saved.get("facts")) == ("My program", "not-said", "quick", None)
    assert (saved["started"], saved["updated"], saved["format"]) == (DAY, DAY, "peerkit/assessment/1")
    assert answered(file) == QUICK


def test_a_run_ends_after_the_last_question_and_leaves_the_rest_of_the_input_alone(file: Path) -> None:
    ended = peerkit("assess", "small", "--file", file, typed="3\n" * 3 + "foo\n" * 50)
    assert (ended.code, ended.out.count("Answer: "), answered(file)) == (0, 3, QUICK)


def test_the_questions_are_numbered_lines_with_the_scale_told_in_full_once(file: Path) -> None:
    out = peerkit("assess", "small", "--role", "staff", "--file", file, typed="3\n" * 3).out
    assert "\nPart 1 of 2, question 1 of 3, about 4 min left\nCare\nWe plan together.\n" in out
    assert "\nPart 1 of 2, question 2 of 3, about 3 min left\nWe learn together.\n" in out
    assert "\nPart 2 of 2, question 3 of 3, about 2 min left\nPower\nWe share decisions.\n" in out
    assert out.count("0 Not yet: We do not do this yet, or it happens only by chance.\n") == 1
    assert out.count("0 Not yet, 1 Starting, 2 Partly, 3 Mostly, 4 Built in; d, n, s, m, ?, b, q\n") == 2


def test_at_the_end_it_says_where_the_file_is_and_what_to_do_next(file: Path) -> None:
    out = peerkit("assess", "small", "--file", "x.peerkit.json", typed="3\n" * 3).out
    closing = " ".join(out.rpartition("Answer: ")[2].split())
    assert closing.startswith("Saved: x.peerkit.json 3 of 3 questions are answered.")
    assert "peerkit report x.peerkit.json" in closing
    assert "peerkit assess --resume x.peerkit.json" in closing


def test_an_unusable_line_is_asked_again_three_times_then_saved(file: Path) -> None:
    ended = peerkit("assess", "small", "--file", "x.peerkit.json", typed="2\n" + "foo\n" * 9)
    hint = "What was answered is saved. Go on with `peerkit assess --resume x.peerkit.json`."
    assert (ended.code, *ended.told) == (3, "no usable answer came, and it was asked four times", hint)
    assert (ended.out.count("Answer: "), ended.out.count(ASKED_AGAIN)) == (1 + 4, 4)
    assert " ".join(ended.out.split()).endswith(ACCEPTED)
    assert answered(file) == {"small/plan": 2}


def test_a_usable_line_after_three_unusable_ones_counts_and_the_next_question_starts_afresh(file: Path) -> None:
    ended = peerkit("assess", "small", "--file", file, typed="foo\n5\n-1\n3\n\nx\n33\n3\nfoo\n3\n")
    assert (ended.code, answered(file)) == (0, QUICK)


@pytest.mark.parametrize("given", [0, 1, 2])
def test_the_end_of_the_input_before_the_last_question_ends_with_130_and_says_how_to_go_on(file: Path, given: int) -> None:
    ended = peerkit("assess", "small", "--file", "x.peerkit.json", typed="3\n" * given)
    error = f"stopped before the last question; {given} of 3 answers are saved in x.peerkit.json"
    assert (ended.code, *ended.told) == (130, error, "Go on with `peerkit assess --resume x.peerkit.json`.")
    assert len(answered(file)) == given


def test_a_last_line_without_a_line_break_is_heard(file: Path) -> None:
    assert peerkit("assess", "small", "--file", file, typed="3\n3\n3").code == 0
    assert answered(file) == QUICK


def test_ctrl_c_in_the_interview_ends_with_130_and_says_how_to_go_on(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from peerkit.cli.prompting.lines import LinePrompter

    heard = LinePrompter._hear

    def interrupted(self: LinePrompter, prompt: str) -> str:
        line = heard(self, prompt)
        if line == "INT\n":
            raise KeyboardInterrupt
        return line

    monkeypatch.setattr(LinePrompter, "_hear", interrupted)
    ended = peerkit("assess", "small", "--file", "x.peerkit.json", typed="3\nm half a thought\nINT\n")
    assert (ended.code, *ended.told) == (
        130,
        "stopped before the last question; 1 of 3 answers are saved in x.peerkit.json",
        "Go on with `peerkit assess --resume x.peerkit.json`.",
    )
    assert contents(file)["written"] == {"small/learn": {"note": "half a thought"}}
    assert answered(file) == {"small/plan": 3}


def test_q_saves_and_stops_with_0(file: Path) -> None:
    ended = peerkit("assess", "small", "--file", "x.peerkit.json", typed="3\nq\n")
    assert (ended.code, ended.err, answered(file)) == (0, "", {"small/plan": 3})
    closing = " ".join(ended.out.rpartition("Answer: ")[2].split())
    assert closing == "Saved: x.peerkit.json 1 of 3 questions are answered. Go on later: peerkit assess --resume x.peerkit.json"


@pytest.mark.parametrize(
    ("line", "answer", "note"),
    [
        ("0", 0, None),
        ("  4 ", 4, None),
        ("built in", 4, None),
        ("NOT YET", 0, None),
        ("d", "dont-know", None),
        ("D", "dont-know", None),
        ("s", "skipped", None),
        ("n", "not-applicable", None),
        ("n we have no kitchen", "not-applicable", "we have no kitchen"),
    ],
)
def test_the_keys_are_words_on_a_line(file: Path, line: str, answer: int | str, note: str | None) -> None:
    peerkit("assess", "small", "--file", file, typed=f"{line}\nq\n")
    given = contents(file)["answers"]["small/plan"]
    assert (given["answer"], given.get("note")) == (answer, note)


def test_a_note_and_evidence_are_words_behind_their_keys_on_one_line(file: Path) -> None:
    ended = peerkit("assess", "small", "--file", file, typed="m it was m 3 years ago\ne policy the terms, 2026\n2\n3\n3\n")
    assert ended.code == 0
    assert contents(file)["answers"]["small/plan"] == {
        "ask": "We plan together.",
        "answer": 2,
        "note": "it was m 3 years ago",
        "evidence": [{"kind": "policy", "text": "the terms, 2026"}],
    }


def test_back_and_go_to_reach_an_earlier_question_and_its_answer_can_change(file: Path) -> None:
    ended = peerkit("assess", "small", "--file", file, typed="1\nb\n2\ng share\n4\n3\n")
    assert (ended.code, answered(file)) == (0, {"small/plan": 2, "small/learn": 3, "small/share": 4})
    assert "Your answer so far: Starting. Enter keeps it.\n" in ended.out


def test_help_says_why_a_question_is_asked_and_asks_it_again(file: Path) -> None:
    ended = peerkit("assess", "small", "--file", file, typed="?\n3\n3\n3\n")
    assert (ended.code, answered(file)) == (0, QUICK)
    assert "Why it is asked: Else nobody knows.\nNot yet: Nobody plans.\n" in ended.out


def test_a_file_is_for_its_owner_only(file: Path) -> None:
    peerkit("assess", "small", "--file", file, typed="3\n" * 3)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_without_a_file_name_one_is_made_of_program_framework_and_a_short_id(folder: Path) -> None:
    peerkit("assess", "small", "--program", "Café Ōtautahi & friends!", typed="3\n" * 3)
    [made] = folder.glob("*.peerkit.json")
    assert made.name == f"cafe-otautahi-friends.small.{contents(made)['id']}.peerkit.json"
    assert contents(made)["program"] == "Café Ōtautahi & friends!"


def test_nothing_is_left_beside_the_file(folder: Path, file: Path) -> None:
    peerkit("assess", "small", "--file", file, typed="3\n")
    assert sorted(path.name for path in folder.iterdir()) == ["frameworks", "x.peerkit.json"]


def test_a_file_that_is_there_is_left_alone(file: Path) -> None:
    file.write_bytes(b"precious")
    ended = peerkit("assess", "small", "--file", "x.peerkit.json", typed="3\n" * 3)
    hint = "Go on with `peerkit assess --resume x.peerkit.json`, or choose another name with --file."
    assert ended.failed == (3, "x.peerkit.json is there already", hint)
    assert file.read_bytes() == b"precious"


def test_a_file_that_cannot_be_written_is_told_before_the_first_question() -> None:
    ended = peerkit("assess", "small", "--file", "no/such/x.peerkit.json", typed="3\n" * 3)
    hint = "Make the folder no/such, or choose another place."
    assert ended.failed == (3, "no/such/x.peerkit.json cannot be written: No such file or directory", hint)


def test_no_framework_is_wrong_usage_where_nobody_can_be_asked() -> None:
    hint = "Name one, as in `peerkit assess tacsi`; `peerkit frameworks` lists them."
    assert peerkit("assess", typed="1\n").failed == (2, "which framework?", hint)


@pytest.mark.parametrize("role", ROLES)
def test_every_role_can_be_given(file: Path, role: str) -> None:
    assert peerkit("assess", "small", "--role", role, "--file", file, typed="q\n").code == 0
    assert contents(file)["role"] == role


def test_a_role_decides_what_is_asked_and_in_which_words(file: Path) -> None:
    ended = peerkit("assess", "small", "--role", "participant", "--file", file, typed="3\n" * 2)
    assert (ended.code, answered(file)) == (0, {"small/plan": 3, "small/share": 3})
    assert "\nHere, we plan together.\nThinking about the past 12 months, what is it like here?\n0 Not yet: I have not seen" in ended.out
    assert contents(file)["answers"]["small/plan"]["ask"] == "Here, we plan together."


@pytest.mark.parametrize("value", ["no", "No", "false"])
def test_a_fact_decides_what_is_asked(file: Path, value: str) -> None:
    ended = peerkit("assess", "small", "--fact", f"practitioners={value}", "--file", file, typed="3\n" * 2)
    assert (ended.code, answered(file)) == (0, {"small/plan": 3, "small/learn": 3})
    assert contents(file)["facts"] == {"practitioners": False}


def test_facts_are_repeated(file: Path) -> None:
    peerkit("assess", "small", "--fact", "practitioners=yes", "--fact", "team-size = 1-2", "--file", file, typed="q\n")
    assert contents(file)["facts"] == {"practitioners": True, "team-size": "1-2"}


@pytest.mark.parametrize("command", ["assess", "sheet"])
def test_where_there_is_no_quick_set_the_full_one_is_named(folder: Path, command: str) -> None:
    place(folder / "frameworks", ASKED.replace("core: true", "core: false"))
    assert peerkit(command, "small", "--set", "quick").failed == (
        2,
        "there is no quick set here: none of its questions is asked of this role",
        "Ask all questions: --set full",
    )


@pytest.mark.parametrize(
    ("options", "error", "hint"),
    [
        (["--fact", "practitoners=yes"], 'there is no fact called "practitoners"', "Did you mean practitioners?"),
        (["--fact", "zz"], 'there is no fact called "zz"', "There are practitioners, team-size."),
        (
            ["--fact", "practitioners=maybe"],
            '"maybe" is no value for the fact practitioners',
            "Write --fact practitioners=VALUE with yes or no.",
        ),
        (["--fact", "team-size=2"], '"2" is no value for the fact team-size', "Write --fact team-size=VALUE with 1-2, 3-9."),
        (["--section", "cares"], 'there is no section called "cares"', "Did you mean care?"),
        (["--section", "tacsi/care"], 'there is no section called "tacsi/care"', "There are care, power."),
        (["--section", "care,zzz"], 'there is no section called "zzz"', "There are care, power."),
        (
            ["--section", "power", "--fact", "practitioners=no"],
            "there is nothing to ask this role in these sections",
            "Leave --section out, or choose another --role.",
        ),
        (["--partial"], "--partial goes with --answers", "Name the sheet: --answers sheet.csv --partial"),
        (["small"], "small is named twice", "Name each framework once."),
        (["smal"], 'there is no framework called "smal"', "Did you mean small?"),
    ],
)
def test_a_mistyped_id_or_value_is_wrong_usage_and_nothing_is_saved(folder: Path, options: list[str], error: str, hint: str) -> None:
    assert peerkit("assess", "small", *options, typed="3\n" * 9).failed == (2, error, hint)
    assert sorted(path.name for path in folder.iterdir()) == ["frameworks"]


@pytest.mark.parametrize("value", ["care", "small/care", " care , small/care "])
def test_a_section_can_be_named_with_its_framework_and_limits_what_is_asked(file: Path, value: str) -> None:
    ended = peerkit("assess", "small", "--section", value, "--file", file, typed="3\n" * 2)
    assert (ended.code, contents(file)["sections"]) == (0, {"small": ["care"]})
    assert answered(file) == {"small/plan": 3, "small/learn": 3}


@pytest.mark.parametrize("options", [["--section", "care,power"], ["--section", "care", "--section", "small/power"]])
def test_ids_are_repeated_or_separated_by_commas(file: Path, options: list[str]) -> None:
    peerkit("assess", "small", *options, "--file", file, typed="3\n" * 3)
    assert (contents(file)["sections"], answered(file)) == ({"small": ["care", "power"]}, QUICK)


@pytest.mark.parametrize("named", [["small", "tacsi"], ["small,tacsi"]])
def test_several_frameworks_are_asked_one_after_the_other_and_keep_their_sections_apart(folder: Path, file: Path, named: list[str]) -> None:
    place(folder / "frameworks", "format: peerkit/crosswalk/1\nlinks: []\n", "crosswalk.yaml")
    options = ("--section", "tacsi/co-design,care", "--role", "leader")
    ended = peerkit("assess", *named, *options, "--file", file, typed="3\n" * 99)
    assert ended.code == 0
    assert contents(file)["sections"] == {"small": ["care"], "tacsi": ["co-design"]}
    assert {address.partition("/")[0] for address in answered(file)} == {"small", "tacsi"}
    assert [one["id"] for one in contents(file)["frameworks"]] == ["small", "tacsi"]


def test_a_framework_can_be_the_path_of_a_file(folder: Path, file: Path) -> None:
    place(folder / "elsewhere", changed(("id: small", "id: other")), "any-name.yaml")
    assert peerkit("assess", "elsewhere/any-name.yaml", "--file", file, typed="3\n").code == 0
    assert answered(file) == {"other/plan": 3}


def test_the_full_set_asks_everything(folder: Path, file: Path) -> None:
    place(folder / "frameworks", changed())
    assert peerkit("assess", "small", "--file", file, typed="3\n").code == 0
    assert len(answered(file)) == 1
    again = folder / "y.peerkit.json"
    assert peerkit("assess", "small", "--set", "full", "--file", again, typed="3\n" * 3).code == 0
    assert answered(again) == QUICK


@pytest.mark.parametrize("key", ["m", "n", "e"])
def test_words_longer_than_a_note_are_asked_again_and_nothing_of_them_is_kept(file: Path, key: str) -> None:
    ended = peerkit("assess", "small", "--file", file, typed=f"{key} {'x' * (LONGEST_NOTE + 1)}\n3\n3\n3\n")
    assert (ended.code, answered(file), ended.out.count("Answer: ")) == (0, QUICK, 4)
    assert "xx" not in file.read_text()


def test_the_longest_note_is_kept_whole(file: Path) -> None:
    peerkit("assess", "small", "--file", file, typed=f"m {'x' * LONGEST_NOTE}\n3\n3\n3\n")
    assert contents(file)["answers"]["small/plan"]["note"] == "x" * LONGEST_NOTE
    assert peerkit("report", file).code == 0


def test_a_broken_framework_is_shown_as_lint_shows_it_then_error_and_hint(folder: Path) -> None:
    place(folder / "frameworks", changed(("goal: 3", "gaol: 3"), ("weight: 1", "weight: heavy")))
    linted = peerkit("lint", "frameworks/small.yaml", "--select", "PK1").out
    ended = peerkit("assess", "small", typed="3\n" * 3)
    assert (ended.code, ended.out) == (3, "")
    assert ended.err.startswith(linted)
    assert "frameworks/small.yaml:5:1\n" in ended.err
    assert ended.told == (
        "frameworks/small.yaml cannot be used: 2 mistakes in it",
        "Mend what is named above. It is shown again by: peerkit lint frameworks/small.yaml",
    )
    assert [path.name for path in folder.iterdir()] == ["frameworks"]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("3.0", 3),
        ("3 - Mostly", 3),
        ("Built-in", 4),
        ("built\xa0in", 4),
        ("n.a.", "not-applicable"),
        ("N/A", "not-applicable"),
        ("does not apply", "not-applicable"),
        ("not sure", "dont-know"),
        ("don\u2019t know", "dont-know"),
        ("DK", "dont-know"),
        ("skip", "skipped"),
    ],
)
@pytest.mark.parametrize("more", [(), ("--enter", "--sheet-version", "1.0.0")], ids=["interview", "sheet"])
def test_an_answer_may_be_typed_in_the_words_of_a_sheet(line: str, answer: object, more: tuple[str, ...], file: Path) -> None:
    ended = peerkit("assess", "small", *more, "--file", file, typed=f"{line}\nq\n")
    assert (ended.code, answered(file)) == (0, {"small/plan": answer})
