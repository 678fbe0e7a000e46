"""The checks, one idea a module; each module names its rules in `RULES`."""
