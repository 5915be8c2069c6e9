"""The command line: parses, calls one function, prints."""

from archrepo.cli.main import main

__all__ = ["main"]
