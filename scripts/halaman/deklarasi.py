"""Pages of what is declared: glossary, vocabularies, metamodel, columns, and the messages of an import."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from archrepo.declarations.kolom import Kolom, column_classes, columns
from archrepo.declarations.kosakata import Kosakata, vocabularies
from archrepo.declarations.metamodel import LAYERS, Field, Kelas, RelationKind, classes, common_fields, relation_kinds
from archrepo.declarations.resource import schema_document
from archrepo.intake.problems import PROBLEMS, Problem
from halaman.markdown import CONFIDENCE, code, escape, page, table

_KINDS = {
    "teks_panjang": "teks panjang",
    "teks_banyak": "beberapa teks",
    "ya_tidak": "ya/tidak",
    "url": "alamat situs",
    "enum": "pilihan",
    "ref": "rujukan",
    "ref_banyak": "beberapa rujukan",
    "unit": "nama unit",
    "unit_banyak": "beberapa nama unit",
}

_SHORT = {"spbe": "SPBE", "probis": "Proses bisnis"}

_GROUPS = {"file": "Berkas", "sheet": "Lembar", "header": "Judul kolom", "row": "Baris", "cell": "Sel"}


def istilah() -> str:
    """Return the glossary: Indonesian terms with their English ones, words on the screen, and words to avoid."""
    document = schema_document("istilah.yaml")
    sections = [
        f"## {_SHORT.get(name, str(name).capitalize())}\n\n"
        + table(
            ("Istilah", "English", "Meaning", "Nama dalam kode"),
            ((escape(r["istilah"]), escape(r["inggris"]), escape(r["arti"]), code(r["kelas"])) for r in rows),
        )
        for name, rows in groupby(document["istilah"], key=lambda row: row["bidang"])
    ]
    shown = table(
        ("Dalam kode dan berkas JSON", "Yang dibaca pengguna"),
        ((escape(row["teknis"]), escape(row["label"])) for row in document["label_pengguna"]["daftar"]),
    )
    avoided = table(("Jangan", "Pakai"), ((escape(row["salah"]), escape(row["pakai"])) for row in document["hindari"]))
    return page(
        "Daftar istilah",
        "Istilah peraturan tetap berbahasa Indonesia, juga di dalam kode. Padanan dan arti berbahasa Inggris membantu "
        "kontributor; artinya ditulis dengan kata-kata sendiri dan bukan kutipan peraturan.",
        f"## Kata pada layar\n\n{shown}",
        f"## Kata yang dihindari\n\n{avoided}",
        *sections,
    )


def kosakata() -> str:
    """Return every vocabulary with its values and the spellings that are understood."""
    return page(
        "Kosakata",
        "Pilihan isian, dan ejaan yang dikenali saat impor (huruf besar-kecil, spasi, dan tanda baca tidak "
        "berpengaruh). Semua kosakata terbuka: kata yang tidak dikenal disimpan seperti tertulis dan dilaporkan. Yang "
        "ditulis di berkas ekspor adalah kolom **Nilai**.",
        *(_vocabulary_section(name, vocabulary) for name, vocabulary in sorted(vocabularies().items())),
    )


def _vocabulary_section(name: str, vocabulary: Kosakata) -> str:
    rows = (
        (code(value.id), escape(value.label), escape("; ".join(value.alias)), CONFIDENCE[value.confidence])
        for value in vocabulary.nilai
    )
    return f"## {name}\n\n" + table(("Nilai", "Dibaca", "Ejaan yang dikenali", "Keyakinan"), rows)


def metamodel() -> str:
    """Return the classes by layer with their fields, and every relation."""
    return page(
        "Metamodel",
        "Kelas, isian, dan hubungan yang dikenal repositori, dari `schema/metamodel.yaml`. Tanda **SIA** berarti isian "
        "itu disebut pada panduan portal nasional. Definisi berbahasa Inggris, dengan kata-kata sendiri.",
        "## Isian setiap objek\n\n" + _field_table(common_fields()),
        *(_layer_section(layer) for layer in LAYERS),
        "## Hubungan\n\n" + _relation_table(),
    )


def _layer_section(layer: str) -> str:
    owners = (owner for owner in classes().values() if owner.layer == layer)
    return f"## {layer.replace('_', ' ').capitalize()}\n\n" + "\n\n".join(_class_section(owner) for owner in owners)


def _class_section(owner: Kelas) -> str:
    facts = [f"{escape(owner.definition.capitalize())}."]
    facts.append(f"ArchiMate: {code(owner.archimate)}." if owner.archimate else "Bukan elemen ArchiMate.")
    # An article marked low must be checked before any page cites it (metamodel.yaml).
    if owner.article and "(low)" not in owner.article:
        facts.append(f"Dasar: {escape(_article(owner.article))}.")
    facts.append(f"Keyakinan: {CONFIDENCE[owner.confidence]}.")
    body = _field_table(owner.fields) if owner.fields else "Tanpa isian sendiri."
    return f"### {owner.label} ({owner.name})\n\n{' '.join(facts)}\n\n{body}"


def _article(text: str) -> str:
    """Return the article with its rule: a bare number is one of Perpres 95/2018 (metamodel.yaml)."""
    return f"Perpres 95/2018 Pasal {text}" if text[0].isdigit() else text


def _field_table(fields: tuple[Field, ...]) -> str:
    return table(
        ("Isian", "Arti", "Jenis", "Wajib", "SIA", "Pilihan atau rujukan"),
        (
            (
                code(field.name),
                escape(field.label),
                _KINDS.get(field.kind, field.kind),
                field.required,
                "ya" if field.portal else "",
                _choices(field.vocabulary, field.targets),
            )
            for field in fields
        ),
    )


def _choices(vocabulary: str | None, targets: tuple[str, ...]) -> str:
    if vocabulary and vocabulary in vocabularies():
        return f"[{vocabulary}](kosakata.md#{vocabulary})"
    return ", ".join(code(target) for target in targets)


def _relation_table() -> str:
    return table(
        ("Kode", "Dari", "Hubungan", "Ke", "Jumlah", "Disimpan", "Arti"),
        (
            (
                relation.id,
                ", ".join(code(source) for source in relation.sources),
                escape(relation.name),
                ", ".join(code(target) for target in relation.targets),
                escape(relation.cardinality),
                _home(relation),
                escape(relation.meaning),
            )
            for relation in relation_kinds().values()
        ),
    )


def _home(relation: RelationKind) -> str:
    if relation.through:
        return code(relation.through)
    return ", ".join(code(".".join(home)) for home in relation.homes) or "baris hubungan"


def kolom() -> str:
    """Return the columns of the template, of imports and of exports, class by class."""
    return page(
        "Kolom",
        "Kolom buku kerja dan berkas ekspor. **Judul** adalah yang ditulis pada templat; judul lain pada kolom "
        "terakhir juga dikenali saat impor. Beberapa nilai dalam satu sel dipisahkan dengan `; `. Kolom yang dihitung "
        "hanya keluar pada ekspor dan tidak dibaca kembali.",
        *(_columns_section(name) for name in column_classes()),
    )


def _columns_section(name: str) -> str:
    rows = (_column_row(column) for column in columns(name))
    titles = ("Judul", "Nama di csv", "Jenis", "Wajib", "Pilihan", "Petunjuk", "Judul lain yang dikenali")
    return f"## {classes()[name].label} ({name})\n\n" + table(titles, rows)


def _column_row(column: Kolom) -> tuple[str, ...]:
    kind = "dihitung" if column.computed else _KINDS.get(column.kind, column.kind)
    others = (text for text in column.spellings if text not in (column.title, column.field))
    example = f"Contoh: {column.example}" if column.example else ""
    return (
        escape(column.title),
        code(column.field),
        kind,
        column.required,
        _choices(column.vocabulary, column.targets),
        escape(f"{column.hint} {example}".strip()),
        escape("; ".join(others)),
    )


def pesan() -> str:
    """Return every message that an import can give, with what to do, from the file down to the cell."""
    return page(
        "Pesan impor",
        "Setiap pesan menyebut berkas, lembar, baris seperti di Excel, dan kolomnya. Kata dalam kurung kurawal diganti "
        "dengan yang ditemukan.",
        *(f"## {title}\n\n" + _problem_table(group) for group, title in _GROUPS.items()),
    )


def _problem_table(group: str) -> str:
    rows = ((code(row.code), escape(row.title), escape(row.template), escape(row.mend)) for row in _problems(group))
    return table(("Kode", "Masalah", "Pesan", "Yang dapat dilakukan"), rows)


def _problems(group: str) -> Iterator[Problem]:
    return (problem for _, problem in sorted(PROBLEMS.items()) if problem.group == group)
