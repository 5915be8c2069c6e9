"""The findings as one self-contained page: summary, then a table a unit."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from archrepo.checks.finding import SEVERITIES, Finding
from archrepo.checks.registry import CheckResult, unit_name
from archrepo.checks.rendering.facts import basis_text, by_unit, place_of
from archrepo.checks.rendering.table import headline, label, mended_lines, percent, summary_lines
from archrepo.checks.skor import FORMULA, scored
from archrepo.declarations.istilah import SEVERITY_LABELS
from archrepo.declarations.kalimat import number
from archrepo.landscape import Landscape

# The mark before the words keeps the severities apart without colour.
_MARKS = {"error": "●", "warning": "▲", "info": "○"}

_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1b1f24}
table{border-collapse:collapse;width:100%;margin:0 0 1.5rem}th,td{border:1px solid #c9d1d9;padding:.4rem .6rem;
text-align:left;vertical-align:top}th{background:#f3f5f7}.error{color:#a40e26}.warning{color:#7a4b00}
.info{color:#34506b}td.angka{text-align:right}td.tingkat{white-space:nowrap;font-weight:600}.sumber{color:#57606a;font-size:.9em}
.tanda{position:fixed;inset:0;display:grid;place-items:center;pointer-events:none;z-index:9;
font:700 min(14vw,9rem)/1 system-ui,sans-serif;color:rgba(110,118,129,.16);transform:rotate(-28deg);white-space:nowrap}
table.catatan{table-layout:fixed}ul.daftar{columns:2;padding-left:1.2rem}ul.daftar li{break-inside:avoid}
a{color:#1b4f8f}@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}
"""


_COLUMNS = "".join(f'<col style="width:{width}%">' for width in (17, 8, 36, 22, 17))


def _row(landscape: Landscape, finding: Finding) -> str:
    place = place_of(landscape, finding)
    row = f", baris {place.row}" if place and place.row else ""
    sheet = f', lembar "{place.sheet}"' if place and place.sheet else ""
    source = f'<div class="sumber">{escape(f"{place.file}{sheet}{row}")}</div>' if place else ""
    label = f"{_MARKS[finding.severity]} {SEVERITY_LABELS[finding.severity]}"
    return (
        f'<tr><td class="tingkat {finding.severity}">{escape(label)}</td><td>{escape(finding.code)}</td>'
        f"<td>{escape(finding.message)}{source}</td><td>{escape(finding.mend)}</td>"
        f"<td>{escape(basis_text(finding))}</td></tr>"
    )


def _sections(landscape: Landscape, result: CheckResult) -> Iterator[str]:
    head = "<tr><th>Tingkat</th><th>Kode</th><th>Catatan</th><th>Saran perbaikan</th><th>Dasar</th></tr>"
    for place, (unit, findings) in enumerate(by_unit(landscape, result).items()):
        rows = "\n".join(_row(landscape, finding) for finding in findings)
        title = f'<h2 id="u{place}">{escape(unit)} ({len(findings)})</h2>'
        yield f'{title}\n<table class="catatan">{_COLUMNS}{head}\n{rows}\n</table>'


def _index(landscape: Landscape, result: CheckResult) -> str:
    """Return links to the units with how much each has to handle; nothing when there is one unit only."""
    groups = by_unit(landscape, result)
    if len(groups) < 2:
        return ""
    links = []
    for place, (unit, findings) in enumerate(groups.items()):
        marks = " ".join(
            f'<span class="{word}">{_MARKS[word]}&nbsp;{count}</span>'
            for word in SEVERITIES
            if (count := sum(row.severity == word for row in findings))
        )
        links.append(f'<li><a href="#u{place}">{escape(unit)}</a> {marks}</li>')
    keys = ", ".join(f"{_MARKS[word]} {SEVERITY_LABELS[word]}" for word in SEVERITIES)
    return f'<ul class="daftar">{"".join(links)}</ul>\n<p class="sumber">{escape(keys)}</p>\n'


def _headline(landscape: Landscape, result: CheckResult) -> str:
    rows = "".join(
        f"<li><strong>{escape(unit_name(landscape, result, finding))}</strong>: {escape(finding.message)} "
        f'<span class="sumber">({escape(finding.code)})</span></li>'
        for finding in headline(result)
    )
    return f"<h2>Catatan utama</h2>\n<ol>{rows}</ol>\n" if rows else ""


def _scores(landscape: Landscape, result: CheckResult) -> str:
    if not result.is_whole:
        return ""
    found = scored(landscape, result, result.instansi_id)
    head = "<tr><th>Domain atau Perangkat Daerah</th><th>Objek</th><th>Tanpa catatan berat</th>"
    head += "<th>Kelengkapan</th><th>Skor</th></tr>"
    rows = "\n".join(
        f'<tr><td>{escape(label(row))}</td><td class="angka">{number(row.elements)}</td>'
        + "".join(
            f'<td class="angka">{percent(value)}</td>' for value in (row.share_clean, row.completeness, row.value)
        )
        + "</tr>"
        for row in (found.whole, *found.domains, *found.units)
    )
    formula = "<br>".join(escape(line) for line in FORMULA)
    return f'<h2>Skor</h2>\n<table>{head}\n{rows}\n</table>\n<p class="sumber">{formula}</p>\n'


def _mended(result: CheckResult) -> str:
    lines = "\n".join(f"<li>{escape(line)}</li>" for line in mended_lines(result))
    return f"<h2>Sudah tidak ada</h2>\n<ul>\n{lines}\n</ul>\n" if lines else ""


def render(landscape: Landscape, result: CheckResult, watermark: str | None = None) -> str:
    """Return a whole HTML document that needs no other file; ``watermark`` lies across every printed page."""
    mark = f'<div class="tanda" aria-hidden="true">{escape(watermark)}</div>\n' if watermark else ""
    summary = "\n".join(f"<p>{escape(line)}</p>" for line in summary_lines(result))
    names = ", ".join(row.nama for row in landscape.daftar_instansi)
    caption = f"{names}; keadaan {landscape.as_of:%d-%m-%Y}"
    return (
        '<!doctype html>\n<html lang="id"><head><meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Catatan perbaikan</title><style>{_STYLE}</style></head>\n<body>\n{mark}<h1>Catatan perbaikan</h1>\n"
        f'<p class="sumber">{escape(caption)}</p>\n{summary}\n'
        f"{_headline(landscape, result)}{_index(landscape, result)}"
        f"{''.join(_sections(landscape, result))}\n"
        f"{_mended(result)}{_scores(landscape, result)}</body></html>\n"
    )
