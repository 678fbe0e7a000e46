"""What it costs to import the package, beside `import attrs`, on which its model is built.

Each program is run in fresh interpreters, all programs in turn, many times over. What counts is the median of the
whole run, from the start of the process to its end, less that of an interpreter that does nothing; so `import attrs`
counts with all that it brings (`attr`, `typing`, `inspect`), and so does ours. Other work on the machine makes the
milliseconds larger; the ratios count.

    python benchmarks/imports.py
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from typing import Final

from timing import table, times, verdict

ROUNDS: Final = 25
MOST: Final = 2.0
NOTHING: Final = "pass"
FLOOR: Final = "import attrs"
OURS: Final = "import boardminutes"
PROGRAMS: Final = (
    FLOOR,
    OURS,
    "import boardminutes as bm; bm.Meeting",
    "import boardminutes as bm; bm.lint(bm.Meeting(body='Board'))",
    "import boardminutes as bm; bm.dumps(bm.Meeting(body='Board'))",
    "import boardminutes as bm; bm.render(bm.Meeting(body='Board'), 'txt')",
    "import boardminutes as bm; bm.render(bm.Meeting(body='Board'), 'html')",
    "import boardminutes as bm; bm.render(bm.Meeting(body='Board'), 'docx')",
    "import boardminutes as bm; bm.render(bm.Meeting(body='Board'), 'pdf')",
)


def seconds(program: str) -> float:
    """Return how long a fresh interpreter runs a program."""
    before = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603 - the programs stand in this file
    return time.perf_counter() - before


def costs() -> dict[str, float]:
    """Return the median of each program in seconds, less that of an interpreter that does nothing."""
    programs = (NOTHING, *PROGRAMS)
    for program in programs:
        seconds(program)  # writes the compiled files, and brings them into the memory of the machine
    taken = [{program: seconds(program) for program in programs} for _ in range(ROUNDS)]
    medians = {program: statistics.median(one[program] for one in taken) for program in programs}
    return {program: medians[program] - medians[NOTHING] for program in PROGRAMS}


def main() -> None:
    """Print the figures."""
    measured = costs()
    ratios = {program: cost / measured[FLOOR] for program, cost in measured.items()}
    rows = [[f"`{program}`", times(ratio), f"{1000 * measured[program]:.0f} ms"] for program, ratio in ratios.items()]
    print(table(["program", f"beside `{FLOOR}`", "here"], rows))
    print()
    print(verdict(f"the cost of `{OURS}` beside `{FLOOR}`", ratios[OURS], MOST))


if __name__ == "__main__":
    main()
