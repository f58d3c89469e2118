from __future__ import annotations

from pathlib import Path

import pytest

from peerkit.errors import InputError, UsageError
from peerkit.source import catalog, file_formats
from peerkit.source.yaml import yaml_file
from peerkit.source.yaml.yaml_file import BrokenFileError
from support.files import FRAMEWORK, changed


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(catalog.VARIABLE, raising=False)
    return tmp_path


def place(folder: Path, name: str, text: str = FRAMEWORK) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_folder_of_the_checkout_stands_in_for_the_packaged_one() -> None:
    assert catalog.built_in_folder() == Path(catalog.__file__).parents[3] / "frameworks"
    assert catalog.load("tacsi").built_in


def test_the_first_folder_that_has_an_id_wins(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place(here / "frameworks", "tacsi.yaml", changed(("id: small", "id: tacsi")))
    assert (catalog.load("tacsi").path, catalog.load("tacsi").built_in) == (Path("frameworks/tacsi.yaml"), False)
    place(here / "variable", "tacsi.yaml", changed(("id: small", "id: tacsi")))
    monkeypatch.setenv(catalog.VARIABLE, "variable")
    assert catalog.load("tacsi").path == Path("variable/tacsi.yaml")
    place(here / "option", "small.yaml")
    assert catalog.load("tacsi", Path("option")).path == Path("frameworks/tacsi.yaml")
    assert catalog.folders(Path("option")) == (Path("option"), Path("frameworks"), catalog.built_in_folder())


def test_an_empty_variable_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(catalog.VARIABLE, "")
    assert catalog.folders(None) == (catalog.built_in_folder(),)


def test_a_file_that_cannot_be_read_is_told_and_keeps_no_other_from_being_listed(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place(here / "frameworks", "small.yaml")
    closed, real = Path("frameworks") / place(here / "frameworks", "closed.yaml").name, yaml_file.read_bytes

    def denied(path: Path) -> bytes:
        if path == closed:
            raise InputError(f"{path} cannot be read: Permission denied", "Check the path and its permissions.")
        return real(path)

    monkeypatch.setattr(yaml_file, "read_bytes", denied)
    listing = catalog.list_all()
    assert "small" in [found.framework.id for found in listing.found]
    assert [error.message for error in listing.broken] == ["frameworks/closed.yaml cannot be read: Permission denied"]
    with pytest.raises(UsageError):
        catalog.load("nowhere")


def test_a_broken_file_of_a_better_folder_is_told_and_not_passed_over(here: Path) -> None:
    place(here / "frameworks", "tacsi.yaml", "format: peerkit/framework/1\nid: tacsi\n")
    with pytest.raises(BrokenFileError):
        catalog.load("tacsi")
    listing = catalog.list_all()
    assert [str(error) for error in listing.broken] == ["frameworks/tacsi.yaml cannot be used: 3 mistakes in it"]
    assert "tacsi" not in [found.framework.id for found in listing.found]


def test_a_file_of_somebody_else_is_passed_over(here: Path) -> None:
    place(here / "frameworks", "tacsi.yaml", "title: Not ours\n")
    assert catalog.load("tacsi").built_in


def test_a_folder_that_is_called_like_a_file_is_passed_over(here: Path) -> None:
    (here / "frameworks" / "tacsi.yaml").mkdir(parents=True)
    assert catalog.load("tacsi").built_in


def test_themes_are_no_framework(here: Path) -> None:
    place(here / "frameworks", "small.yaml", "format: peerkit/themes/1\nthemes: []\n")
    with pytest.raises(InputError, match="is a peerkit/themes/1 file, and not a framework"):
        catalog.load("small")
    with pytest.raises(InputError, match=r"themes\.yaml is a peerkit/themes/1 file, and not a framework"):
        catalog.load("themes")
    assert "small" not in [found.framework.id for found in catalog.list_all().found]


@pytest.mark.parametrize("name", ["", "tacsi ", "x" * 64, "x" * 65, "x" * 10_000, "a\0b", "*", "..", "tacsi.yml.bak"])
def test_an_id_that_there_is_not_is_wrong_usage(name: str) -> None:
    with pytest.raises(UsageError) as raised:
        catalog.load(name)
    assert raised.value.message == f'there is no framework called "{name}"'


@pytest.mark.parametrize(
    ("name", "path"), [("tacsi", False), ("tacsi.yaml", True), ("x.yml", True), ("a/b", True), ("./tacsi", True), ("tacsi.json", False)]
)
def test_what_has_a_separator_or_ends_in_yaml_is_a_path(name: str, path: bool) -> None:
    assert catalog.is_path(name) is path


def test_a_digest_goes_by_content_and_not_by_layout(here: Path) -> None:
    first = catalog.load(str(place(here, "a.yaml")))
    second = catalog.load(str(place(here, "b.yaml", f"# other words\n{FRAMEWORK}".replace("goal: 3", "goal:    3 # three"))))
    third = catalog.load(str(place(here, "c.yaml", changed(("goal: 3", "goal: 2")))))
    assert first.digest == second.digest != third.digest
    assert first.digest.startswith("sha256:")
    assert len(first.digest) == len("sha256:") + 64


def test_a_folder_of_very_many_files_is_refused(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_formats, "MOST_FILES", 2)
    for number in range(3):
        place(here / "frameworks", f"f{number}.yaml")
    with pytest.raises(InputError, match="frameworks holds more than 2 files"):
        catalog.list_all()


def test_the_listing_is_in_alphabetical_order() -> None:
    ids = [found.framework.id for found in catalog.list_all().found]
    assert ids == sorted(ids)
    assert catalog.list_all().broken == ()


def test_every_file_of_authors_may_end_in_yml(here: Path) -> None:
    folder = here / "frameworks"
    path = place(folder, "small.yml")
    place(folder / "sources", "small.yml", "format: peerkit/source/1\nsections: [{id: p, title: P, statements: [{id: a, gist: G.}]}]\n")
    place(folder, "themes.yml", "format: peerkit/themes/1\nthemes: [{id: night, title: Nights, definition: What happens then.}]\n")
    place(folder, "crosswalk.yml", "format: peerkit/crosswalk/1\nlinks: []\n")
    found = catalog.load("small")
    assert found.path == path.relative_to(here)
    assert "small" in [one.framework.id for one in catalog.list_all().found]
    assert [section.id for section in catalog.load_outline(found).sections] == ["p"]
    assert [theme.id for theme in catalog.load_themes().themes] == ["night"]
    assert catalog.load_crosswalk().links == ()
    files = list(catalog.read_for_lint(Path("frameworks/small.yml")))
    assert {Path(one.file).name for one in files if one.beside} >= {"themes.yml", "small.yml"}


def test_of_two_endings_yaml_wins(here: Path) -> None:
    place(here / "frameworks", "small.yml", changed(("goal: 3", "goal: 2")))
    place(here / "frameworks", "small.yaml")
    assert catalog.load("small").framework.goal == 3
    assert [one.path.name for one in catalog.list_all().found if one.framework.id == "small"] == ["small.yaml"]
