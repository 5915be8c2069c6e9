"""The check catalogue: every rule with its reason, its mend, its basis, and the examples that are its tests."""

from __future__ import annotations

from itertools import groupby

from archrepo.checks.finding import Basis
from archrepo.checks.registry import rules
from archrepo.checks.rule import OwnRule, Rule
from archrepo.declarations.istilah import SEVERITY_LABELS
from halaman.markdown import CONFIDENCE, code, escape, page, table

_FAMILIES = {
    "DUP": "Tercatat lebih dari sekali",
    "INT": "Pusat Data dan integrasi",
    "APL": "Aplikasi",
    "DAT": "Data",
    "PRB": "Proses bisnis",
    "LAY": "Layanan",
    "INF": "Infrastruktur",
    "KAM": "Keamanan",
    "ORG": "Organisasi",
    "TKL": "Tata kelola",
}


def catalogue() -> str:
    """Return the catalogue, a table of all rules first, then each rule by family."""
    known = sorted(rules().values(), key=lambda rule: (list(_FAMILIES).index(rule.family), rule.code))
    overview = table(
        ("Kode", "Catatan perbaikan", "Tingkat"),
        (
            (f"[{rule.code}](#{rule.code.lower()})", escape(rule.title), SEVERITY_LABELS[rule.severity])
            for rule in known
        ),
    )
    sections = (
        f"## {_FAMILIES[family]} ({family})\n\n" + "\n\n".join(_section(rule) for rule in members)
        for family, members in groupby(known, key=lambda rule: rule.family)
    )
    return page(
        "Katalog pemeriksaan",
        "Setiap kode tetap artinya. Contoh di bawah setiap kode juga dijalankan sebagai uji; contoh yang tidak kena "
        "berbeda dalam satu hal saja. Penjelasan yang sama keluar dari `archrepo check explain KODE`.",
        overview,
        *sections,
    )


def _section(rule: Rule) -> str:
    parts = [
        f"### {rule.code}",
        f"**{escape(rule.title)}** – {SEVERITY_LABELS[rule.severity]}",
        f"Mengapa: {escape(rule.why)}",
        f"Langkah: {escape(rule.mend)}",
        "Dasar: " + "; ".join(_basis(basis) for basis in rule.basis) + ".",
        f"Indikator: {_numbers(rule.indicators)}.",
        "\n".join(
            [
                *(f"- Kena: {escape(example.note)}" for example in rule.fires),
                *(f"- Tidak kena: {escape(example.note)}" for example in rule.silent),
            ]
        ),
    ]
    return "\n\n".join(parts)


def _numbers(numbers: tuple[int, ...]) -> str:
    """Return numbers with runs of three or more as a range: ``11, 32–47``."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = (f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)
    return ", ".join(parts)


def _basis(basis: Basis | OwnRule) -> str:
    if isinstance(basis, OwnRule):
        return f"peraturan daerah sendiri ({code(basis.name)})"
    article = f" {escape(basis.article)}" if basis.article else ""
    return f"{escape(basis.rule)}{article} (keyakinan {CONFIDENCE[basis.confidence]})"
