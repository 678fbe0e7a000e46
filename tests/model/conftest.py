"""What the tests of the model share."""

from collections.abc import Callable

import pytest

from boardminutes import InvalidMinutesError

ProblemOf = Callable[[Callable[[], object]], str]


@pytest.fixture
def problem_of() -> ProblemOf:
    """Return a function that runs what must be refused, and returns its one problem."""

    def run(make: Callable[[], object]) -> str:
        with pytest.raises(InvalidMinutesError) as caught:
            make()
        [problem] = caught.value.problems
        return str(problem)

    return run
