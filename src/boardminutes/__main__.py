"""`python -m boardminutes` is the command `boardminutes`."""

import sys

from boardminutes.cli import main

if __name__ == "__main__":
    sys.exit(main())
