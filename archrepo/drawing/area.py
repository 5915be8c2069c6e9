"""A rectangle of a sheet, and what is said when a picture does not fit into one."""

from __future__ import annotations

from dataclasses import dataclass

from archrepo.errors import DeclarationError


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of the sheet in points."""

    x: float
    y: float
    width: float
    height: float


class DoesNotFitError(DeclarationError):
    """The picture has more rows than the sheet carries at the smallest size; the next roll-up level is wanted."""

    code = "DEK011"

    def __init__(self) -> None:
        super().__init__(
            "Isi gambar tidak muat pada satu lembar yang terbaca",
            mend='Tambahkan tingkat penggabungan pada kunci "gulung", atau pilih lebih sedikit perangkat daerah.',
        )
