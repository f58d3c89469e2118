"""Limits against hostile or broken files.

The largest shipped framework has about 100 KB, 4,000 nodes and a depth of 7.
"""

from __future__ import annotations

from typing import Final

LARGEST_YAML: Final = 2_000_000
"""Bytes of a framework, themes, crosswalk or source file."""
LARGEST_ANSWERS: Final = 8_000_000
"""Bytes of an assessment or answer sheet."""
LARGEST_SHOWN: Final = 64_000_000
"""Bytes of what the reports of a round have shown."""
DEEPEST: Final = 20
"""Lists and mappings inside each other."""
MOST_NODES: Final = 100_000
"""Values, keys, lists and mappings of one YAML file."""
MOST_FAULTS: Final = 1_000
"""Mistakes that are told of one file; whoever has mended so many asks again."""
MOST_FILES: Final = 2_000
"""Files that a folder given to a command may hold."""
MOST_ENTRIES: Final = 20_000
"""Names of any kind that are looked through in a folder of answers."""
