"""Says in words what a view selects, how many that are, and why one element is not among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from archrepo.declarations.kalimat import number
from archrepo.declarations.metamodel import classes, kelas
from archrepo.drawing.captions import caption_line, counted
from archrepo.drawing.conditions import CONDITIONS
from archrepo.drawing.facts import Facts
from archrepo.drawing.picture import Picture
from archrepo.drawing.render import Request, Wishes, picture
from archrepo.drawing.scope import Membership, Scope
from archrepo.drawing.selection import ALL_CLASSES, Chosen, choose, facts_for
from archrepo.landscape.elemen import Elemen
from archrepo.landscape.landscape import Landscape

if TYPE_CHECKING:
    from archrepo.drawing.definition import ViewDefinition

_DIRECTIONS = {"dua": "kedua arah", "keluar": "relasi keluar", "masuk": "relasi masuk"}


def explain_view(
    landscape: Landscape, definition: ViewDefinition, *, kode: str | None = None, **wishes: Unpack[Wishes]
) -> tuple[str, ...]:
    """Return what a view selects, as lines to read.

    Args:
        kode: an element to be told about: where it stands in the picture, or why it is missing.
        wishes: as of ``draw``.

    Raises:
        UsageError, UnknownNameError: as ``draw`` does; also when there is no element of that kode.
    """
    request = Request.of(wishes)
    lines = [f"{definition.title}: {definition.question}", *_selection_lines(definition)]
    if definition.source != "repositori":
        return tuple(lines)
    facts = facts_for(landscape, definition, request.scope, request.findings)
    chosen = choose(facts, definition, request.scope)
    found = picture(landscape, definition, **wishes)
    lines += _count_lines(definition, chosen, found)
    if kode is not None:
        element = landscape.by_kode(kode, request.scope.instansi_id)
        lines.append(_about(facts, definition, request.scope, chosen, found, element))
    return tuple(lines)


def _selection_lines(definition: ViewDefinition) -> list[str]:
    selection = definition.selection
    if definition.source == "metamodel":
        return ["Isi: semua kelas metamodel dan relasi yang dinyatakan di antaranya."]
    if definition.source == "perubahan":
        return ["Isi: perbedaan antara dua keadaan repositori."]
    if selection.walk is not None:
        steps = (f"{', '.join(_labels(step.end))} lewat {', '.join(step.relations)}" for step in selection.walk.steps)
        return [f"Isi: satu {kelas(selection.walk.start).label}, lalu {'; '.join(steps)}."]
    if selection.around is not None:
        around = selection.around
        stops = f" Tidak ditelusuri lewat {', '.join(_labels(around.stops))}." if around.stops else ""
        how_far = f"bawaan {around.depth} langkah, {_DIRECTIONS[around.direction]}"
        return [f"Isi: satu {kelas(around.start).label} dan yang bersentuhan dengannya, {how_far}.{stops}"]
    lines = [f"Isi: {', '.join(_labels(selection.classes))}{' satu Perangkat Daerah' if selection.one_unit else ''}."]
    lines += [f"Tidak digambar bila {CONDITIONS[name].why}." for name in selection.conditions]
    return lines


def _labels(names: tuple[str, ...]) -> list[str]:
    return ["semua kelas" if name == ALL_CLASSES else classes()[name].label for name in names]


def _count_lines(definition: ViewDefinition, chosen: Chosen, found: Picture) -> list[str]:
    lines = [f"Terpilih: {counted(chosen.elements) or 'tidak ada'}."]
    lines += [f"{text[:1].upper()}{text[1:]}." for text in chosen.left_out]
    if found.level:
        lines.append(f"Digabung pada tingkat {found.level} karena isinya terlalu banyak: {caption_line(found)}.")
    elif definition.arrangement == "lapisan" and found.nodes:
        lines.append("Yang serupa digabung bila semuanya tidak muat pada satu lembar.")
    elif found.nodes:
        lines.append("Setiap elemen digambar sendiri-sendiri.")
    if found.notice:
        lines.append(found.notice)
    return lines


# ---- one element


def _about(
    facts: Facts, definition: ViewDefinition, scope: Scope, chosen: Chosen, found: Picture, element: Elemen
) -> str:
    name = f"{element.nama} ({element.kode})"
    node = next((node for node in found.nodes if element.id in node.element_ids), None)
    if node is not None:
        boxes = {group.id: group.label for group in found.groups}
        place = " › ".join(boxes[group] for group in node.groups if boxes.get(group))
        with_others = (
            f', digabung dengan {number(len(node.element_ids) - 1)} lainnya dalam "{node.label}"'
            if node.is_merged
            else ""
        )
        return f"{name} digambar pada: {place or definition.title}{with_others}."
    return f"{name} tidak digambar: {_reason(facts, definition, scope, chosen, element)}."


def _reason(facts: Facts, definition: ViewDefinition, scope: Scope, chosen: Chosen, element: Elemen) -> str:
    selection = definition.selection
    if element.kelas not in definition.can_show and ALL_CLASSES not in definition.can_show:
        return f"tampilan ini tidak memuat {classes()[element.kelas].label}"
    if selection.walk is not None or selection.around is not None:
        start = chosen.focus.nama if chosen.focus is not None else "pusat gambar"
        return f"tidak terjangkau dari {start} lewat relasi dan jumlah langkah yang dipilih"
    asked = Scope(facts.unit_ids, scope.instansi_id) if selection.one_unit else scope
    if not Membership(facts.landscape, asked).holds(element):
        return "tidak dimiliki, dipakai, atau dilaporkan oleh Pemerintah Daerah atau unit yang dipilih"
    for condition in selection.conditions:
        if not CONDITIONS[condition].holds(facts, element):
            return CONDITIONS[condition].why
    return f"{classes()[element.kelas].label} tidak dipilih"
