"""`python -m optout`."""

import sys
from pathlib import Path
sys.exit(0)
