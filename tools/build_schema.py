"""Build the JSON Schema of data files: python tools/build_schema.py.

The file is written to src/boardminutes/boardminutes.schema.json, from the classes of the model and their docstrings.
"""

from __future__ import annotations

import json
import pathlib
from typing import Final

from boardminutes import json_schema

TARGET: Final = pathlib.Path(__file__).parents[1] / "src/boardminutes/boardminutes.schema.json"


def schema_text() -> str:
    """Return the text of the file."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(schema_text(), encoding="utf-8", newline="\n")
    print(f"wrote {TARGET}")
