"""What can go wrong with a repository, each as a named error that builds its own sentence."""

from __future__ import annotations

from archrepo.errors import ArchrepoError, ConflictError, MissingPartError, RepositoryError


class RepositoryMissingError(RepositoryError):
    """There is no repository at that address."""

    code = "REP001"

    def __init__(self, where: str) -> None:
        super().__init__(
            f"Repositori {where} belum ada",
            mend="Buat dengan perintah archrepo init, atau sebutkan letaknya dengan --database.",
        )


class RepositoryOlderError(RepositoryError):
    """The repository was made by an older release."""

    code = "REP002"

    def __init__(self, where: str) -> None:
        super().__init__(
            f"Repositori {where} dibuat oleh archrepo yang lebih lama",
            mend="Buat salinannya dahulu, lalu mutakhirkan dengan perintah archrepo init.",
        )


class RepositoryNewerError(RepositoryError):
    """The repository was made by a newer release."""

    code = "REP003"

    def __init__(self, where: str) -> None:
        super().__init__(
            f"Repositori {where} dibuat oleh archrepo yang lebih baru", mend="Mutakhirkan archrepo di komputer ini."
        )


class NotOursError(RepositoryError):
    """What stands at the address is something else."""

    code = "REP004"

    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where} bukan repositori archrepo", mend="Periksa letaknya, atau pilih nama lain untuk repositori baru."
        )


class NotWritableError(RepositoryError):
    """The file, its folder or the database may not be written."""

    code = "REP005"

    def __init__(self, where: str) -> None:
        super().__init__(
            f"Repositori {where} tidak dapat ditulis",
            mend="Periksa izin tulis pada berkas dan foldernya, atau pindahkan repositori ke folder lain.",
        )


class UnreachableError(RepositoryError):
    """The database does not answer, or refuses the connection."""

    code = "REP006"

    def __init__(self, where: str) -> None:
        super().__init__(
            f"Repositori {where} tidak dapat dibuka",
            mend="Periksa apakah servernya berjalan, lalu nama basis data, nama pengguna, dan kata sandinya.",
        )


class DriverMissingError(RepositoryError):
    """psycopg is not installed."""

    code = "REP007"

    def __init__(self) -> None:
        super().__init__(
            "Penghubung ke PostgreSQL (psycopg) belum terpasang",
            mend='Pasang dengan: pip install "archrepo[postgresql]".',
        )


class DamagedError(RepositoryError):
    """The file is damaged."""

    code = "REP008"

    def __init__(self, where: str) -> None:
        super().__init__(f"Berkas repositori {where} rusak", mend="Pulihkan dari salinan terakhir.")


class FolderMissingError(RepositoryError):
    """The folder for a new repository does not exist."""

    code = "REP009"

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"Folder {folder} tidak ada", mend="Buat foldernya dahulu, atau pilih letak lain dengan --database."
        )


class MigrationFailedError(RepositoryError):
    """A migration could not be carried out; everything is as it was."""

    code = "REP010"

    def __init__(self, where: str) -> None:
        super().__init__(
            f"Repositori {where} gagal dimutakhirkan dan tetap seperti semula",
            mend="Sampaikan kejadian ini kepada pengembang archrepo; pekerjaan dapat dilanjutkan dengan versi lama.",
        )


class RepositoryLockedError(MissingPartError):
    """Somebody else writes, and the wait has ended."""

    code = "SYS010"

    def __init__(self, where: str, waited: float, holder: str | None = None) -> None:
        who = f"sedang ditulis oleh {holder}" if holder else "sedang ditulis oleh proses lain"
        super().__init__(
            f"Repositori {where} {who}; sudah ditunggu {waited:g} detik",
            mend="Tunggu sampai pekerjaan itu selesai, lalu ulangi.",
        )


class DiskFullError(MissingPartError):
    """There is no room left for the repository."""

    code = "SYS011"

    def __init__(self, where: str) -> None:
        super().__init__(
            f"Tempat penyimpanan untuk repositori {where} penuh", mend="Kosongkan ruang penyimpanan, lalu ulangi."
        )


_CONSTRAINTS = {
    "elemen.instansi_id, elemen.kode": "Kode itu sudah dipakai objek lain dalam Instansi yang sama",
    "uq_elemen_instansi_id_kode": "Kode itu sudah dipakai objek lain dalam Instansi yang sama",
    "elemen.kode": "Kode itu sudah dipakai Instansi lain",
    "uq_elemen_kode_instansi": "Kode itu sudah dipakai Instansi lain",
    "ck_elemen_satu_pemilik": "Pemilik hanya boleh satu: Perangkat Daerah atau instansi lain",
    "ck_elemen_digabung_ke": "Objek yang digabung harus menyebut tujuannya",
    "ck_keputusan_urutan_pasangan": "Keputusan harus tentang dua objek yang berbeda",
}


def constraint_error(text: str) -> ArchrepoError:
    """Return the error for a broken constraint.

    Args:
        text: the name of the constraint, or the database's sentence that holds it.
    """
    known = next((sentence for name, sentence in _CONSTRAINTS.items() if name in text), None)
    sentence = known or "Perubahan ini bertentangan dengan isi repositori (objek yang dirujuk tidak ada, atau ganda)"
    return ConflictError(sentence, mend="Muat ulang datanya, perbaiki isian itu, lalu ulangi.", code="KON003")
