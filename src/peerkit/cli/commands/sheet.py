"""`peerkit sheet`: an answer sheet to print or send round."""

from __future__ import annotations

from typing import Annotated

import typer

from peerkit.cli import options, wish_options
from peerkit.cli.results.destination import Destination
from peerkit.render.products import formats

Large = Annotated[bool, typer.Option("--large", help="Big letters and room to write.")]


def command(
    named: Annotated[str, typer.Argument(metavar="FRAMEWORK", help="The id of a framework.", show_default=False)],
    chosen_set: wish_options.ChosenSet = None,
    sections: wish_options.Sections = None,
    role: wish_options.ChosenRole = None,
    program: wish_options.Program = None,
    mode: wish_options.ChosenMode = None,
    facts: wish_options.Facts = None,
    prepared: wish_options.Prepared = None,
    large: Large = False,
    form: Annotated[str, options.format_option(formats("sheet"))] = "markdown",
    output: options.Output = None,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Write an answer sheet: one to print (html, markdown) or one to fill in a spreadsheet (csv).

    Example: peerkit sheet tacsi --set quick --role peer-worker --format html --output sheet.html
    """
    from peerkit.cli.assess.new_assessment import Wishes
    from peerkit.cli.results.blank_sheet import make_sheet

    destination = Destination(form=form, output=output, plain=plain)
    destination.check("sheet")
    name = wish_options.as_text(program)
    wishes = Wishes([named], name, role, chosen_set, sections or (), facts or (), frameworks, mode, (), prepared)
    destination.deliver("sheet", make_sheet(wishes, form, large=large), shared=True)
