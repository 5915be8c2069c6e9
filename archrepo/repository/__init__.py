"""The only place that makes engines and sessions: opening, creating, reading and writing a repository."""

from archrepo.repository.berkas_unit import UnitFile, read_unit_file
from archrepo.repository.engine import DEFAULT_URL
from archrepo.repository.isi import InitSummary, init_contents
from archrepo.repository.lifecycle import Repository, UnitOfWork, create_or_upgrade, open_repository

__all__ = [
    "DEFAULT_URL",
    "InitSummary",
    "Repository",
    "UnitFile",
    "UnitOfWork",
    "create_or_upgrade",
    "init_contents",
    "open_repository",
    "read_unit_file",
]
