"""Facts that rest on what checks found: groups of duplicates, look-alikes of an Aplikasi Umum, number of remarks."""

from __future__ import annotations

import re
from collections.abc import Mapping

from archrepo.checks.finding import Finding, Pair
from archrepo.declarations.kalimat import number
from archrepo.declarations.nasional import national_applications
from archrepo.drawing.fact import NOTHING, Answers, Fact, FactFunction
from archrepo.landscape.elemen import Aplikasi, Elemen
from archrepo.names import fold

_LOOKALIKE = "DUP003"
_KINDS = {
    "DUP001": ("duplikat", "Tercatat lebih dari sekali", "0"),
    "DUP003": ("menyerupai_umum", "Menyerupai Aplikasi Umum", "1"),
    "DUP002": ("tumpang_tindih", "Tumpang tindih", "2"),
}


def _remarks(facts: Answers, element: Elemen) -> Fact:
    count = len({finding.fingerprint for finding in facts.findings_of.get(element.id, ())})
    return Fact(str(count), f"{number(count)} catatan perbaikan") if count else NOTHING


def pair_kind(code: str) -> tuple[str, str]:
    """Return value and label of what a finding of that code says of a pair."""
    value, label, _order = _KINDS.get(code, ("tumpang_tindih", "Tumpang tindih", "2"))
    return value, label


_VERDICT = re.compile(r"^Tampaknya [^:]{3,60}: ")


def reason_of(pair: Pair) -> str:
    """Return why two elements were judged so, without the verdict itself, which the sheet says by sign and colour."""
    return _VERDICT.sub("", pair.why).rstrip(".")


def is_headline(finding: Finding) -> bool:
    """Whether a finding on pairs asks for work: channels, modules and national counterparts are only information."""
    return bool(finding.pairs) and finding.severity != "info"


def _duplicate_kind(facts: Answers, element: Elemen) -> Fact:
    """The heaviest thing that is said of an application."""
    of_element = facts.findings_of.get(element.id, ())
    found = [_KINDS[row.code] for row in of_element if row.code in _KINDS and is_headline(row)]
    if not found:
        return NOTHING
    value, label, order = min(found, key=lambda row: row[2])
    return Fact(value, label, (order,))


def _duplicate_group(facts: Answers, element: Elemen) -> Fact:
    """The group of applications that hang together over judged pairs, named by its first member."""
    leads = facts.worked_out("kelompok_duplikat", lambda: _groups(facts))
    lead = facts.landscape.get(leads.get(element.id, element.id)) or element
    size = sum(1 for other in leads.values() if other == lead.id)
    return Fact(f"{lead.instansi_id}-{lead.kode}", lead.nama, (f"{9999 - size:04d}", fold(lead.nama), lead.kode))


def _groups(facts: Answers) -> Mapping[int, int]:
    """Return the lead of each application: of those joined by pairs, the one that has most of them."""
    near: dict[int, set[int]] = {}
    for finding in facts.findings:
        for pair in finding.pairs if finding.code in _KINDS and is_headline(finding) else ():
            near.setdefault(pair.a_id, set()).add(pair.b_id)
            near.setdefault(pair.b_id, set()).add(pair.a_id)
    leads: dict[int, int] = {}
    for start in near:
        if start in leads:
            continue
        group, stack = {start}, [start]
        while stack:
            for other in near[stack.pop()] - group:
                group.add(other)
                stack.append(other)
        lead = min(group, key=lambda one: (-len(near[one]), *_name_key(facts, one)))
        leads.update(dict.fromkeys(group, lead))
    return leads


def _name_key(facts: Answers, identifier: int) -> tuple[str, str]:
    element = facts.landscape.get(identifier)
    return (fold(element.nama), element.kode) if element is not None else ("", str(identifier))


# ---- Aplikasi Umum


def is_umum(element: Elemen) -> bool:
    """Whether an element is a national application that a source calls an Aplikasi Umum."""
    if not isinstance(element, Aplikasi) or element.nasional is None:
        return False
    known = national_applications().get(element.nasional)
    return known is not None and known.jenis == "umum"


def is_lookalike(facts: Answers, element: Elemen) -> bool:
    """Whether a check says that a regional application resembles an Aplikasi Umum."""
    found = any(row.code == _LOOKALIKE for row in facts.findings_of.get(element.id, ()))
    return found and not facts.landscape.is_national(element)


def _use_of_umum(facts: Answers, element: Elemen) -> Fact:
    if element.id < 0:
        return Fact("belum_tercatat", "Belum tercatat", ("3",))
    if not is_umum(element):
        return Fact("dibuat_ulang", "Aplikasi daerah yang menyerupai", ("1",))
    if facts.landscape.into(element.id, "R16", "R58"):
        return Fact("dipakai", "Aplikasi Umum yang dipakai", ("0",))
    return Fact("belum_dipakai", "Tercatat, tanpa unit pemakai", ("2",))


def _users_by_name(facts: Answers, element: Elemen) -> Fact:
    units = {unit.id: unit for unit in facts.landscape.sources(element.id, "R16")}
    if not units:
        return NOTHING
    names = sorted((getattr(unit, "singkatan", None) or unit.nama for unit in units.values()), key=fold)
    return Fact(str(len(names)), f"dipakai {number(len(names))} unit: {', '.join(names)}")


def _resembles(facts: Answers, element: Elemen) -> Fact:
    for finding in facts.findings_of.get(element.id, ()):
        if finding.code == _LOOKALIKE:
            surest = max(finding.pairs, key=lambda pair: pair.score, default=None)
            return Fact(finding.code, reason_of(surest) if surest is not None else finding.message)
    return NOTHING


def _decree(_facts: Answers, element: Elemen) -> Fact:
    """The decree that makes an application an Aplikasi Umum; said to be unknown where no source names one."""
    key = element.nasional if isinstance(element, Aplikasi) else None
    known = national_applications().get(key or "")
    if known is None or known.jenis != "umum":
        return NOTHING
    return Fact("dasar", known.decree or "dasar penetapan belum diketahui")


FACTS: Mapping[str, FactFunction] = {
    "catatan": _remarks,
    "jenis_duplikat": _duplicate_kind,
    "kelompok_duplikat": _duplicate_group,
    "pemakaian_umum": _use_of_umum,
    "unit_pemakai": _users_by_name,
    "menyerupai": _resembles,
    "dasar_umum": _decree,
}
"""Facts of findings, by the name that a view file uses."""
