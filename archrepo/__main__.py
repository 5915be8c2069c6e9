"""Runs the command line as ``python -m archrepo``."""

from archrepo.cli import main

main()
