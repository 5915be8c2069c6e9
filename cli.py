"""Thin entry, so that ``python cli.py …`` works from a checkout; the installed command is ``archrepo``."""

from archrepo.cli import main

if __name__ == "__main__":
    main()
