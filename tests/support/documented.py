"""The examples of the formats' documentation, typed again, each with every key that its format has."""

from __future__ import annotations

from typing import Any, Final

ASSESSMENT: Final[dict[str, Any]] = {
    "format": "peerkit/assessment/1",
    "id": "b7c1e0",
    "program": "Lantern Street Peers",
    "mode": "solo",
    "role": "peer-worker",
    "set": "quick",
    "sections": {"tacsi": ["co-design"]},
    "facts": {"practitioners": True, "team-size": "3-9"},
    "frameworks": [{"id": "tacsi", "version": "1.0.0", "digest": f"sha256:{'0' * 64}"}],
    "started": "2026-11-21",
    "updated": "2026-11-21",
    "goals": {"tacsi": 3, "tacsi/shared-power": 4},
    "importance": {"tacsi/shared-power": "high"},
    "room": {"peer-worker": 3, "staff": 2},
    "governance": {"authority": "…", "may_see": "…", "until": "2027-12-31", "kept": "…"},
    "support": "…",
    "answers": {
        "tacsi/planned-co-design": {
            "ask": "We plan …",
            "answer": 3,
            "note": "…",
            "evidence": [{"kind": "policy", "text": "…", "date": "2026-05"}],
            "dissent": [{"answer": 1, "people": 2, "why": "…"}],
        },
        "tacsi/fair-terms": {"ask": "…", "answer": "not-applicable", "note": "…"},
        "ppsa/mutual-responsibility": {"ask": "…", "answer": 2, "via": "tacsi/shared-power"},
    },
    "written": {"tacsi/equal-voice": {"note": "…"}},
    "set_aside": [{"id": "tacsi/old-id", "ask": "…", "answer": 2, "note": "…", "why": "retired in 1.1.0"}],
}
FRAMEWORK: Final[dict[str, Any]] = {
    "format": "peerkit/framework/1",
    "id": "tacsi",
    "version": "1.0.0",
    "title": "Foundational patterns for peer-to-peer responses",
    "short_title": "TACSI foundations",
    "language": "en",
    "summary": "…",
    "source": {"publisher": "The Australian Centre for Social Innovation", "document": "…", "rights": "…"},
    "limits": ["…"],
    "goal": 3,
    "facts": [
        {"id": "practitioners", "ask": "Do professionals work beside peers in this program?", "kind": "yes-no", "default": True},
        {"id": "team-size", "ask": "How many people work in it?", "kind": "choice", "options": ["1-2", "3-9", "10+"], "default": "3-9"},
    ],
    "small_team": {"team-size": "1-2"},
    "glossary": [{"word": "whanaungatanga", "means": "…"}],
    "not_assessed": [{"covers": ["f2.12"], "why": "…"}],
    "lint": {
        "field": "other",
        "add": {"PK309": [{"word": "punter", "instead": "guest", "why": "…"}]},
        "allow": {"PK308": ["baseline"]},
    },
    "sections": [
        {
            "id": "co-design",
            "title": "Co-design and working with intention and care",
            "native_title": "…",
            "kind": "foundation",
            "number": "1",
            "summary": "…",
            "content_note": "…",
            "weight": 1,
            "goal": 3,
            "needs_voices": ["participant"],
            "indicators": [
                {
                    "id": "planned-co-design",
                    "ask": "We plan who shapes the program with us.",
                    "ask_as": {"participant": "…", "leader": "…"},
                    "voices": ["peer-worker", "staff", "leader", "partner"],
                    "core": True,
                    "safety": False,
                    "weight": 1,
                    "goal": 3,
                    "themes": ["co-design", "intentionality"],
                    "covers": ["f1.1", "f1.2"],
                    "why": "…",
                    "signposts": {"0": "…", "2": "…", "4": "…"},
                    "look_for": ["…", "…"],
                    "next_steps": [{"from": 0, "do": "…"}, {"from": 2, "do": "…"}],
                    "only_if": {"practitioners": True, "team-size": ["3-9", "10+"]},
                    "change": [{"version": "1.1.0", "note": "…"}],
                }
            ],
        }
    ],
}
THEMES: Final[dict[str, Any]] = {"format": "peerkit/themes/1", "themes": [{"id": "power", "title": "Power", "definition": "…"}]}
CROSSWALK: Final[dict[str, Any]] = {
    "format": "peerkit/crosswalk/1",
    "links": [{"from": "tacsi/x", "to": "ppsa/y", "relation": "equal", "why": "…"}],
    "tensions": [{"id": "t", "title": "…", "positions": {"mind": "…", "w3": "…"}, "indicators": ["mind/x"], "questions": ["…"]}],
}
OUTLINE: Final[dict[str, Any]] = {
    "format": "peerkit/source/1",
    "sections": [{"id": "f1", "title": "…", "statements": [{"id": "f1.1", "gist": "…", "force": "implied", "polarity": "negative"}]}],
}
BARRIERS: Final[dict[str, Any]] = {
    "format": "peerkit/barriers/1",
    "themes": [{"id": "power", "barriers": [{"barrier": "…", "remedy": "…"}]}],
}
PLAN: Final[dict[str, Any]] = {
    "format": "peerkit/plan/1",
    "peerkit": "0.1.0",
    "program": "Lantern Street Peers",
    "date": "2026-11-21",
    "choice": "proposed",
    "actions": [
        {
            "id": "tacsi/x",
            "section": "co-design",
            "ask": "We plan …",
            "level": 1.0,
            "level_low": 1.0,
            "level_high": 1.0,
            "goal": 3,
            "gap": 2.0,
            "gap_low": 2.0,
            "gap_high": 2.0,
            "importance": "high",
            "priority": 50.0,
            "lane": "act",
            "effort": "small",
            "points": 6.25,
            "value": 625.0,
            "in_weakest": True,
            "also_raises": ["ppsa/y"],
            "first_step": "…",
            "signs": ["…"],
            "also_ask": ["participant"],
            "barriers": [{"barrier": "…", "remedy": "…"}],
            "agreed": 1,
            "recorded": [{"id": "tacsi/x", "who": "…"}],
        }
    ],
    "frameworks": [
        {
            "id": "tacsi",
            "version": "1.0.0",
            "title": "T",
            "now": 58.3333,
            "then": 66.6667,
            "weakest_now": "co-design",
            "weakest_then": "co-design",
            "sections": [
                {
                    "id": "co-design",
                    "title": "T",
                    "goal": 3,
                    "now": 31.25,
                    "now_low": 31.25,
                    "now_high": 31.25,
                    "then": 50.0,
                    "then_low": 50.0,
                    "then_high": 50.0,
                }
            ],
            "small_steps": {"section": "co-design", "raise": [{"id": "tacsi/x", "levels": 2}]},
        }
    ],
    "safety_left_out": ["tacsi/z"],
    "also_recorded": [{"id": "w", "what": "…"}],
    "outside_our_control": ["…"],
    "recheck": "2027-05",
}
OUTCOME: Final[dict[str, Any]] = {
    "format": "peerkit/outcome/1",
    "program": "Lantern Street Peers",
    "date": "2026-11-21",
    "agreed": {"tacsi/x": {"level": 2, "dissent": [{"answer": 1, "people": 2, "why": "…"}]}},
    "importance": {"tacsi/x": "high"},
    "actions": [
        {"id": "tacsi/x", "what": "…", "who": "…", "by": "…", "first_step": "…", "sign": "…", "help": "…", "ask_also": "…"},
    ],
    "outside_our_control": ["…"],
    "recheck": "2027-05",
}
