"""Words for failures that no command foresees: the system's, and our own mistakes."""

from __future__ import annotations

import errno
import traceback
from datetime import datetime
from pathlib import Path

from archrepo.errors import ArchrepoError, MissingPartError, Place, UsageError

_MESSAGES = {
    errno.ENOSPC: ("Ruang penyimpanan habis", "Kosongkan ruang pada diska, lalu ulangi."),
    errno.EDQUOT: ("Jatah penyimpanan habis", "Kosongkan ruang pada diska, lalu ulangi."),
}
_USAGE = {
    errno.ENOENT: ("Berkas atau folder tidak ditemukan", "Periksa nama dan letaknya."),
    errno.EACCES: ("Tidak ada izin membaca atau menulis", "Periksa izin berkas atau folder itu."),
    errno.EROFS: ("Folder hanya dapat dibaca", "Pilih folder lain yang dapat ditulis."),
    errno.EISDIR: ("Yang disebut adalah folder, bukan berkas", "Sebutkan nama berkasnya."),
    errno.ENOTDIR: ("Bagian dari letak itu bukan folder", "Periksa letaknya."),
    errno.ENAMETOOLONG: ("Nama berkas terlalu panjang", "Pakai nama yang lebih pendek."),
}


def system_error(error: OSError | MemoryError) -> ArchrepoError:
    """Return what a failure of the operating system means for the user."""
    if isinstance(error, MemoryError):
        return MissingPartError("Memori tidak cukup", mend="Tutup program lain, atau kerjakan berkas yang lebih kecil.")
    place = Place(file=str(error.filename)) if error.filename else None
    if error.errno in _USAGE:
        message, mend = _USAGE[error.errno]
        return UsageError(message, mend=mend, where=place)
    message, mend = _MESSAGES.get(
        error.errno or 0, ("Sistem operasi menolak pekerjaan ini", "Ulangi; bila tetap gagal, hubungi pengelola.")
    )
    return MissingPartError(message, mend=mend, where=place)


def unexpected(error: Exception) -> ArchrepoError:
    """Write the details of our own mistake to a log, and return the message that names it."""
    from platformdirs import user_log_path

    details = "".join(traceback.format_exception(error))
    try:
        folder = user_log_path("archrepo", ensure_exists=True)
        log = Path(folder) / f"kesalahan-{datetime.now().astimezone():%Y%m%d-%H%M%S}.txt"
        log.write_text(details, encoding="utf-8")
        mend = f"Kirimkan {log} kepada pengembang archrepo. Repositori tetap seperti semula."
    except OSError:
        mend = "Ulangi; bila tetap gagal, laporkan kepada pengembang archrepo. Repositori tetap seperti semula."
    failure = MissingPartError(f"Terjadi kesalahan di dalam program: {type(error).__name__}", mend=mend)
    failure.code = "SYS001"
    return failure
