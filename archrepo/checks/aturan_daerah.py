"""A regency's own file of rules: what it adds, which severities it changes, which of its regulations it names.

Everything is checked as it is read: a class, field, relation, value or key that is not known is an error that says
where it stands and which known one is nearest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from typing import Any

from archrepo.checks.aturan_syarat import (
    COMPUTED,
    TESTS,
    Condition,
    every,
    negated,
    on_field,
    on_relation,
    owner_name,
    reader,
    some,
)
from archrepo.checks.completeness import observed
from archrepo.checks.finding import SEVERITIES, Basis, Severity
from archrepo.checks.rule import Observation, Rule
from archrepo.checks.scope import Scope
from archrepo.checks.settings import own_rule_names
from archrepo.declarations.kosakata import vocabulary
from archrepo.declarations.metamodel import Kelas, RelationKind, classes, common_fields, relation_kinds
from archrepo.declarations.resource import parse_yaml
from archrepo.errors import DeclarationError, InputError, Place
from archrepo.landscape import Elemen

_CODE = re.compile(r"^[A-Z]{3}[0-9]{3}$")
_POPULATIONS = {
    "Layanan": "layanan",
    "DataInformasi": "data",
    "PerangkatDaerah": "perangkat_daerah",
    "Server": "server",
    "FasilitasKomputasi": "fasilitas",
    "Integrasi": "integrasi",
}
_APPLICATIONS = {"beroperasi": "aplikasi", "sistem": "sistem", "semua": "semua_aplikasi"}
_CONFIDENCES = {"tinggi": "high", "sedang": "medium", "rendah": "low"}
_SLOTS = ("nama", "kode", "pemilik")
_FIELD_KEYS = ("bidang", *TESTS)
_RELATION_KEYS = ("relasi", "arah", "ada", "paling_sedikit", "paling_banyak", "dengan")
_GROUP_KEYS = ("semua", "salah_satu_dari", "tidak")
_RULE_KEYS = (
    "kode", "jenis", "cakupan", "judul", "keparahan", "bila", "pesan", "saran", "mengapa", "ringkasan", "dasar",
    "indikator",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AturanDaerah:
    """What a regency adds: rules, severities by code, and its own regulations by the subject they are about."""

    rules: tuple[Rule, ...] = ()
    keparahan: Mapping[str, Severity] = field(default_factory=dict)
    dasar: Mapping[str, Basis] = field(default_factory=dict)


def read_rules(path: Path, known: Mapping[str, Rule]) -> AturanDaerah:
    """Read a file of rules.

    Args:
        path: a YAML file with any of the keys ``aturan``, ``keparahan``, ``dasar_daerah``.
        known: the rules that there are, whose codes and families are taken.

    Raises:
        InputError: the file cannot be read.
        DeclarationError: something in it is not known or not well formed.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        mend = "Periksa nama berkasnya, dan simpan sebagai teks UTF-8."
        raise InputError("Berkas aturan tidak dapat dibaca", mend=mend, where=Place(file=str(path))) from error
    document = parse_yaml(text, path.name)
    reader_of = _Reader(path.name)
    reader_of.only(document, "", ("aturan", "keparahan", "dasar_daerah"))
    rules = tuple(reader_of.rules(document.get("aturan") or [], known))
    codes = {**known, **{rule.code: rule for rule in rules}}
    return AturanDaerah(
        rules,
        reader_of.severities(document.get("keparahan") or {}, codes),
        reader_of.bases(document.get("dasar_daerah") or {}),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the parts of one file; every error names the file and the path of keys."""

    file: str

    def wrong(self, key: str, what: str, mend: str) -> DeclarationError:
        return DeclarationError(f'"{key}": {what}', mend=mend, where=Place(file=self.file), code="DEK020")

    def known(self, value: object, names: Iterable[str], key: str, kind: str) -> str:
        """Return a name that is among the known ones, or fail with the nearest."""
        candidates = list(dict.fromkeys(names))
        if isinstance(value, str) and value in candidates:
            return value
        from rapidfuzz import process
        from rapidfuzz.utils import default_process

        near = process.extract(str(value), candidates, limit=3, score_cutoff=50, processor=default_process)
        found = ", ".join(match[0] for match in near) or ", ".join(candidates[:12])
        word = "Mungkin maksudnya" if near else "Yang dikenal"
        raise self.wrong(key, f'{kind} "{value}" tidak dikenal', f"{word}: {found}.")

    def only(self, mapping: object, key: str, keys: Sequence[str]) -> Mapping[str, Any]:
        if not isinstance(mapping, dict):
            raise self.wrong(
                key or "isi", "harus berupa pasangan kunci dan nilai", f"Kunci yang dikenal: {', '.join(keys)}."
            )
        for name in mapping:
            self.known(name, keys, f"{key}.{name}".strip("."), "kunci")
        return mapping

    def text(self, mapping: Mapping[str, Any], name: str, key: str) -> str:
        value = mapping.get(name)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(f"{key}.{name}", "belum diisi", "Tulis satu kalimat.")
        return value.strip()

    # ---- rules

    def rules(self, rows: object, known: Mapping[str, Rule]) -> Iterator[Rule]:
        if not isinstance(rows, list):
            raise self.wrong("aturan", "harus berupa daftar", "Mulai setiap aturan dengan tanda hubung (-).")
        taken = set(known)
        families = {rule.family for rule in known.values()}
        for number, row in enumerate(rows, start=1):
            rule = self.rule(row, f"aturan[{number}]", families)
            if rule.code in taken:
                raise self.wrong(f"aturan[{number}].kode", f"{rule.code} sudah dipakai", "Beri kode lain.")
            taken.add(rule.code)
            yield rule

    def rule(self, row: object, key: str, families: set[str]) -> Rule:
        given = self.only(row, key, _RULE_KEYS)
        code = self.text(given, "kode", key)
        if not _CODE.match(code) or code[:3] in families:
            taken = ", ".join(sorted(families))
            raise self.wrong(
                f"{key}.kode", f'"{code}" tidak dapat dipakai',
                f"Pakai tiga huruf besar milik sendiri dan tiga angka, misalnya DRH001; sudah dipakai: {taken}.",
            )  # fmt: skip
        name = self.known(given.get("jenis"), classes(), f"{key}.jenis", "jenis objek")
        kelas = classes()[name]
        condition = self.condition(given.get("bila"), f"{key}.bila", kelas)
        message = self.message(given, key, kelas)
        title = self.text(given, "judul", key)
        return Rule(
            code=code,
            severity=self.severity(given.get("keparahan", "info"), f"{key}.keparahan"),
            title=title,
            why=str(given.get("mengapa") or title),
            mend=self.text(given, "saran", key),
            basis=(self.basis(given.get("dasar"), f"{key}.dasar"),),
            indicators=self.indicators(given.get("indikator") or [], f"{key}.indikator"),
            fires=(),
            silent=(),
            over=self.population(given, key, name),
            examine=_examining(self.population(given, key, name), condition, message, kelas),
            summary=str(given["ringkasan"]) if given.get("ringkasan") else None,
        )

    def population(self, given: Mapping[str, Any], key: str, name: str) -> str:
        if name == "Aplikasi":
            return _APPLICATIONS[
                self.known(given.get("cakupan", "beroperasi"), _APPLICATIONS, f"{key}.cakupan", "cakupan")
            ]
        if "cakupan" in given:
            raise self.wrong(f"{key}.cakupan", "hanya untuk jenis Aplikasi", "Hapus baris ini.")
        return _POPULATIONS.get(name, name)

    def severity(self, value: object, key: str) -> Severity:
        word = self.known(value, SEVERITIES, key, "keparahan")
        return next(severity for severity in SEVERITIES if severity == word)

    def indicators(self, rows: object, key: str) -> tuple[int, ...]:
        if not isinstance(rows, list) or not all(isinstance(row, int) and 1 <= row <= 47 for row in rows):
            raise self.wrong(key, "harus daftar nomor 1 sampai 47", "Misalnya: [11, 15].")
        return tuple(rows)

    def message(self, given: Mapping[str, Any], key: str, kelas: Kelas) -> str:
        text = self.text(given, "pesan", key)
        try:
            slots = [slot for _, slot, _, _ in Formatter().parse(text) if slot is not None]
        except ValueError as error:
            raise self.wrong(
                f"{key}.pesan", "kurung kurawal tidak berpasangan", "Tulis {nama}, atau {{ untuk kurung biasa."
            ) from error
        for slot in slots:
            self.known(slot, (*_SLOTS, *_fields_of(kelas)), f"{key}.pesan", "isian")
        return text

    # ---- conditions

    def condition(self, given: object, key: str, kelas: Kelas) -> Condition:
        if isinstance(given, list) and given:
            return every(tuple(self.condition(row, f"{key}[{place}]", kelas) for place, row in enumerate(given, 1)))
        if not isinstance(given, dict) or not given:
            raise self.wrong(key, "belum berisi syarat", "Tulis bidang atau relasi yang diperiksa.")
        if "bidang" in given:
            return self.of_field(self.only(given, key, _FIELD_KEYS), key, kelas)
        if "relasi" in given:
            return self.of_relation(self.only(given, key, _RELATION_KEYS), key, kelas)
        return self.of_group(self.only(given, key, (*_GROUP_KEYS, "bidang", "relasi")), key, kelas)

    def of_group(self, given: Mapping[str, Any], key: str, kelas: Kelas) -> Condition:
        if len(given) != 1:
            raise self.wrong(key, "hanya satu kunci di setiap kelompok", f"Pilih salah satu: {', '.join(_GROUP_KEYS)}.")
        word, rows = next(iter(given.items()))
        if word == "tidak":
            return negated(self.condition(rows, f"{key}.tidak", kelas))
        if not isinstance(rows, list) or not rows:
            raise self.wrong(
                f"{key}.{word}", "harus berupa daftar syarat", "Mulai setiap syarat dengan tanda hubung (-)."
            )
        inner = tuple(self.condition(row, f"{key}.{word}[{place}]", kelas) for place, row in enumerate(rows, 1))
        return every(inner) if word == "semua" else some(inner)

    def of_field(self, given: Mapping[str, Any], key: str, kelas: Kelas) -> Condition:
        name = self.known(given["bidang"], _fields_of(kelas), f"{key}.bidang", f"bidang {kelas.label}")
        tests = [(word, value) for word, value in given.items() if word != "bidang"]
        if not tests:
            raise self.wrong(key, "belum menyebut apa yang diperiksa", f"Tambahkan salah satu: {', '.join(TESTS)}.")
        found = []
        for word, value in tests:
            wanted = self.wanted(value, word, f"{key}.{word}", kelas, name)
            found.append(on_field(name, TESTS[word](wanted)))
        return every(tuple(found))

    def wanted(self, value: object, word: str, key: str, kelas: Kelas, name: str) -> object:
        """Return the value of a test, a word of a vocabulary as its id."""
        if word == "kosong":
            if value in (True, "ya"):
                return True
            if value in (False, "tidak"):
                return False
            raise self.wrong(key, f'"{value}" bukan ya atau tidak', "Tulis ya atau tidak.")
        if word == "salah_satu" and not isinstance(value, list):
            raise self.wrong(key, "harus berupa daftar", "Misalnya: [aktif, pemeliharaan].")
        if word in ("sama", "bukan", "salah_satu"):
            rows = value if isinstance(value, list) else [value]
            checked = [self.word(row, key, kelas, name) for row in rows]
            return checked if word == "salah_satu" else checked[0]
        return value

    def word(self, value: object, key: str, kelas: Kelas, name: str) -> object:
        if name in COMPUTED:
            values = COMPUTED[name][1]
            return self.known(value, values, key, name) if values else value
        declared = kelas.field(name)
        if declared is None or declared.vocabulary is None:
            return value
        known = vocabulary(declared.vocabulary)
        spelled = known.match(str(value))
        return spelled or self.known(value, (row.id for row in known.nilai), key, declared.label)

    def of_relation(self, given: Mapping[str, Any], key: str, kelas: Kelas) -> Condition:
        kind = self.relation(given["relasi"], f"{key}.relasi", kelas)
        ways = [way for way, ends in (("keluar", kind.sources), ("masuk", kind.targets)) if kelas.name in ends]
        way = self.known(given.get("arah", ways[0]), ways, f"{key}.arah", "arah")
        others = kind.targets if way == "keluar" else kind.sources
        inner = None
        if "dengan" in given:
            inner = self.condition(given["dengan"], f"{key}.dengan", classes()[others[0]])
        least, most = self.amounts(given, key)
        return on_relation(kind.id, outgoing=way == "keluar", at_least=least, at_most=most, other=inner)

    def amounts(self, given: Mapping[str, Any], key: str) -> tuple[int, int | None]:
        present = given.get("ada", True)
        if present not in (True, False, "ya", "tidak"):
            raise self.wrong(f"{key}.ada", f'"{present}" bukan ya atau tidak', "Tulis ya atau tidak.")
        least, most = given.get("paling_sedikit"), given.get("paling_banyak")
        for name, value in (("paling_sedikit", least), ("paling_banyak", most)):
            if value is not None and (not isinstance(value, int) or value < 0):
                raise self.wrong(f"{key}.{name}", f'"{value}" bukan bilangan', "Tulis bilangan bulat, 0 ke atas.")
        if present in (False, "tidak"):
            return 0, 0
        return (least if least is not None else 0 if most is not None else 1), most

    def relation(self, value: object, key: str, kelas: Kelas) -> RelationKind:
        kinds = [row for row in relation_kinds().values() if kelas.name in (*row.sources, *row.targets)]
        named = {row.id: row for row in kinds} | {row.name: row for row in reversed(kinds)}
        return named[self.known(value, named, key, f"relasi {kelas.label}")]

    # ---- what is changed

    def severities(self, rows: object, known: Mapping[str, Rule]) -> Mapping[str, Severity]:
        if not isinstance(rows, dict):
            raise self.wrong("keparahan", "harus berupa kode dan keparahannya", "Misalnya: INT004: info.")
        return {
            self.known(code, known, "keparahan", "kode pemeriksaan"): self.severity(word, f"keparahan.{code}")
            for code, word in rows.items()
        }

    def bases(self, rows: object) -> Mapping[str, Basis]:
        if not isinstance(rows, dict):
            raise self.wrong(
                "dasar_daerah", "harus berupa pokok dan aturannya", "Misalnya: pusat_data: {aturan: Perbup 1/2025}."
            )
        return {
            self.known(name, own_rule_names(), "dasar_daerah", "pokok"): self.basis(row, f"dasar_daerah.{name}")
            for name, row in rows.items()
        }

    def basis(self, row: object, key: str) -> Basis:
        if row is None:
            return Basis("Aturan daerah sendiri", None, "medium")
        given = self.only(row, key, ("aturan", "pasal", "keyakinan"))
        sure = self.known(given.get("keyakinan", "tinggi"), _CONFIDENCES, f"{key}.keyakinan", "keyakinan")
        article = given.get("pasal")
        return Basis(self.text(given, "aturan", key), str(article) if article else None, _CONFIDENCES[sure])


def _fields_of(kelas: Kelas) -> tuple[str, ...]:
    own = tuple(row.name for row in (*kelas.fields, *common_fields()))
    return (*own, "pemilik", "kode_referensi", *(COMPUTED if kelas.name == "Aplikasi" else ()))


def _examining(population: str, condition: Condition, message: str, kelas: Kelas) -> Any:
    slots = {slot for _, slot, _, _ in Formatter().parse(message) if slot}

    def examine(scope: Scope) -> Iterator[Observation]:
        for element in scope.population(population):
            if isinstance(element, Elemen) and condition(scope, element):
                yield observed(
                    scope, element, message.format_map({slot: _said(scope, element, slot, kelas) for slot in slots})
                )

    return examine


def _said(scope: Scope, element: Elemen, slot: str, kelas: Kelas) -> str:
    if slot == "pemilik":
        return owner_name(scope, element) or "pemilik belum pasti"
    value = getattr(element, slot) if slot in ("nama", "kode") else reader(slot)(scope, element)
    declared = kelas.field(slot)
    if value is None:
        return "(kosong)"
    if slot in COMPUTED:
        return COMPUTED[slot][1].get(str(value), str(value))
    if declared is not None and declared.vocabulary is not None:
        return vocabulary(declared.vocabulary).label(str(value))
    return str(value)
