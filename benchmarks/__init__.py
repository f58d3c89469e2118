"""What `make bench` measures, each figure with its bound."""

import sys
from pathlib import Path

# NOTE: interviews are driven by what their tests are driven by.
sys.path.append(str(Path(__file__).parents[1] / "tests"))
