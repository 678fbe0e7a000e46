"""`python -m boardminutes` is the command `boardminutes`."""

import sys

from boardminutes.cli import main

if __name__ == "__main__":  # pragma: no branch - nothing else is done with this module
    sys.exit(main())
