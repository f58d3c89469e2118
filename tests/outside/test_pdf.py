"""The report as PDF, read back by programs that are not ours: its sheets, its bookmarks and tags, and that nothing is fetched for it."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import combinations
from pathlib import Path
from typing import Final

import pytest
import weasyprint
from hypothesis import given, settings

from peerkit.engine.scores.audience import report_for
from peerkit.engine.scores.report import make_report
from peerkit.model.page import Heading, Title
from peerkit.model.report import AUDIENCES, Audience, Report, TeamReport
from peerkit.model.result import Score
from peerkit.model.scale import whole_points
from peerkit.render.escape import one_line
from peerkit.render.media import pdf
from render.hostile import HOSTILE, hostile_looks, hostile_report
from render.samples import DATE, group_report
from render.team_samples import plain_report
from render.test_short_report import report_on
from render.told import TYPED, told_report
from support.commandline import CHECKOUT, process
from support.office import pdf_objects, pdf_pages, poppler, written
from support.rendering import file_of
from support.rendering import page_of as product_page
from support.scored import Part, nouns
from support.strategies import parts

TACSI = CHECKOUT / "examples" / "lantern-street" / "lantern-street-peers.tacsi.peerkit.json"
FIVE = CHECKOUT / "examples" / "harbour-bridge" / "harbour-bridge-outreach.five.peerkit.json"
TALL = ("a long word", "a long wide word")
"""NOTE: a text of thousands of letters in every field makes hundreds of sheets; a shorter one says as much."""


def bare(text: str) -> str:
    """Return a text without what depends on where its lines end, and without what no font draws."""
    return re.sub(r"[\s\u200b-\u200d\ufe0f]", "", text)


@pytest.fixture(scope="module")
def group() -> bytes:
    return written("pdf", group_report())


def test_it_is_a4_tagged_titled_and_without_a_script(group: bytes) -> None:
    said = dict(re.findall("^(.*?): +(.*)$", poppler("pdfinfo", group, "-"), re.MULTILINE))

    assert said["Title"] == "Gap report: Lantern Street Peers"
    assert said["Page size"] == "595.276 x 841.89 pts (A4)"
    assert (said["Tagged"], said["JavaScript"], said["Form"], said["Encrypted"]) == ("yes", "no", "none", "no")
    assert "Author" not in said
    assert "CreationDate" not in said
    assert "/Lang (en)" in pdf_objects(group)
    assert re.search(r"pdfuaid:part(=\"|>)1\b", poppler("pdfinfo", group, "-meta", "-"))


def test_its_bookmarks_are_the_headings(group: bytes, tmp_path: Path) -> None:
    (tmp_path / "r.pdf").write_bytes(group)
    outline = poppler("pdftohtml", b"", "-xml", "-stdout", "-i", tmp_path / "r.pdf")

    found = re.findall('<item page="[0-9]+">(.*?)</item>', outline)
    page = product_page("report", group_report())
    titles = [block.text for block in page.cover if isinstance(block, Title)]
    headings = [block.text for part in page.parts_for("room") for block in part.blocks if isinstance(block, Heading)]
    assert found == [*titles, "Contents", *headings]


def test_screen_readers_find_headings_lists_tables_and_words_for_pictures(group: bytes) -> None:
    tags = poppler("pdfinfo", group, "-struct", "-")

    for tag, least in (("H1", 1), ("H2", 8), ("H3", 10), ("Table", 3), ("TH", 20), ("TD", 40), ("LI", 40), ("Figure", 20)):
        assert len(re.findall(rf"^ *{tag}\b", tags, re.MULTILINE)) >= least, tag
    assert len(re.findall(r"^ *Figure", tags, re.MULTILINE)) == pdf_objects(group).count("/Alt (A picture of the numbers beside it.)")


def test_the_contents_name_the_sheets_that_the_parts_begin_on(group: bytes) -> None:
    sheets = pdf_pages(group)

    for head in ("In short", "House foundations", "Where to look", "Limits"):
        listed = re.search(rf"^{head}[ .]+(\d+)$", sheets[0], re.MULTILINE)
        assert listed is not None
        sheet = int(listed[1])
        assert re.search(rf"^\s*{head}$", sheets[sheet - 1], re.MULTILINE)
        assert f"{sheet}/{len(sheets)}" in sheets[sheet - 1].replace(" ", "")


SHEETS: Final = [
    ("tacsi", "summary", 1),
    ("five", "summary", 1),
    ("tacsi", "short_report", 3),
    ("five", "short_report", 6),
    ("tacsi", "report", 15),
]
"""An example, a length, and on how many sheets it stands at most."""


@pytest.mark.parametrize(("name", "product", "most"), SHEETS)
def test_a_report_stands_on_as_few_sheets_as_it_should(name: str, product: str, most: int) -> None:
    for path in sorted((CHECKOUT / "examples").glob(f"*/*.{name}.peerkit.json")):
        sheets = pdf_pages(file_of(product, report_on(path), "pdf"))
        assert len(sheets) <= most, path
        assert min(len(re.findall(r"^.*\S", sheet, re.MULTILINE)) for sheet in sheets) > 5


def hardly_answered(path: Path) -> Report:
    """Return the report of an example in which only every third question is answered."""
    report = report_on(path)
    kept = {address: given for number, (address, given) in enumerate(report.assessment.answers.items()) if number % 3 == 0}
    return make_report([part.framework for part in report.frameworks], replace(report.assessment, answers=kept), DATE)


@pytest.mark.parametrize(
    ("product", "make"),
    [("short_team", plain_report), ("short_report", lambda: hardly_answered(FIVE)), ("summary", lambda: hardly_answered(FIVE))],
)
def test_no_word_stands_on_another(product: str, make: Callable[[], Report | TeamReport]) -> None:
    sheets = poppler("pdftotext", file_of(product, make(), "pdf"), "-bbox", "-", "-").split("<page ")[1:]
    box = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.{2,})</word>')

    for sheet in sheets:
        words = [(*map(float, found[:4]), found[4]) for found in box.findall(sheet)]
        for (left, top, right, bottom, said), (left2, top2, right2, bottom2, said2) in combinations(words, 2):
            over = min(right, right2) - max(left, left2) > 1 and min(bottom, bottom2) - max(top, top2) > 4
            assert not over, (said, said2)


def shown(score: Score) -> tuple[str, str, str]:
    value = "none" if score.value is None else str(whole_points(score.value))
    moves = score.least is not None and score.most is not None and score.least != score.most
    spread = f"{whole_points(score.least or Fraction(0))} to {whole_points(score.most or Fraction(0))}" if moves else ""
    return value, spread, f"{score.counts.rated} of {score.counts.applicable}"


@settings(max_examples=10)
@given(parts())
def test_every_score_is_the_exact_one_in_whole_points(drawn: list[Part]) -> None:
    framework, assessment = nouns(drawn)
    report = make_report([framework], assessment, DATE)
    result = report.frameworks[0]

    text = "\n".join(pdf_pages(written("pdf", report)))

    line = re.compile(r"^ *(S\d) +(none|\d+)(?: +(\d+ to \d+))? +(\d+ of \d+)", re.MULTILINE)
    assert line.findall(text) == [(one.section.title, *shown(one.score)) for one in result.sections]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_was_typed_is_there_for_those_who_may_read_it_and_for_nobody_else(audience: Audience) -> None:
    text = bare("".join(pdf_pages(written("pdf", report_for(told_report(), audience)))))

    for typed in TYPED:
        assert [one for one in typed.words if (bare(one) in text) != (audience in typed.readers)] == []


@pytest.mark.parametrize(("name", "make"), [*((name, hostile_report) for name in HOSTILE), ("a script", hostile_looks)])
def test_a_hostile_text_is_text(name: str, make: Callable[[str], Report]) -> None:
    text = HOSTILE[name][:200] if name in TALL else HOSTILE[name]
    raw = written("pdf", make(text))

    seen = bare("".join(pdf_pages(raw)))
    assert bare(one_line(text)) in seen or name == "emoji"
    assert poppler("pdfinfo", raw, "-url", "-").strip().splitlines()[1:] == []
    assert "/StructTreeRoot" in pdf_objects(raw)
    assert not re.search(r"/(JavaScript|JS|Launch|URI|EmbeddedFile)\b", pdf_objects(raw))


class Heard(BaseHTTPRequestHandler):
    """Remembers what was asked for."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """Yield the address of a server, and what it is asked for."""
    asked: list[str] = []
    server = HTTPServer(("127.0.0.1", 0), type("Here", (Heard,), {"asked": asked}))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def page(place: str) -> str:
    return (
        f'<html lang="en"><head><title>x</title><link rel="stylesheet" href="{place}/a.css"><style>@import url("{place}/b.css");'
        f'@font-face {{ font-family: x; src: url("{place}/c.woff") }} body {{ background: url("{place}/d.png"); font-family: x }}</style>'
        f'</head><body><img src="{place}/e.png" alt="x"><p>Words</p></body></html>'
    )


def test_nothing_is_fetched_although_a_page_asks_for_it() -> None:
    with listening() as (place, asked):
        raw = pdf.printed(page(place))
        assert asked == []
        weasyprint.HTML(string=page(place)).write_pdf()
        assert {"/a.css", "/b.css", "/d.png", "/e.png"} <= set(asked)
    assert "Words" in pdf_pages(raw)[0]


def test_no_file_of_the_machine_is_read_into_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text('p::after { content: " secret" }')

    ours = pdf.printed(page(tmp_path.as_uri()))
    open_to_all = weasyprint.HTML(string=page(tmp_path.as_uri())).write_pdf()

    assert "secret" in pdf_pages(open_to_all)[0]
    assert "secret" not in pdf_pages(ours)[0]


def test_the_same_report_is_the_same_file_byte_for_byte(tmp_path: Path) -> None:
    names = []
    for number in (1, 2):
        names.append(tmp_path / f"{number}.pdf")
        more = {"PYTHONHASHSEED": str(number), "TZ": f"UTC-{number}"}
        ended = process("report", TACSI, "--format", "pdf", "--output", names[-1], cwd=tmp_path, **more)
        assert (ended.code, ended.out, ended.err) == (0, "", f"Written to {names[-1]}\n")
        time.sleep(1.1 * (2 - number))
    assert names[0].read_bytes() == names[1].read_bytes()


NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>{}<cachedir>{}</cachedir></fontconfig>'


@pytest.mark.parametrize("folder", ["", "<dir>{}</dir>"], ids=["no folder", "a folder without a font that can be read"])
def test_without_any_font_it_is_an_error_that_says_what_to_install(folder: str, tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "x.ttf").write_text("no font")
    config = tmp_path / "fonts.conf"
    config.write_text(NO_FONTS.format(folder.format(tmp_path / "fonts"), tmp_path / "cache"))
    ended = process("report", TACSI, "--format", "pdf", "--output", "r.pdf", cwd=tmp_path, FONTCONFIG_FILE=str(config))
    assert ended.failed == (
        3,
        "a PDF needs a font, and none is installed on this machine",
        "On Debian or Ubuntu, install fonts-dejavu-core; or print the page that --format html writes.",
    )
    assert not (tmp_path / "r.pdf").exists()
