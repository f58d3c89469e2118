"""Rows of a product as a table for a spreadsheet."""

from __future__ import annotations

import io
from fractions import Fraction

import openpyxl
import pytest

from peerkit.model.page import Page, Paragraph, Part, Title
from peerkit.render.context import RenderContext
from peerkit.render.data.tables import Rows, csv, xlsx
from render.comparison_samples import three
from render.plan_samples import proposed_plan
from render.team_samples import workshop_report
from support.rendering import file_of, text_of

PAGE = Page((Title("Lantern Street", "Plan"),), (Part("a", (Paragraph("To read."),)),))
TABLE = ("What there is.", ("question", "level", "rated", "note"))
ROWS = (("Pay", Fraction(5, 2), 4, ""), ("Time", Fraction(1, 3), None, "=1+1"), ("Room", None, 0, None))


def test_a_table_is_text_in_csv() -> None:
    lines = ["question,level,rated,note", "Pay,2.5,4,", "Time,0.3333,,'=1+1", "Room,,0,", ""]
    assert csv(Rows(*TABLE, ROWS)).removeprefix("\ufeff").split("\r\n") == lines


def test_numbers_are_numbers_in_a_workbook_and_show_their_decimals() -> None:
    sheets = openpyxl.load_workbook(io.BytesIO(xlsx(Rows(*TABLE, ROWS), PAGE, RenderContext(day="2026-11-21"))))

    assert sheets.sheetnames == ["Page", "Rows"]
    assert [cell.value for cell in sheets["Page"]["A"]] == ["Plan: Lantern Street", "To read."]
    heads, *rows = sheets["Rows"].iter_rows(values_only=True)
    assert heads == TABLE[1]
    assert rows == [("Pay", 2.5, 4, None), ("Time", 0.3333, None, "=1+1"), ("Room", None, 0, None)]
    assert [sheets["Rows"].cell(2, place).number_format for place in (2, 3)] == ["General", "General"]
    assert sheets["Rows"]["D3"].data_type == "s"


def test_a_table_without_rows_is_a_sheet_with_heads() -> None:
    sheets = openpyxl.load_workbook(io.BytesIO(xlsx(Rows(*TABLE, ()), PAGE, RenderContext())))
    assert next(sheets["Rows"].iter_rows(values_only=True)) == TABLE[1]


@pytest.mark.parametrize(("product", "noun"), [("comparison", three), ("plan", proposed_plan), ("team", workshop_report)])
def test_a_workbook_holds_what_the_table_of_csv_holds(product: str, noun: object) -> None:
    made = noun() if callable(noun) else noun
    [head, *lines] = text_of(product, made, "csv").removeprefix("\ufeff").split("\r\n")
    sheet = openpyxl.load_workbook(io.BytesIO(file_of(product, made, "xlsx")))["Rows"]

    assert [cell.value for cell in sheet[1]] == head.split(",")
    assert sheet.max_row == 1 + len([line for line in lines if line])
    assert any(isinstance(cell.value, (int, float)) for row in sheet.iter_rows(min_row=2) for cell in row)
