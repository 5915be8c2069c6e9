"""Runs the command line as ``python -m archrepo``."""

from archrepo.cli import main

if __name__ == "__main__":  # a process that is started for a part of the work reads this file too
    main()
