"""How a noun is written: limits on its values, the keys of its file, and the noun as plain data.

One definition serves three readers: the fast reader of `peerkit.source.structure`, the detailed error messages of pydantic, and
the published JSON Schema. pydantic is imported only when it asks for a schema, since importing it doubles the start-up time.
"""

from __future__ import annotations

import re
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

Noun = TypeVar("Noun")
ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_ID = 64
LONGEST_ADDRESS = 2 * LONGEST_ID + 1
# NOTE: to Python these four control characters are white space, to pydantic they are not.
SEEN_PATTERN = r"[^\s\x1c-\x1f]"
LONGEST_TEXT = 4_000
LONGEST_NOTE = 20_000
LONGEST_DAY = 10
NO_SUCH_DAY = "no_such_day"
"""What pydantic calls a day that the calendar does not have."""
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True)
class Matches:
    """A text that matches `pattern` (searched, so anchor it) and has at most `longest` code points."""

    pattern: str
    longest: int = LONGEST_TEXT

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        return re.compile(self.pattern.replace("$", r"\Z"))

    def admits(self, value: object) -> bool:
        """Whether `value` is a text within the limits."""
        return isinstance(value, str) and len(value) <= self.longest and self._expression.search(value) is not None

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.str_schema(pattern=self.pattern, max_length=self.longest, strict=True)


@dataclass(frozen=True)
class CalendarDay:
    """A day of the calendar, written year-month-day."""

    pattern: str = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

    def admits(self, value: object) -> bool:
        """Whether `value` is such a text."""
        return isinstance(value, str) and Matches(self.pattern, LONGEST_DAY).admits(value) and is_day(value)

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        from pydantic_core import PydanticCustomError, core_schema

        def checked(value: str) -> str:
            if not is_day(value):
                raise PydanticCustomError(NO_SUCH_DAY, "there is no such day")
            return value

        text = core_schema.str_schema(pattern=self.pattern, max_length=LONGEST_DAY, strict=True)
        return core_schema.no_info_after_validator_function(checked, text)


def is_day(text: str) -> bool:
    """Whether a text written as year-month-day is a day of the calendar; there is no year 0."""
    year, month, day = map(int, text.split("-"))
    if not (year and 1 <= month <= 12):
        return False
    is_leap_year = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = 29 if month == 2 and is_leap_year else _DAYS[month - 1]
    return 1 <= day <= days


@dataclass(frozen=True)
class Between:
    """A whole number from `low` to `high`, both included; `high` None has no upper end."""

    low: int
    high: int | None = None

    def admits(self, value: object) -> bool:
        """Whether `value` is a whole number within the limits."""
        return type(value) is int and self.low <= value and (self.high is None or value <= self.high)

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.int_schema(ge=self.low, le=self.high, strict=True)


@dataclass(frozen=True)
class Unempty:
    """A list with at least one entry."""

    def admits(self, value: object) -> bool:
        """Whether `value` has an entry."""
        return bool(value)

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        schema: CoreSchema = handler(source)
        return {**schema, "min_length": 1}


Id = Annotated[str, Matches(ID_PATTERN, LONGEST_ID)]
"""The id of a framework, section, indicator, theme or fact."""
Address = Annotated[str, Matches("^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$", LONGEST_ADDRESS)]
"""An indicator anywhere: `framework/indicator`."""
Scope = Annotated[str, Matches("^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$", LONGEST_ADDRESS)]
"""A framework, or something in it: `framework` or `framework/indicator`."""
StatementId = Annotated[str, Matches("^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$", LONGEST_ID)]
"""The id of a statement of a source document."""
Version = Annotated[str, Matches(r"^[0-9]+\.[0-9]+\.[0-9]+$", 32)]
"""Three whole numbers: major.minor.patch."""
Day = Annotated[str, CalendarDay()]
"""A day of the calendar, never a time of day: 2026-11-21."""
Text = Annotated[str, Matches(SEEN_PATTERN)]
"""A text with at least one character that can be seen."""
Note = Annotated[str, Matches("", LONGEST_NOTE)]
"""Words a person typed; may be empty."""
Weight = Annotated[int, Between(0, 1_000_000)]
Goal = Annotated[int, Between(1, 4)]
Level = Annotated[int, Between(0, 4)]


def file_key(attribute: str) -> str:
    """Return the key in a file for an attribute of the model: `from_` is written `from`."""
    return attribute.removesuffix("_")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def written(noun: type[Noun]) -> type[Noun]:
    """Make a class a frozen noun of a file: it takes no keys but its own, and no value of another type."""
    noun.__pydantic_config__ = {"extra": "forbid", "strict": True, "alias_generator": file_key}  # type: ignore[attr-defined]
    return dataclass(frozen=True, kw_only=True)(noun)


def to_data(noun: Any) -> Any:
    """Return a noun as dicts, lists and plain values; what has its default value is left out."""
    if is_dataclass(noun):
        return {file_key(key.name): to_data(value) for key in fields(noun) if not _is_default(key, value := getattr(noun, key.name))}
    if isinstance(noun, dict):
        return {key: to_data(value) for key, value in noun.items()}
    return [to_data(value) for value in noun] if isinstance(noun, tuple) else noun


def _is_default(key: Field[Any], value: object) -> bool:
    if key.default_factory is not MISSING:
        return bool(value == key.default_factory())
    return key.default is not MISSING and bool(value == key.default)
