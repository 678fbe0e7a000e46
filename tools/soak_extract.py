"""Spoil many files that carry a meeting, and look for what `extract` should not raise.

Usage: python tools/soak_extract.py [NUMBER OF FILES] [FIRST NUMBER]

It ends with status 1 if any file made `extract` raise an error that is not of this library, or take longer than a
minute. A number names a file for ever: `spoilt(number)` in tests/extract_mutations.py makes it again.
"""

from __future__ import annotations

import collections
import faulthandler
import logging
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "tests"))

from extract_mutations import spoilt, untyped_error

LONGEST = 60.0


def main(files: int = 10_000, first: int = 1_000_000) -> int:
    """Try so many files and tell of what was found."""
    logging.disable()
    began = time.monotonic()
    faults: list[str] = []
    slowest = (0.0, "none")
    forms: collections.Counter[str] = collections.Counter()
    for number in range(first, first + files):
        file = spoilt(number)
        faulthandler.dump_traceback_later(10 * LONGEST, exit=True)  # says where it hangs, and ends
        start = time.process_time()
        error = untyped_error(file.data)
        took = time.process_time() - start
        forms[file.name.split(": ")[1].split(",")[0]] += 1
        slowest = max(slowest, (took, file.name))
        if error is not None:
            faults.append(f"{file.name}: {type(error).__name__}: {error}")
        elif took > LONGEST:
            faults.append(f"{file.name}: took {took:.0f} s")
    faulthandler.cancel_dump_traceback_later()
    for fault in faults:
        print(fault)
    tried = ", ".join(f"{count} {form}" for form, count in sorted(forms.items()))
    print(f"{files} files ({tried}) in {time.monotonic() - began:.0f} s; slowest {slowest[0]:.2f} s ({slowest[1]})")
    print(f"{len(faults)} with an error that is not of this library")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
