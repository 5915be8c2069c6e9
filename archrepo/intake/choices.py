"""Boxes to tick inside one cell: of ``☑ Aktif  ☐ Tidak Aktif`` only what is ticked was said."""

from __future__ import annotations

import re

_TICKED = r"☑|☒|✅|✔|■|\[\s*[xXvV√✓✔]\s*\]|\(\s*[xXvV√✓✔]\s*\)"
_OPEN = r"☐|□|❏|\[\s*\]|\(\s*\)|○"
_BOX = re.compile(f"({_TICKED})|({_OPEN})")
_QUICK = re.compile(r"[☑☒✅✔■☐□❏○]|\[\s*[xXvV√✓✔]?\s*\]|\(\s*[xXvV√✓✔]?\s*\)")


def ticked_choices(cell: str) -> str | None:
    """Return what is ticked in a cell of boxes, joined by semicolons, empty where nothing is; None without boxes.

    Each box stands before its text. One box alone is no choice: ``(v) 2.0`` may be anything.
    """
    if _QUICK.search(cell) is None:
        return None
    boxes = list(_BOX.finditer(cell))
    if len(boxes) < 2 or cell[: boxes[0].start()].strip():
        return None
    ends = [box.start() for box in boxes[1:]] + [len(cell)]
    ticked = [cell[box.end() : end].strip(" \t\r\n,;/|") for box, end in zip(boxes, ends, strict=True) if box[1]]
    return "; ".join(text for text in ticked if text)
