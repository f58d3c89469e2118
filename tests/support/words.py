"""Unquoted words that YAML readers do not agree on."""

from __future__ import annotations

AMBIGUOUS = (
    *("yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "y", "Y", "n", "N"),
    *("True", "TRUE", "False", "FALSE", "~", "null", "Null", "NULL", "=", "<<"),
    *("010", "0o10", "0b1", "0x1F", "-0x1f", "1_000", "+1", "-0", "007", "12:30", "1:2:3", "190:20:30.15"),
    *("1.5", ".5", "1.", "-.5", "1e3", "1.5e3", "1E+3", ".inf", "-.INF", ".nan", "685_230.15"),
    *("2023-02-01", "2023-2-1", "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43", "9" * 19),
)
