"""Adds what checks found to a picture; the findings are handed in, no check is run here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from archrepo.checks.finding import Finding
from archrepo.declarations.kalimat import number
from archrepo.drawing.picture import Picture


def with_findings(picture: Picture, findings: Sequence[Finding]) -> Picture:
    """Return the picture with the titles of findings in the tooltips of their elements, counted in the caption.

    Waived findings and those about elements that are not in the picture are left aside.
    """
    titles: dict[int, list[str]] = defaultdict(list)
    counted: set[str] = set()
    inside = picture.element_ids
    for finding in findings:
        if finding.waived is None:
            for identifier in inside.intersection(finding.element_ids):
                titles[identifier].append(f"{finding.title} ({finding.code})")
                counted.add(finding.fingerprint)
    if not counted:
        return picture
    nodes = []
    for node in picture.nodes:
        remarks = dict.fromkeys(title for identifier in node.element_ids for title in titles.get(identifier, ()))
        text = f"{node.tooltip} · Catatan perbaikan: {'; '.join(remarks)}" if remarks else node.tooltip
        nodes.append(replace(node, tooltip=text))
    sentence = f"{number(len(counted))} catatan perbaikan pada {number(len(titles))} elemen"
    caption = replace(picture.caption, left_out=(*picture.caption.left_out, sentence))
    return replace(picture, nodes=tuple(nodes), caption=caption)
