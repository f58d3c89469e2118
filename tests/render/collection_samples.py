"""What came in, with everything that the page has words for."""

from __future__ import annotations

from peerkit.engine.team.forecast import look_ahead
from peerkit.model.collection import Aside, CollectedFile, Collection
from render.hostile import hostile_framework
from render.samples import FRAMEWORK
from support.building import make_assessment


def collection() -> Collection:
    """Return nine people, with a file of each kind that is not as the others are."""
    return Collection(
        program="Lantern Street Peers",
        questions="house 1.0.0, full set",
        files=(
            CollectedFile(file="2026-11/a.peerkit.json", role="peer-worker", answered=17, asked=17, state="complete"),
            CollectedFile(file="2026-11/b.peerkit.json", role="staff", answered=9, asked=17, state="begun"),
        ),
        not_counted=(
            Aside(("2026-11/c.peerkit.json",), "2026-11/c.peerkit.json is no complete answer file: it is empty", "Look for a copy."),
            Aside((), "2026-11/d.peerkit.json holds no answers and is left out.", ""),
        ),
        remarks=("1 of 9: 2026-11/b.peerkit.json has the full set, the others the quick set.",),
        likely_copies=(("2026-11/a.peerkit.json", "2026-11/a (1).peerkit.json"),),
        forecast=look_ahead([FRAMEWORK], make_assessment(set="full"), {"peer-worker": 5, "staff": 4}),
        reported=True,
    )


def hostile_collection(text: str) -> Collection:
    """Return what came in where every text is this one."""
    return Collection(
        program=text,
        questions=text,
        files=(CollectedFile(file=text, role="staff", answered=0, asked=2, state="begun"),),
        not_counted=(Aside((text,), text, text),),
        remarks=(text,),
        likely_copies=((text, text),),
        forecast=look_ahead([hostile_framework(text)], make_assessment(set="full"), {"peer-worker": 5, "staff": 5}),
        reported=False,
    )
