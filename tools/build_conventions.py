"""Build the conventions of the languages: python tools/build_conventions.py.

The file is written to src/boardminutes/wording/cldr.json, from the Unicode CLDR by way of Babel.
"""

from __future__ import annotations

import json
import pathlib
from typing import Final

from boardminutes.wording import _from_babel

LANGUAGES: Final = ("cy", "de", "en-GB", "en-US", "fr", "ga")
TARGET: Final = pathlib.Path(__file__).parents[1] / "src/boardminutes/wording/cldr.json"


def conventions_text() -> str:
    """Return the text of the file."""
    data = {language: _from_babel.texts(language) for language in LANGUAGES}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(conventions_text(), encoding="utf-8", newline="\n")
    print(f"wrote {TARGET}")
