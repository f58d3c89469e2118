"""`peerkit report` with several files: which belong together, what is confirmed, and what is remembered beside the answers."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from peerkit.cli import console
from peerkit.model.answers import Action, Agreed, Assessment, Governance, Outcome, Written
from peerkit.source.json import assessment_file, outcome_file
from support.commandline import ASKED, contents, peerkit, place, process
from support.files import changed
from support.office import word_text
from support.team_folders import files_in, people_of, save
from test_startup import HEAVY, loaded


@pytest.fixture(autouse=True)
def small(folder: Path) -> Path:
    """The framework that the team answered."""
    return place(folder / "frameworks")


@pytest.fixture
def team(folder: Path) -> Path:
    """A folder with the files of ten people."""
    return save(people_of(folder), folder / "round")


def data(*arguments: object) -> dict[str, Any]:
    ended = peerkit("report", *arguments, "--format", "json")
    assert (ended.code, ended.warned) == (0, ""), ended.warned
    report: dict[str, Any] = json.loads(ended.out)
    return report


# Which files are a team.


def test_a_folder_and_the_files_in_it_make_the_same_report_in_any_order(team: Path) -> None:
    whole = peerkit("report", team)

    assert (whole.code, whole.warned) == (0, "")
    assert whole.out.startswith("Team report: Lantern Street Peers\n")
    assert peerkit("report", *files_in(team)).out == whole.out
    assert peerkit("report", *files_in(team)[::-1]).out == whole.out
    assert data(team)["respondents"] == {"total": 10, "by_role": {"peer-worker": 5, "staff": 5}}


@pytest.mark.parametrize("form", ["terminal", "html", "markdown", "csv", "json"])
def test_a_folder_with_one_file_is_that_file(team: Path, form: str) -> None:
    team = Path(team.name)
    first, *others = files_in(team)
    for path in others:
        path.unlink()

    alone = peerkit("report", first, "--format", form)
    inside = peerkit("report", team, "--format", form)
    assert (inside.code, inside.err) == (alone.code, alone.err)
    assert inside.out.replace(f"peerkit report {team}", f"peerkit report {first}").split() == alone.out.split()
    assert alone.code == 0
    assert "Team report" not in alone.out
    assert list(team.iterdir()) == [first]


@pytest.mark.parametrize("option", [["--minimum-group", "9"], ["--comments"], ["--replace-earlier"]])
def test_what_protects_a_team_is_refused_for_one_file(team: Path, option: list[str]) -> None:
    message = f"{option[0]} is for the report of a team, and here is one file, whose report shows all that is in it"
    hint = f"Leave {option[0]} out, or name the files of the team, or their folder."
    assert peerkit("report", files_in(team)[0], *option).failed == (2, message, hint)


def test_a_folder_without_answers_says_so(folder: Path) -> None:
    (folder / "empty").mkdir()
    assert peerkit("report", "empty").failed == (3, "empty holds no file of answers", "Files of answers end in .peerkit.json.")


def test_a_file_that_is_named_twice_is_refused(team: Path) -> None:
    first = files_in(team)[0]
    hint = "Name each file once; a folder stands for every file of answers in it."
    assert peerkit("report", first, first).failed == (2, f"{first} is named twice", hint)
    code, message, _ = peerkit("report", team, first).failed
    assert (code, message) == (2, f"{first} is named twice")


def test_a_prepared_file_without_answers_is_left_out_with_a_note(folder: Path, team: Path) -> None:
    before = peerkit("report", team).out
    prepared = replace(people_of(folder)[0], id="ffff", answers={})
    save([prepared], team)

    ended = peerkit("report", team)
    assert (ended.code, ended.out) == (0, before)
    assert ended.warned == f"note: {team}/lantern.ffff.peerkit.json holds no answers and is left out.\n"


def test_the_folders_in_a_folder_are_looked_into_and_said(team: Path) -> None:
    alone = peerkit("report", team).out
    first, second, *_ = files_in(team)
    for path in (first, second):
        (team / path.stem).mkdir()
        path.rename(team / path.stem / path.name)

    ended = peerkit("report", team)

    assert (ended.code, ended.out) == (0, alone)
    places = f"{team}/{first.stem} (1), {team}/{second.stem} (1)"
    assert ended.warned == f"note: counted too are the files in {places}; a folder stands for the folders in it as well.\n"
    assert [path.parent for path in sorted(team.rglob("*.shown.json"))] == [team, team / first.stem, team / second.stem]


def test_a_link_to_answers_that_are_gone_is_named_and_not_passed_over(team: Path) -> None:
    link = team / "gone.peerkit.json"
    link.symlink_to(team / "elsewhere")

    code, message, _ = peerkit("report", team).failed
    assert (code, message) == (3, f"{link} is not there")
    assert peerkit("report", team, "--skip-broken").code == 0


def test_two_rounds_are_not_counted_together(folder: Path, team: Path) -> None:
    later = [replace(one, id=f"b{one.id}") for one in people_of(folder, started="2027-11-21", updated="2027-11-21")]

    code, message, hint = peerkit("report", save(later, folder / "later"), team).failed
    assert (code, message.endswith(", so these are two rounds")) == (3, True)
    _, _, command = hint.partition(" Compare them: peerkit ")
    assert command == f"compare {team} {folder / 'later'}"
    assert peerkit(*command.split()).code == 0


def test_two_rounds_in_one_folder_are_compared_in_words(folder: Path, team: Path) -> None:
    save([replace(one, id=f"b{one.id}") for one in people_of(folder, started="2027-11-21", updated="2027-11-21")], team)

    _, message, hint = peerkit("report", team).failed
    assert message.endswith(", so these are two rounds")
    assert "or compare them, each in a file or a folder of its own." in hint
    assert "peerkit compare" not in hint


def test_one_person_among_prepared_files_is_no_team(folder: Path) -> None:
    first, *others = people_of(folder)
    team = save([first, *(replace(one, answers={}) for one in others)], folder / "round")

    ended = peerkit("report", team)
    assert (ended.code, ended.out) == (3, "")
    hint = f"Report on it alone: peerkit report {team}/lantern.0000.peerkit.json"
    assert ended.told == ("only one of these files holds answers, and a team needs two or more", hint)


# What does not belong together.


def another_version(one: Assessment) -> Assessment:
    return replace(one, frameworks=(replace(one.frameworks[0], version="0.9.0"),))


DIFFERENT: dict[str, tuple[Callable[[Assessment], Assessment], str]] = {
    "the program": (lambda one: replace(one, program="Harbour"), "1 of 11: {odd} is about Harbour, the others about Lantern Street Peers"),
    "the version": (another_version, "1 of 11: {odd} holds answers to small 0.9.0, the others to small 1.0.0"),
    "the facts": (
        lambda one: replace(one, facts={"practitioners": False}),
        '1 of 11: {odd} answers "Do professionals work here?" with no, the others with yes',
    ),
    "the round": (
        lambda one: replace(one, started="2025-03-01", updated="2025-03-02"),
        "1 of 11: {odd} was answered from 2025-03-01 to 2025-03-02, the others on 2026-11-21, so these are two rounds",
    ),
    "the mode": (
        lambda one: replace(one, mode="consensus", role=None),
        "{odd} holds the answers of a group that answered together, and a team report is made from single people's answers",
    ),
    "the id": (
        lambda one: replace(one, id="0000", updated="2026-11-20", started="2026-11-20"),
        "{odd} and {first} have the same id 0000, so they are the same person's answers, and they differ",
    ),
}


@pytest.mark.parametrize("name", DIFFERENT)
def test_a_file_that_does_not_belong_to_the_others_is_named_and_refused_or_left_out(folder: Path, name: str) -> None:
    change, said = DIFFERENT[name]
    people = people_of(folder)
    team = save(people, folder / "round")
    odd = team / "odd.peerkit.json"
    assessment_file.write(odd, change(replace(people[9], id="eeee")))

    code, message, hint = peerkit("report", team).failed
    assert (code, message) == (3, said.format(odd=odd, first=files_in(team)[0]))
    assert hint.endswith(" Or go on without it: --skip-broken.")
    assert not list(team.glob("*.shown.json"))

    without = peerkit("report", team, "--skip-broken", "--format", "json")
    assert (without.code, json.loads(without.out)["respondents"]["total"]) == (0, 10)
    assert without.warned.startswith(f"left out: {message}. ")


def test_where_as_many_are_of_either_kind_nothing_is_left_out_by_itself(folder: Path) -> None:
    people = people_of(folder)
    team = save([*people[:5], *(replace(one, program="Harbour") for one in people[5:])], folder / "round")

    code, message, hint = peerkit("report", team, "--skip-broken").failed
    assert (code, message.endswith(" are about Harbour, the others about Lantern Street Peers")) == (3, True)
    assert hint.endswith("Name the files that are meant, or leave some out: --skip FILE.")


def test_all_that_does_not_fit_is_named_at_once(folder: Path) -> None:
    people = people_of(folder)
    odd = [replace(people[0], program="Harbour"), replace(people[1], mode="consensus", role=None)]
    team = save([*people[2:], *odd], folder / "round")
    (team / "broken.peerkit.json").write_text("{")

    ended = peerkit("report", team)

    assert [line.split(": ")[0] for line in ended.err.splitlines()] == ["broken", "broken", "broken", "error", "hint"]
    assert ended.told[0] == "3 of 11 files cannot be used, and nothing was counted"


# One slip does not stop a team.


def test_of_two_sets_the_questions_that_all_were_asked_are_counted_and_it_is_said_which_file_differs(folder: Path) -> None:
    people = people_of(folder)
    alike = data(save([replace(one, set="quick") for one in people], folder / "alike"))
    team = save([people[0], *(replace(one, set="quick") for one in people[1:])], folder / "round")

    ended = peerkit("report", team, "--format", "json")

    first = files_in(team)[0]
    assert (
        ended.warned
        == f"note: 1 of 10: {first} has the full set, the others the quick set. Counted is what all were asked: the quick set.\n"
    )
    assert json.loads(ended.out) == alike


def test_where_one_file_is_why_less_is_counted_the_way_without_it_is_said(folder: Path) -> None:
    people = people_of(folder)
    odd = replace(people[0], set="quick", sections={"small": ("care",)})
    team = save([odd, *people[1:]], folder / "round")

    ended = peerkit("report", team)

    first = files_in(team)[0]
    assert ended.warned.splitlines() == [
        f"note: 1 of 10: {first} has the quick set, the others the full set. Counted is what all were asked: the quick set. "
        f"More would be counted without {first}: --skip FILE",
        f"note: 1 of 10: {first} has the section small/care, the others all sections. "
        f"Counted is what all were asked: the section small/care. More would be counted without {first}: --skip FILE",
    ]
    assert peerkit("report", team, "--skip", first, "--replace-earlier").code == 2
    for path in team.glob("*.shown.json"):
        path.unlink()
    without = peerkit("report", team, "--skip", first)
    assert (without.code, without.warned) == (0, f"note: {first} is left out, by --skip.\n")


def test_sections_that_nobody_shares_stop_a_team(folder: Path) -> None:
    people = people_of(folder)
    apart = [replace(one, sections={"small": (("care", "power")[number % 2],)}) for number, one in enumerate(people)]

    code, message, hint = peerkit("report", save(apart, folder / "round"), "--skip-broken").failed
    assert (code, message) == (3, "no section was asked in all of these files")
    assert "--skip FILE" in hint


@pytest.mark.parametrize(
    ("odd", "message"),
    [
        ([], "{path} cannot be read at sections: no section is left in it"),
        (["power"], "1 of 10: {path} has the section small/power, the others the section small/care"),
    ],
)
def test_one_file_about_no_section_of_the_others_is_named_and_left_out(folder: Path, odd: list[str], message: str) -> None:
    people = people_of(folder)
    team = save([replace(one, sections={"small": ("care",)}) for one in people], folder / "round")
    path = files_in(team)[0]
    path.write_text(json.dumps({**json.loads(path.read_text()), "sections": {"small": odd}}))

    code, refused, hint = peerkit("report", team).failed
    assert (code, refused) == (3, message.format(path=path))
    assert hint.endswith("Or go on without it: --skip-broken.")
    ended = peerkit("report", team, "--skip-broken", "--format", "json")
    assert (ended.code, json.loads(ended.out)["respondents"]["total"]) == (0, 9)
    assert ended.warned.startswith(f"left out: {message.format(path=path)}. ")


@pytest.mark.parametrize("command", ["report", "plan", "agenda"])
def test_a_file_can_be_left_out_by_its_path_or_by_its_name(team: Path, command: str) -> None:
    first = files_in(team)[0]
    for named in (first, first.name):
        ended = peerkit(command, team, "--skip", named)
        assert (ended.code, ended.err.splitlines()[0]) == (0, f"note: {first} is left out, by --skip.")


def test_what_is_to_be_skipped_must_be_there(team: Path) -> None:
    assert peerkit("report", team, "--skip", "nowhere").failed[:2] == (2, "nowhere is to be skipped, and is none of these files")
    first = files_in(team)[0]
    assert peerkit("report", first, "--skip", first).told[0] == "all files are to be skipped, and none is left"


def test_a_likely_copy_is_named_on_standard_error_and_counted_until_it_is_left_out(folder: Path) -> None:
    first, *others = people_of(folder)
    answers = {address: replace(answer, note="It is in the policy.") for address, answer in first.answers.items()}
    first = replace(first, answers=answers)
    copy = replace(first, id="eeee", answers={**answers, **dict(list(first.answers.items())[1:])})
    team = save([first, *others, copy], folder / "round")

    ended = peerkit("report", team, "--format", "json")

    one, other = files_in(team)[0], team / "lantern.eeee.peerkit.json"
    assert ended.warned == (
        f"note: {other} may be a copy of {one}: the same role, days and answers, and a note in the same words. Both are counted. "
        "Leave one out with --skip FILE.\n"
    )
    assert json.loads(ended.out)["respondents"]["total"] == 11
    assert "copy" not in ended.out


@pytest.mark.parametrize("keys", [{"role": "leader"}, {"updated": "2026-11-22"}, {"answers": {}}])
def test_what_differs_in_role_days_or_answers_is_no_likely_copy(folder: Path, keys: dict[str, Any]) -> None:
    first, *others = people_of(folder)
    first = replace(first, answers={address: replace(answer, note="Yes.") for address, answer in first.answers.items()})
    one_other = {address: replace(answer, answer=0) for address, answer in first.answers.items()}
    keys = {"answers": one_other} if "answers" in keys else keys
    team = save([first, *others, replace(first, id="eeee", **keys)], folder / "round")

    assert "may be a copy" not in peerkit("report", team).err


def test_a_program_is_the_same_in_capitals_and_with_more_spaces(folder: Path) -> None:
    people = people_of(folder)
    team = save([*people[:5], *(replace(one, program=" LANTERN  street PEERS") for one in people[5:])], folder / "round")

    assert peerkit("report", team).code == 0
    assert len(list(team.glob("*.shown.json"))) == 1


# What else lies in a folder.


def renamed_as(team: Path, *names: str) -> None:
    for path, name in zip(files_in(team), names, strict=False):
        path.rename(team / name)


def test_answers_are_told_by_what_they_say_and_not_by_the_name_of_their_file(team: Path) -> None:
    before = peerkit("report", team).out
    renamed_as(
        team,
        "lantern (1).peerkit.json",
        "Copy of lantern.peerkit.json",
        "lantern.peerkit.json.txt",
        "LANTERN.PEERKIT.JSON",
        "lantern.peerkit.json~",
        "lantern (conflicted copy 2026-11-21).json",
        "noe\u0308l.peerkit.json",
        "no\u00ebl.peerkit.json",
    )

    ended = peerkit("report", team)

    assert (ended.code, ended.out, ended.warned) == (0, before, "")


def test_a_file_whose_keys_a_tool_has_put_in_order_is_found_too(team: Path) -> None:
    path = files_in(team)[0]
    data_in = json.loads(path.read_text(encoding="utf-8"))
    data_in["answers"]["small/plan"]["note"] = "x" * 5_000
    path.write_text("\ufeff" + json.dumps(data_in, sort_keys=True), encoding="utf-8")
    path.rename(team / "sorted.json")

    assert data(team)["respondents"]["total"] == 10


def test_what_a_folder_gathers_by_itself_is_passed_over(team: Path) -> None:
    before = peerkit("report", team).out
    for path in files_in(team):
        path.with_name(f"._{path.name}").write_bytes(b"\0\5\x16\7\0\2\0\0Mac OS X        ")
    whole = files_in(team)[-1].read_text(encoding="utf-8")
    (team / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    (team / ".lantern.peerkit.json.0a1b2c3d.tmp").write_text(whole[:200], encoding="utf-8")
    (team / "README.md").write_text('Files say "format": "peerkit/assessment/1".\n', encoding="utf-8")
    (team / "plan.html").write_text("<html>", encoding="utf-8")
    (team / "data.json").write_text('{"a": 1}', encoding="utf-8")
    (team / "lantern.peerkit.json.lock").touch()
    (team / "endless").symlink_to("/dev/zero")
    (team / "round").symlink_to(team)
    (team / "itself").symlink_to(team / "itself")
    os.mkfifo(team / "pipe")

    ended = peerkit("report", team)

    twins = f"note: 10 files such as {min(team.glob('._*'))}, which a Mac keeps beside others, are left out.\n"
    assert (ended.code, ended.out, ended.warned) == (0, before, twins)


def test_what_is_left_out_and_could_be_meant_is_said(team: Path) -> None:
    before = peerkit("report", team).out
    whole = files_in(team)[0].read_bytes()
    (team / ".hidden.peerkit.json").write_bytes(whole)
    (team / "o.peerkit.json").write_text('{"format": "peerkit/outcome/1"}', encoding="utf-8")
    (team / "loop.peerkit.json").symlink_to(team / "loop.peerkit.json")
    os.mkfifo(team / "pipe.peerkit.json")
    for inside in (".later", "a/b/c/d"):
        (team / inside).mkdir(parents=True)
        (team / inside / "x.peerkit.json").write_bytes(whole)
    (team / "link").symlink_to(team / ".later")

    ended = peerkit("report", team)

    assert (ended.code, ended.out) == (0, before)
    assert ended.warned.splitlines() == [
        f"note: {team}/.hidden.peerkit.json is hidden, and is left out.",
        f"note: {team}/.later is a hidden folder with answers, and is left out.",
        f"note: {team}/a/b/c/d is a folder with answers that lies too deep, and is left out.",
        f"note: {team}/link is a link to a folder with answers, and is left out.",
        f"note: {team}/loop.peerkit.json is a link that leads to itself, and is left out.",
        f"note: {team}/o.peerkit.json is an outcome file, and is left out.",
        f"note: {team}/pipe.peerkit.json is no regular file, and is left out.",
    ]


@pytest.mark.parametrize(
    "raw", [b"", b"\0" * 400, b'{"format": "peerkit/assess', b'{"format": "peerkit/assessment/1", "answ', "\ufeff{".encode("utf-16")]
)
def test_a_damaged_file_of_answers_is_named_and_never_passed_over(team: Path, raw: bytes) -> None:
    broken = files_in(team)[0]
    broken.write_bytes(raw)

    code, message, _ = peerkit("report", team).failed

    assert (code, message.startswith(f"{broken} is no complete answer file: ")) == (3, True)


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("README.md", b"# Ours", "README.md is no answer file of peerkit"),
        ("x.csv", b"id,answer\n", "x.csv is no answer file of peerkit"),
        ("x.html", b"<html>", "x.html is no answer file of peerkit"),
        ("x.docx", b"PK\3\4", "x.docx is no answer file of peerkit"),
        ("x.yaml", b"# one of ours\nformat: peerkit/framework/1\n", "x.yaml is a framework, and no answer file"),
        ("x.json", b'{"format": "peerkit/outcome/1"}', "x.json is an outcome file, and no answer file"),
        ("x.json", b'{"format": "peerkit/team-report/1"}', "x.json is a report, and no answer file"),
    ],
)
@pytest.mark.parametrize("command", ["report", "plan", "agenda", "show", "forget"])
def test_what_is_no_file_of_answers_is_called_what_it_is(folder: Path, command: str, name: str, raw: bytes, message: str) -> None:
    (folder / name).write_bytes(raw)
    if command == "show" and name == "x.yaml":
        return
    code, said, hint = peerkit(command, name).failed
    assert (code, said) == (3, message)
    assert hint == "Answer files are made by `peerkit assess` and end in .peerkit.json."


# The same answers twice.


@pytest.mark.parametrize("again", [lambda raw: raw, lambda raw: json.dumps(json.loads(raw)).encode()], ids=["copied", "written anew"])
def test_a_copy_of_a_file_is_counted_once_and_said(team: Path, again: Callable[[bytes], bytes]) -> None:
    before = peerkit("report", team).out
    first = files_in(team)[0]
    copy = first.with_name("lantern.0000.peerkit (1).json")
    copy.write_bytes(again(first.read_bytes()))

    ended = peerkit("report", team)

    assert (ended.code, ended.out) == (0, before)
    assert ended.warned.startswith("note: ")
    assert ended.warned.endswith(", and is counted once.\n")
    assert peerkit("report", *files_in(team), copy).out == before


def test_one_file_and_its_copy_are_one_person(team: Path) -> None:
    first, *others = files_in(team)
    for path in others:
        path.unlink()
    alone = peerkit("report", team)
    (team / "again.json").write_bytes(first.read_bytes())

    ended = peerkit("report", team)

    assert (ended.code, ended.out) == (0, alone.out)
    assert ended.warned == f"note: {first} is the same as {team}/again.json, and is counted once.\n"


def test_the_same_id_with_other_answers_is_refused(team: Path) -> None:
    first = files_in(team)[0]
    other = first.read_text(encoding="utf-8").replace('"answer": 1', '"answer": 4')
    (team / "other.json").write_text(other, encoding="utf-8")

    code, message, _ = peerkit("report", team).failed

    assert code == 3
    assert "have the same id 0000, so they are the same person's answers" in message


# Broken files.


def test_a_broken_file_is_named_and_nothing_is_counted(team: Path) -> None:
    broken = files_in(team)[3]
    broken.write_text("{")

    code, message, hint = peerkit("report", team).failed
    assert code == 3
    assert message.startswith(f"{broken} is no complete answer file: ")
    assert hint.endswith("Or go on without it: --skip-broken.")


def test_several_broken_files_are_all_named(team: Path) -> None:
    first, second = files_in(team)[:2]
    first.write_text("{")
    second.write_text("[]")

    ended = peerkit("report", team)
    assert (ended.code, ended.out) == (3, "")
    assert [line.split(": ")[0] for line in ended.warned.splitlines()] == ["broken", "broken", "error", "hint"]
    assert str(first) in ended.warned
    assert str(second) in ended.warned
    assert ended.told[0] == "2 of 10 files cannot be used, and nothing was counted"


def test_with_skip_broken_the_rest_goes_on(team: Path) -> None:
    broken = files_in(team)[0]
    broken.write_text("{")

    ended = peerkit("report", team, "--skip-broken", "--format", "json")
    assert ended.code == 0
    assert ended.warned.startswith(f"left out: {broken} is no complete answer file: ")
    assert json.loads(ended.out)["respondents"]["total"] == 9


def test_a_framework_that_changed_since_is_remarked(folder: Path, team: Path) -> None:
    place(folder / "frameworks", changed(("title: Power\n", "title: Powers\n"), text=ASKED))

    ended = peerkit("report", team)
    assert (ended.code, ended.warned) == (
        0,
        "note: small has changed since these answers were given; the report goes by its words of today.\n",
    )


# What is remembered.


def test_what_was_shown_is_kept_beside_the_answers_for_the_owner_only(team: Path) -> None:
    assert peerkit("report", team).code == 0

    [kept] = team.glob("*.shown.json")
    assert kept.name == "lantern-street-peers.shown.json"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    before = kept.read_bytes()
    assert peerkit("report", team, "--format", "html").code == 0
    assert kept.read_bytes() == before
    assert not list(team.glob("*.lock"))


def late_comer(folder: Path) -> Assessment:
    return replace(people_of(folder)[0], id="eeee")


def hidden_in(report: dict[str, Any]) -> set[str | None]:
    """Return why questions are hidden; None stands for one that is shown."""
    return {one["hidden"] for section in report["frameworks"][0]["sections"] for one in section["indicators"]}


def test_a_late_comer_cannot_be_read_off_a_second_report(folder: Path, team: Path) -> None:
    first = data(team)
    save([late_comer(folder)], team)

    second = json.loads(peerkit("report", team, "--format", "json").out)
    assert hidden_in(second) == {"would show a difference"}
    assert second["respondents"]["total"] == first["respondents"]["total"] + 1


def test_where_an_earlier_report_hides_something_the_way_out_is_said(folder: Path, team: Path) -> None:
    assert peerkit("report", team).warned == ""
    save([late_comer(folder)], team)

    assert peerkit("report", team).warned.splitlines() == [
        "note: 3 of 3 questions are hidden, since an earlier report of this round counted almost the same people. "
        "If that one was not handed out, take it back: peerkit report FILE --replace-earlier"
    ]


def test_through_a_link_the_memory_beside_the_answers_is_used(folder: Path, team: Path) -> None:
    data(team)
    save([late_comer(folder)], team)
    (folder / "linked").mkdir()
    for path in files_in(team):
        (folder / "linked" / path.name).symlink_to(path.resolve())

    assert hidden_in(json.loads(peerkit("report", folder / "linked", "--format", "json").out)) == {"would show a difference"}
    assert not list((folder / "linked").glob("*.shown.json"))


def test_in_a_copy_without_the_memory_the_late_comer_is_counted(folder: Path, team: Path) -> None:
    data(team)
    save([late_comer(folder)], team)
    next(team.glob("*.shown.json")).unlink()

    assert {one["hidden"] for one in data(team)["frameworks"][0]["sections"][0]["indicators"]} == {None}


def test_a_broken_memory_is_never_passed_over(team: Path) -> None:
    data(team)
    [kept] = team.glob("*.shown.json")
    kept.write_text("{}")

    code, message, hint = peerkit("report", team).failed
    assert (code, message) == (
        3,
        f"round/{kept.name}, which says what earlier reports have shown, cannot be used: its format is not peerkit/shown/1",
    )
    assert "--replace-earlier" in hint
    assert kept.read_text() == "{}"


def test_answers_in_two_folders_have_their_memory_in_both(folder: Path) -> None:
    people = people_of(folder)
    one, other = save(people[:5], folder / "one"), save(people[5:], folder / "other")

    assert peerkit("report", one, other).code == 0
    memories = [path.read_bytes() for where in (one, other) for path in where.glob("*.shown.json")]
    assert len(memories) == 2
    assert memories[0] == memories[1]


def test_without_a_place_for_the_memory_no_report_is_made(team: Path) -> None:
    (team / "lantern-street-peers.shown.json.lock").mkdir()

    ended = peerkit("report", team)
    assert (ended.code, ended.out) == (3, "")
    assert ended.told[0].endswith("; nothing was shown")
    assert ended.told[1].startswith("What is shown of a team is noted in this file beside the answers.")


def test_a_memory_that_cannot_be_read_says_what_it_is_for(team: Path) -> None:
    kept = team / "lantern-street-peers.shown.json"
    kept.mkdir()

    code, message, hint = peerkit("report", team).failed
    assert (code, message) == (3, f"round/{kept.name} is a folder, and it should say what earlier reports have shown")
    assert "`peerkit report` with --replace-earlier" in hint


def test_a_report_is_never_written_over_the_memory(team: Path) -> None:
    data(team)
    [kept] = team.glob("*.shown.json")
    before = kept.read_bytes()

    ended = peerkit("report", team, "--output", kept)
    assert (ended.code, ended.told[0]) == (3, f"{kept} says what reports have shown, and a result is not written over it")
    assert kept.read_bytes() == before


# What is confirmed.


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody is there to be asked."""
    monkeypatch.setattr(console, "is_terminal", lambda: True)


@pytest.mark.parametrize("option", [["--minimum-group", "3"], ["--minimum-group", "4"]])
def test_lowering_the_smallest_group_takes_a_terminal(team: Path, option: list[str]) -> None:
    ended = peerkit("report", team, *option, typed="Lantern Street Peers\n")
    assert ended.failed[:2] == (2, "this needs a confirmation, and there is no terminal to type it in")
    assert not list(team.glob("*.shown.json"))


@pytest.mark.usefixtures("at_a_terminal")
def test_lowering_the_smallest_group_takes_the_programs_name_and_is_printed(team: Path) -> None:
    ended = peerkit("report", team, "--minimum-group", "3", typed=" lantern street  peers \n")

    assert ended.code == 0
    assert ended.warned.startswith("Groups of 3 people are easier to see through than groups of 5. The report will\nsay that")
    assert "nobody is shown in a group of fewer than 3 people" in " ".join(ended.out.split())
    assert "The smallest group was lowered from 5 to 3 people" in " ".join(ended.out.split())


@pytest.mark.usefixtures("at_a_terminal")
@pytest.mark.parametrize("typed", ["yes\n", "", "\n"])
def test_another_name_changes_nothing(team: Path, typed: str) -> None:
    ended = peerkit("report", team, "--minimum-group", "3", typed=typed)

    assert (ended.code, ended.out) == (2, "")
    assert ended.told[1] == "Run it again and type: Lantern Street Peers"
    assert not list(team.glob("*.shown.json"))


@pytest.mark.parametrize("number", ["5", "7"])
def test_a_larger_smallest_group_needs_no_confirmation(team: Path, number: str) -> None:
    assert data(team, "--minimum-group", number)["settings"]["minimum_group"] == int(number)


@pytest.mark.parametrize("number", ["2", "0", "-1"])
def test_under_three_there_is_nothing(team: Path, number: str) -> None:
    code, message, _ = peerkit("report", team, "--minimum-group", number).failed
    assert code == 2
    assert message == f"Invalid value for '--minimum-group': {number} is not in the range x>=3"


@pytest.mark.usefixtures("at_a_terminal")
def test_an_earlier_report_that_was_not_handed_out_can_be_replaced(folder: Path, team: Path) -> None:
    data(team)
    save([late_comer(folder)], team)

    ended = peerkit("report", team, "--replace-earlier", typed="Lantern Street Peers\n")
    assert ended.code == 0
    assert "the earlier one was not handed out" in " ".join(ended.err.split())
    assert "Important: This report takes the place of an earlier one, which was not handed out; that was confirmed." in " ".join(
        ended.out.split()
    )
    assert "would show a difference" not in ended.out
    assert "would show a difference" not in peerkit("report", team).out


@pytest.mark.usefixtures("at_a_terminal")
def test_a_memory_of_an_older_peerkit_keeps_no_borders_and_must_be_taken_back(team: Path) -> None:
    assert peerkit("report", team).code == 0
    [memory] = team.glob("*.shown.json")
    kept = json.loads(memory.read_text())
    for entries in kept["rows"].values():
        for entry in entries:
            del entry["border"]
    memory.write_text(json.dumps(kept))

    code, message, hint = peerkit("report", team).failed
    assert (code, "an older peerkit wrote it" in message) == (3, True)
    assert "--replace-earlier" in hint
    assert peerkit("report", team, "--replace-earlier", typed="Lantern Street Peers\n").code == 0
    assert all("border" in entry for entries in json.loads(memory.read_text())["rows"].values() for entry in entries)


def test_a_question_is_worded_by_a_framework_that_nobody_answered_and_that_asks_the_same(folder: Path, team: Path) -> None:
    for one in files_in(team):
        answers = contents(one)
        answers["answers"]["small/plan"]["answer"] = 2
        one.write_text(json.dumps(answers), encoding="utf-8")
    alone = data(team)
    assert words_of(alone, "plan") == {"almost everyone: Partly or lower"}

    text = (folder / "frameworks" / "small.yaml").read_text(encoding="utf-8").replace("id: small\n", "id: other\n")
    other = text.replace("id: plan\n", "id: plan\n        safety: true\n", 1)
    (folder / "frameworks" / "other.yaml").write_text(other, encoding="utf-8")
    link = "format: peerkit/crosswalk/1\nlinks:\n  - {from: other/plan, to: small/plan, relation: equal, why: W.}\n"
    (folder / "frameworks" / "crosswalk.yaml").write_text(link, encoding="utf-8")
    hidden = peerkit("report", team, "--format", "json")
    rows = {row["id"]: row for row in json.loads(hidden.out)["frameworks"][0]["sections"][0]["indicators"]}
    assert rows["plan"]["hidden"] == "would show a difference"
    next(team.glob("*.shown.json")).unlink()
    assert words_of(data(team), "plan") == {"almost everyone: Partly or higher"}


def words_of(report: dict[str, Any], name: str) -> set[str]:
    [row] = [row for section in report["frameworks"][0]["sections"] for row in section["indicators"] if row["id"] == name]
    return {cell["words"] for cell in (*row["groups"], row) if cell["words"]}


@pytest.mark.usefixtures("at_a_terminal")
def test_a_broken_memory_can_be_replaced(team: Path) -> None:
    data(team)
    [kept] = team.glob("*.shown.json")
    kept.write_text("{}")

    assert peerkit("report", team, "--replace-earlier", typed="Lantern Street Peers\n").code == 0
    assert peerkit("report", team).code == 0


def test_where_there_is_no_earlier_report_nothing_is_asked(team: Path) -> None:
    ended = peerkit("report", team, "--replace-earlier")

    assert ended.code == 0
    assert "takes the place of an earlier one" not in ended.out


@pytest.mark.usefixtures("at_a_terminal")
def test_what_is_taken_back_of_one_round_leaves_the_memory_of_another_in_the_folder(folder: Path) -> None:
    earlier = [replace(one, id=f"a{one.id}", started="2025-01-02", updated="2025-01-02") for one in people_of(folder)]
    first, second = files_in(save(earlier, folder / "answers")), files_in(save(people_of(folder), folder / "again"))
    second = [path.rename(folder / "answers" / path.name) for path in second]
    data(*first)
    data(*second)
    assert peerkit("report", *second, "--replace-earlier", typed="Lantern Street Peers\n").code == 0

    late = save([replace(earlier[0], id="aeee")], folder / "answers") / "lantern.aeee.peerkit.json"
    assert hidden_in(json.loads(peerkit("report", *first, late, "--format", "json").out)) == {"would show a difference"}


@pytest.mark.parametrize("inside", ["sorted", "sorted/by role"])
def test_answers_moved_into_a_folder_inside_are_remembered_by_the_one_around(folder: Path, team: Path, inside: str) -> None:
    data(team)
    (team / inside).mkdir(parents=True)
    for path in files_in(team):
        path.rename(team / inside / path.name)
    save([late_comer(folder)], team / inside)

    assert hidden_in(json.loads(peerkit("report", team, "--format", "json").out)) == {"would show a difference"}


@pytest.fixture
def moved_up(folder: Path, team: Path) -> Path:
    """A folder with two in it that were reported on by themselves, whose answers have been moved up since."""
    for number, path in enumerate(files_in(team)):
        inside = team / "ab"[number // 5]
        inside.mkdir(exist_ok=True)
        path.rename(inside / path.name)
    for name in "ab":
        data(team / name)
        for path in files_in(team / name):
            path.rename(team / path.name)
    return team


def test_answers_moved_up_are_remembered_by_the_folders_inside(folder: Path, moved_up: Path) -> None:
    without = [path for path in files_in(moved_up) if path != files_in(moved_up)[0]]
    before = [path.read_bytes() for path in moved_up.glob("*/*.shown.json")]

    assert "would show a difference" in hidden_in(json.loads(peerkit("report", *without, "--format", "json").out))
    assert [path.read_bytes() for path in moved_up.glob("*/*.shown.json")] == before
    assert json.loads(peerkit("collect", moved_up, "--format", "json").out)["reported"] is True


@pytest.mark.parametrize("command", ["report", "plan", "agenda", "compare"])
def test_answers_moved_from_one_folder_to_another_are_remembered_by_the_one_that_holds_both(folder: Path, team: Path, command: str) -> None:
    """The memory stays where the answers were; it is found where the folder is named that both lie in."""
    was, now = team / "first", team / "then"
    for inside in (was, now):
        inside.mkdir()
    for path in files_in(team):
        path.rename(was / path.name)
    other = [save([replace(person, id=f"z{person.id}") for person in people_of(folder)], folder / "other")]
    sides = other if command == "compare" else []
    data(was)
    for path in files_in(was):
        path.rename(now / path.name)

    without = ("--skip", files_in(now)[0], "--format", "markdown")
    said = peerkit(command, team, *sides, *without).out
    assert json.loads(peerkit("collect", team, "--format", "json").out)["reported"] is True
    for path in was.glob("*.shown.json"):
        path.rename(now / path.name)
    assert said == peerkit(command, team, *sides, *without).out


def test_a_broken_memory_in_a_folder_inside_is_not_passed_over(moved_up: Path) -> None:
    (moved_up / "a" / "lantern-street-peers.shown.json").write_text("{")
    code, message, _ = peerkit("report", moved_up).failed
    assert (code, message.startswith("round/a/lantern-street-peers.shown.json, which says")) == (3, True)


@pytest.mark.usefixtures("at_a_terminal")
def test_what_folders_inside_remember_is_taken_back_too(moved_up: Path) -> None:
    assert peerkit("report", moved_up, "--replace-earlier", typed="Lantern Street Peers\n").code == 0
    assert "would show a difference" not in hidden_in(data(moved_up))


def test_a_comparison_goes_by_what_folders_inside_remember(folder: Path, moved_up: Path) -> None:
    other = save([replace(one, id=f"z{one.id}") for one in people_of(folder)], folder / "other")
    files_in(moved_up)[0].unlink()
    compared = peerkit("compare", moved_up, other, "--format", "json").out
    for path in moved_up.glob("**/*.shown.json"):
        path.unlink()
    assert peerkit("compare", moved_up, other, "--format", "json").out != compared


def test_a_wrong_name_keeps_the_memory(team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data(team)
    [kept] = team.glob("*.shown.json")
    before = kept.read_bytes()
    monkeypatch.setattr(console, "is_terminal", lambda: True)

    assert peerkit("report", team, "--replace-earlier", typed="no\n").code == 2
    assert kept.read_bytes() == before


# The other options.


def test_a_team_report_comes_as_a_workbook(folder: Path, team: Path) -> None:
    assert peerkit("report", team, "--format", "xlsx", "--output", "out.xlsx").code == 0
    assert (folder / "out.xlsx").read_bytes().startswith(b"PK")


def test_a_team_report_comes_as_a_word_document(folder: Path, team: Path) -> None:
    assert peerkit("report", team, "--format", "docx", "--output", "out.docx").code == 0
    assert "Team report" in word_text((folder / "out.docx").read_bytes())


def test_what_is_for_one_file_is_refused(team: Path) -> None:
    code, message, hint = peerkit("report", team, "--audience", "board").failed
    assert (code, message) == (2, "--audience board is for the report of one file, and these are several")
    assert hint == "Leave it out: a team's report shows nobody's answers by themselves. Or choose answered, for all who answered."


def test_the_summary_of_a_team_is_its_first_page(team: Path) -> None:
    summary, short, full = peerkit("report", team, "--summary"), peerkit("report", team), peerkit("report", team, "--full")
    first = summary.out[: summary.out.index("About this report")]

    assert {ended.code for ended in (summary, short, full)} == {0}
    assert short.out.startswith(first.rstrip("\n"))
    assert "question by question" not in short.out
    assert "question by question" in full.out
    assert len(first) < len(short.out) < len(full.out)
    assert list(team.glob("*.shown.json"))
    assert peerkit("report", team, "--summary", "--format", "json").failed[:2] == (2, "--summary is a page to read, and json is none")


# The page for those who answered.


def test_those_who_answered_get_a_page_and_it_is_remembered_as_the_report_would_be(folder: Path, team: Path) -> None:
    other = save(people_of(folder), folder / "other")
    page, report = peerkit("report", team, "--audience", "answered"), peerkit("report", other)

    assert (page.code, page.warned) == (report.code, report.warned) == (0, "")
    assert page.out.startswith("Back to those who answered: Lantern Street Peers\n")
    assert "What you told us is good" in page.out
    [kept], [also] = team.glob("*.shown.json"), other.glob("*.shown.json")
    assert kept.read_bytes() == also.read_bytes()
    assert peerkit("report", team, "--audience", "answered").out == page.out


def test_those_who_answered_are_told_what_the_workshop_wrote_down(folder: Path, team: Path) -> None:
    outcome = Outcome(
        format="peerkit/outcome/1",
        program="Lantern Street Peers",
        date="2026-11-25",
        actions=(Action(id="small/plan", what="Ask at the Tuesday meal.", by="May"),),
        outside_our_control=("The lease: ask the council",),
    )
    outcome_file.write(folder / "x.outcome.json", outcome)
    out = peerkit("report", team, "--audience", "answered", "--outcome", "x.outcome.json").out

    assert "Ask at the Tuesday meal." in out
    assert "By when: May" in out
    assert "The lease: ask the council" in out


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_the_page_for_those_who_answered_is_no_table(team: Path, form: str) -> None:
    given = ("--output", f"x.{form}") if form == "xlsx" else ()
    assert peerkit("report", team, "--audience", "answered", "--format", form, *given).failed == (
        2,
        f"there is no format {form} for the page for those who answered",
        "There are docx, html, markdown, pdf, terminal.",
    )
    assert not list(team.glob("*.shown.json"))


@pytest.mark.parametrize(("option", "what"), [("--comments", "comments"), ("--facilitator", "such figure")])
def test_the_page_for_those_who_answered_holds_nothing_beside(team: Path, option: str, what: str) -> None:
    failed = peerkit("report", team, "--audience", "answered", option).failed
    assert failed == (2, f"the page for those who answered holds no {what}", f"Leave {option} out.")


@pytest.mark.parametrize("option", ["--summary", "--full"])
def test_the_page_for_those_who_answered_has_one_length(team: Path, option: str) -> None:
    failed = peerkit("report", team, "--audience", "answered", option).failed
    assert failed == (2, "the page for those who answered has one length", f"Leave {option} out.")


def test_of_one_file_there_is_nothing_to_give_back(team: Path) -> None:
    assert peerkit("report", files_in(team)[0], "--audience", "answered").failed == (
        2,
        "--audience answered goes from a team's report back to all who answered, and here is one file",
        "Name the files of the team, or their folder. For one file leave it out: its report shows all that is in it.",
    )


# Few people.

WRITTEN = ("docx", "xlsx")
"""What goes into a file alone; of PDF the same is tried where its library is, in `tests/outside`."""


@pytest.mark.parametrize("option", [[], ["--summary"], ["--comments"]])
@pytest.mark.parametrize("plain", [["--plain"], []])
def test_of_four_people_there_is_one_screen_and_nothing_is_remembered(folder: Path, option: list[str], plain: list[str]) -> None:
    team = save(people_of(folder)[:4], folder / "round")
    ended = peerkit("report", team, *option, *plain)

    assert (ended.code, ended.err) == (0, "")
    assert len(ended.out.splitlines()) <= 24
    text = " ".join(ended.out.split())
    assert "for at least five people, and here are four" in text
    assert "Nothing is remembered of this page." in text
    assert text.index("peerkit assess small --mode consensus --set full") < text.index("peerkit agenda --questions small --minutes 90")
    assert "With one more (a peer worker), two more sections would be shown." in text
    assert len(files_in(team)) == len(list(team.iterdir())) == 4


@pytest.mark.parametrize("command", ["report", "plan", "agenda", "compare"])
def test_of_four_people_nothing_needs_to_be_written_beside_the_answers(folder: Path, command: str) -> None:
    teams = [save(people_of(folder)[:4], folder / name) for name in ("round", "later")]
    for team in teams:
        (team / "lantern-street-peers.shown.json.lock").mkdir()

    ended = peerkit(command, *(teams if command == "compare" else teams[:1]))
    assert (ended.code, ended.err) == (0, "")
    assert ended.out


def test_four_people_who_were_counted_among_others_are_remembered_in_a_comparison(folder: Path) -> None:
    few, all_of_them = save(people_of(folder)[:4], folder / "few"), save(people_of(folder), folder / "all")

    assert peerkit("compare", few, all_of_them).code == 0
    assert list(few.glob("*.shown.json"))


@pytest.mark.parametrize("form", ["terminal", "html", "markdown", "json", "csv", *WRITTEN])
def test_of_four_people_every_format_is_made_and_nothing_is_remembered(folder: Path, form: str) -> None:
    team = save(people_of(folder)[:4], folder / "round")
    ended = peerkit("report", team, "--format", form, *(["--output", f"out.{form}"] if form in WRITTEN else []))

    assert ended.code == 0
    assert not list(team.glob("*.shown.json"))
    if form == "json":
        assert hidden_in(json.loads(ended.out)) == {"asked of too few people"}


def test_where_the_answers_decide_that_nothing_is_shown_that_is_remembered_and_said(folder: Path) -> None:
    people = people_of(folder)
    silent = [replace(one, answers={key: replace(answer, answer="dont-know") for key, answer in one.answers.items()}) for one in people[:6]]
    team = save([*silent, *people[6:]], folder / "round")
    ended = peerkit("report", team)

    assert ended.code == 0
    assert ended.err.startswith("note: about to be remembered")
    assert len(ended.out.splitlines()) <= 24
    text = " ".join(ended.out.split())
    assert "Fewer than five people rated any one question. That is remembered" in text
    assert "peerkit assess small --mode consensus" in text
    assert list(team.glob("*.shown.json"))


@pytest.mark.parametrize("number", [6, 7])
def test_up_to_six_people_one_form_together_is_the_first_advice(folder: Path, number: int) -> None:
    text = " ".join(peerkit("report", save(people_of(folder)[:number], folder / "round")).out.split())

    assert ("You are six people or fewer, and a report of so few shows little. One form that you fill in together shows all" in text) == (
        number == 6
    )
    assert ("peerkit assess small --mode consensus --set full" in text) == (number == 6)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_format_without_comments_says_so(team: Path, form: str) -> None:
    hint = "Leave --comments out, or choose terminal, markdown or html."
    assert peerkit("report", team, "--comments", "--format", form).failed == (2, f"{form} holds no comments", hint)


def test_comments_come_only_when_asked_for(folder: Path) -> None:
    people = [
        replace(one, answers={key: replace(answer, note=f"Said by {one.id}.") for key, answer in one.answers.items()})
        for one in people_of(folder)
    ]
    team = save(people, folder / "round")

    assert "Said by" not in peerkit("report", team).out
    assert peerkit("report", team, "--comments").out.count("Said by") == 30


def test_comments_hold_what_was_written_to_a_question_without_an_answer_too(folder: Path) -> None:
    people = [
        replace(
            one,
            answers={key: answer for key, answer in one.answers.items() if key != "small/plan"},
            written={"small/plan": Written(note=f"Said by {one.id}.")},
        )
        for one in people_of(folder)
    ]
    silent, *others = people
    team = save([replace(silent, answers={}), *others], folder / "round")

    ended = peerkit("report", team, "--comments")

    assert (ended.code, ended.warned, ended.out.count("Said by")) == (0, "", 10)


def test_the_outcome_of_a_workshop_is_shown_and_another_programs_is_refused(folder: Path, team: Path) -> None:
    outcome = Outcome(
        format="peerkit/outcome/1",
        program="Lantern Street Peers",
        date="2026-12-01",
        agreed={"small/plan": Agreed(level=2)},
        importance={"small/learn": "high"},
    )
    outcome_file.write(folder / "ours.outcome.json", outcome)
    outcome_file.write(folder / "theirs.outcome.json", replace(outcome, program="Harbour"))

    ended = peerkit("report", team, "--outcome", "ours.outcome.json")
    assert (ended.code, ended.warned) == (0, "")
    assert "Agreed: Partly" in ended.out
    code, message, _ = peerkit("report", team, "--outcome", "theirs.outcome.json").failed
    assert code == 3
    assert "theirs.outcome.json" in message


def test_a_goal_holds_everywhere(team: Path) -> None:
    report = data(team, "--goal", "4")
    assert {one["goal"] for section in report["frameworks"][0]["sections"] for one in section["indicators"]} == {4}


def test_governance_is_printed_where_all_files_say_the_same(folder: Path) -> None:
    same = save(people_of(folder, governance=Governance(authority="The house meeting")), folder / "same")
    people = people_of(folder)
    differing = [replace(people[0], governance=Governance(authority="The manager")), *people[1:]]

    assert "Who decides: The house meeting" in peerkit("report", same).out
    ended = peerkit("report", save(differing, folder / "differing"))
    assert "The manager" not in ended.out
    assert "Not said, or not said alike in all files: who decides" in " ".join(ended.out.split())


@pytest.mark.parametrize("form", ["terminal", "markdown", "csv", "json"])
def test_a_team_report_loads_nothing_heavy(folder: Path, team: Path, form: str) -> None:
    modules = loaded(folder, "report", "round", "--plain", "--format", form)

    assert not modules & HEAVY
    assert ("peerkit.render.media.markdown" in modules) == (form == "markdown")
    assert ("peerkit.render.data.team_data" in modules) == (form in ("csv", "json"))


def test_in_a_process_of_its_own_it_goes_through_a_pipe(folder: Path, team: Path) -> None:
    ended = process("report", "round", "--plain", cwd=folder)

    assert (ended.code, ended.warned) == (0, "")
    assert ended.out == peerkit("report", team).out


def test_answers_are_left_as_they_are(team: Path) -> None:
    before = {path.name: contents(path) for path in files_in(team)}
    peerkit("report", team, "--format", "html", "--output", "out.html")

    assert {path.name: contents(path) for path in files_in(team)} == before
