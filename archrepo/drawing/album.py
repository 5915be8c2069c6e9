"""Draws many views into a folder: each composed once for all its formats, Graphviz painting beside the next one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from archrepo.berkas import write_bytes
from archrepo.drawing.render import Wishes, paint
from archrepo.errors import MissingPartError
from archrepo.landscape.landscape import Landscape

if TYPE_CHECKING:
    from archrepo.drawing.definition import ViewDefinition

WORKERS = 2
"""Views at a time: composing holds Python, painting is a child of its own, so that two keep two cores busy."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One view of an album: its files in the order of the formats, or what was missing to draw it."""

    view: ViewDefinition
    paths: tuple[Path, ...]
    missing: MissingPartError | None = None


def draw_album(
    landscape: Landscape,
    views: Sequence[ViewDefinition],
    folder: Path,
    formats: Sequence[str],
    **wishes: Unpack[Wishes],
) -> Iterator[Drawn]:
    """Draw views into a folder that exists, as ``NAME.FORMAT``, and yield each as soon as it is done.

    Args:
        wishes: see ``Wishes``; a focus is not among them, since only some views have one.

    Raises:
        OutputError: a file cannot be written; views that are being drawn are finished first.
    """

    def one(view: ViewDefinition) -> Drawn:
        try:
            content = paint(landscape, view, formats, **wishes)
        except MissingPartError as error:
            return Drawn(view, (), error)
        paths = tuple(folder / f"{view.name}.{form}" for form in formats)
        for path, form in zip(paths, formats, strict=True):
            write_bytes(path, content[form])
        return Drawn(view, paths)

    with ThreadPoolExecutor(WORKERS) as pool:
        waiting = [pool.submit(one, view) for view in views]
        try:
            for done in as_completed(waiting):
                yield done.result()
        finally:
            for task in waiting:
                task.cancel()
