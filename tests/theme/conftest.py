"""Lets the tests beside this file share what builds themes."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
