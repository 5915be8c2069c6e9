"""Takes personal data out of texts as they are read: numbers of people, private mail, telephones, names. Roles stay."""

from __future__ import annotations

import re
from functools import cache

from archrepo.intake.unit_names import is_unit_name
from archrepo.intake.wording import any_word, reading
from archrepo.names import clean, fold

REMOVED = "[data pribadi dihapus]"
"""What stands where something was taken out of a longer text."""

# NIP: 18 digits, often written 8-6-1-3. NIK: 16 digits, 6-6-4 or 4-4-4-4. Four years in a row are no NIK.
_NIP = re.compile(r"(?<![\d.])(?:\d{18}|\d{8}[ .-]\d{6}[ .-]\d[ .-]\d{3})(?![\d])")
_NIK = re.compile(
    r"(?<![\d.])(?!(?:(?:19|20)\d\d[ .-]?){4}(?!\d))"
    r"(?:\d{16}|\d{6}[ .-]\d{6}[ .-]\d{4}|\d{4}[ .-]\d{4}[ .-]\d{4}[ .-]\d{4})(?!\d)"
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_OFFICE_MAIL = (".go.id", ".desa.id")
_MOBILE = re.compile(r"(?<![\w.])(?:\+?62[ .-]?|0)8[1-9]\d?(?:[ .-]?\d){6,10}(?!\d)")
_LANDLINE = re.compile(r"(?<![\w./:])(?:\(0\d{2,3}\)|0[2-9]\d{1,2}[ /-])[ -]?\d{3}[ -]?\d{2,5}(?!\d)")
_LABELLED = re.compile(
    r"\b(?:telp|telepon|tlp|hp|no\.? ?hp|wa|whatsapp|phone|nip|nik)\b\.?\s*[:.=]?\s*\+?[\d(][\d ().-]{5,20}\d",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"\b(?i:bapak|bpk\.?|pak|ibu|bu|sdr\.?|sdri\.?|saudara|saudari)\s+"
    r"(?!(?:Hamil|Kota|Anak|Bersalin|Melahirkan|Menyusui|Rumah|Balita|Nifas|Bayi|Bupati|Kepala|Camat|Pertiwi)\b)"
    r"[A-Z][\w'.-]*(?:\s+[A-Z][\w'.-]*){0,4}"
)
_BALINESE = re.compile(
    r"\b(?:I|Ni|Ida|Anak Agung|A\.?A\.?|Desak|Dewa|Cokorda|Gusti|I Gusti|Ni Gusti|Sang|Pande)\s+"
    r"(?:(?:Gusti|Dewa)\s+)?(?:Ayu\s+)?(?:Made|Wayan|Gede|Putu|Ketut|Nyoman|Komang|Kadek|Luh|Nengah|Bagus|Ayu|Agung|Ngurah"
    r"|Gst|Gd|Md|Kt|Pt|Wyn|Nym)"
    r"\b\.?(?:\s+[A-Z][\w'.-]+){0,4}"
)
_DEGREE = re.compile(
    r"(?:\b(?:Dr|dr|drg|Drs|Dra|Ir|Prof|H|Hj)\.\s*)?(?:[A-Z][\w'.-]+\s+){1,4}[A-Z][\w'.-]+\s*,\s*"
    r"(?:S\.?|M\.?|A\.?Md\.?|Ph\.?D|SE|SH|ST|SKM|MM|MT|MAP)\.?\s?"
    r"(?:Kom|T|E|H|Si|Sos|STP|Pd|IP|Ag|Kes|AP|Hum|Farm|Psi|I\.?Kom|M|Kep|TI|Cs|Eng)?\b\.?"
    r"(?:\s*,\s*(?:S|M|A)\.?\w+\.?\w*\.?)*"
)
# "hub. Budi Santoso 0812…": who stands before a number that was taken out is somebody, unless it is a unit or a role.
_BEFORE_NUMBER = re.compile(r"(?P<nama>[A-Z][a-z'.]+(?:\s+[A-Z][a-z'.]*){0,3})(?=[\s:(,/-]*" + re.escape(REMOVED) + ")")
_NUMBERS = (_NIP, _NIK, _LABELLED, _MOBILE, _LANDLINE)
_NAMES = (_TITLED, _BALINESE, _DEGREE)
_PARTS = re.compile(r"\s*[,;/()\n|]\s*|\s+[-–:]\s+")
# What a text must hold for the longer searches to be worth their time.
_LONG_NUMBER = re.compile(r"\d(?:[ .()/-]{0,2}\d){7}")
_NAME_WORDS = frozenset(
    {
        "I", "Ni", "Ida", "Bapak", "bapak", "Bpk", "bpk", "Bpk.", "bpk.", "Pak", "pak", "Ibu", "ibu", "Bu", "bu", "Sdr",
        "Sdri", "Sdr.", "Sdri.", "sdr.", "Saudara", "Saudari", "Anak", "Desak", "Dewa", "Gusti", "Cokorda", "Sang",
        "Pande", "A.A.", "AA", "(I", "(Ni", "(Ida",
    }
)  # fmt: skip
_DEGREE_HINT = re.compile(r",\s?(?:S|M|A|Ph|SE|SH|ST)\.?[A-Z]")


def scrub(text: str, *, names: bool = True) -> tuple[str, int]:
    """Return a text without personal data, and how many pieces were taken out.

    Args:
        text: any text.
        names: False for the name of an application and for an address, which may look like somebody's.

    Names are found where a form of address, a degree or a Balinese given name shows them; a bare name cannot be told
    from an application's name, so columns of people are read by ``scrub_person``.
    """
    removed = 0
    if "@" in text or _LONG_NUMBER.search(text):
        text, removed = _scrub_mail(text)
        for pattern in _NUMBERS:
            text, count = pattern.subn(REMOVED, text)
            removed += count
    if names and removed:
        before = text.count(REMOVED)
        text = _BEFORE_NUMBER.sub(_without_person, text)
        removed += text.count(REMOVED) - before
    if names and _may_hold_name(text):
        for pattern in _NAMES:
            text, count = pattern.subn(REMOVED, text)
            removed += count
    return (_tidy(text), removed) if removed else (text, 0)


@cache
def _no_person() -> frozenset[str]:
    return frozenset(reading("kata_bukan_orang")["kata"])


def _without_person(found: re.Match[str]) -> str:
    words = found["nama"].split()
    names_a_place = any(fold(word) in _no_person() for word in words) or _is_role(found["nama"])
    return found["nama"] if names_a_place else REMOVED


def _may_hold_name(text: str) -> bool:
    return not _NAME_WORDS.isdisjoint(text.split()) or ("," in text and _DEGREE_HINT.search(text) is not None)


def _scrub_mail(text: str) -> tuple[str, int]:
    if "@" not in text:
        return text, 0
    private = [found[0] for found in _MAIL.finditer(text) if not found[1].lower().endswith(_OFFICE_MAIL)]
    for mail in private:
        text = text.replace(mail, REMOVED)
    return text, len(private)


def _tidy(text: str) -> str:
    mark = re.escape(REMOVED)
    text = re.sub(rf"\(\s*{mark}\s*\)", REMOVED, text)
    return clean(re.sub(rf"{mark}(?:[\s,;/.-]*{mark})+", REMOVED, text))


@cache
def _roles() -> re.Pattern[str]:
    return any_word(reading("kata_peran")["kata"])


def scrub_person(text: str) -> tuple[str, int]:
    """Return what a column of people says of roles and units; every other part is the name of somebody and goes."""
    parts = [part for part in _PARTS.split(text) if part]
    kept = [part for part in parts if _is_role(part)]
    kept = [clean(scrub(part)[0].replace(REMOVED, "")) for part in kept]
    removed = len(parts) - len([part for part in kept if part])
    return ", ".join(part for part in kept if part), removed


def _is_role(part: str) -> bool:
    return (_roles().search(fold(part)) is not None or is_unit_name(part)) and not _NIP.search(part)


def is_personal_number(number: float) -> bool:
    """Whether a number cell is as long as a NIK or NIP; Excel keeps only their first fifteen digits."""
    return 10**15 <= number < 10**18
