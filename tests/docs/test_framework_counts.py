"""The page about the frameworks: what it counts."""

from __future__ import annotations

from peerkit.model.crosswalk import Crosswalk
from peerkit.source.yaml import yaml_file
from support.commandline import CHECKOUT
from support.levels import asks_for_paper
from support.shipped import FOLDER, framework_ids, shipped

TEXT = " ".join((CHECKOUT / "docs" / "frameworks.md").read_text(encoding="utf-8").split())


def test_the_page_counts_what_is_there() -> None:
    indicators = {f"{name}/{one.id}": one for name in framework_ids() for _, one in shipped(name).indicators()}
    papers = sum(len(asks_for_paper(name)) for name in framework_ids())
    crosswalk, _ = yaml_file.read_file(FOLDER / "crosswalk.yaml", Crosswalk)
    pairs = sum(link.relation == "equal" for link in crosswalk.links)
    quick = {(one.ask, *one.signposts.values()) for one in indicators.values() if one.core}

    assert f"in {papers} of the {len(indicators)} questions" in TEXT
    assert f"serves both: {pairs} pairs" in TEXT
    assert f"quick sets together have {len(quick)} questions" in TEXT
