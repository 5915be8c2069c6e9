"""The journal's triggers on PostgreSQL: one for a whole statement, so that bulk statements cost little more.

The batch at work stands in the setting ``archrepo.batch`` of the transaction. Numbers are taken under the lock of the
writer, so that they have no gaps and changes made outside wait for archrepo's batch. A row whose id would change is
refused, and so is TRUNCATE, which no trigger sees row by row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from archrepo.repository.pemicu import WatchedTable
from archrepo.repository.penguncian import WRITER_KEY

_REFUSED = "jurnal hanya dapat ditambah, tidak dapat diubah"
_TRUNCATED = "TRUNCATE tidak tercatat dalam jurnal; pakai DELETE"
_MOVED = "nomor baris tidak dapat diubah"

_FUNCTION = """
CREATE OR REPLACE FUNCTION {schema}.{name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = {schema}, pg_temp AS $f$
{body}
$f$
"""

# TG_ARGV[0] is the column of the key, or empty where the key is not one number.
_WRITE = """
DECLARE
    kunci text := nullif(TG_ARGV[0], '');
    kerja int := nullif(current_setting('archrepo.batch', true), '')::int;
    asing jsonb := CASE WHEN kerja IS NULL THEN jsonb_build_object(
        'waktu', clock_timestamp() AT TIME ZONE 'UTC', 'pelaku', session_user,
        'aplikasi', current_setting('application_name', true)) END;
    akhir int;
BEGIN
    PERFORM pg_advisory_xact_lock({key});
    SELECT coalesce(max(nomor), 0) INTO akhir FROM jurnal;
    INSERT INTO jurnal (nomor, batch_id, luar, tabel, baris, aksi, sebelum, sesudah)
    SELECT akhir + row_number() OVER (), kerja, asing, TG_TABLE_NAME, {columns}
    RETURN NULL;
END
"""

# The one change that is let through blanks the values of an entry, with the reason put down beforehand.
_GUARD = f"""
BEGIN
    IF OLD.sidik IS NULL AND NEW.sidik IS NOT NULL AND NEW.nomor = OLD.nomor
        AND NEW.batch_id IS NOT DISTINCT FROM OLD.batch_id AND NEW.luar IS NOT DISTINCT FROM OLD.luar
        AND NEW.tabel = OLD.tabel AND NEW.baris IS NOT DISTINCT FROM OLD.baris AND NEW.aksi = OLD.aksi
        AND EXISTS (SELECT 1 FROM penghapusan_jurnal p WHERE p.nomor = OLD.nomor)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION USING MESSAGE = '{_REFUSED}';
END
"""

_FILLED = """coalesce((SELECT jsonb_object_agg(p.key, p.value) FROM jsonb_each({row}) p
        WHERE jsonb_typeof(p.value) <> 'null' AND p.key IS DISTINCT FROM kunci), '{{}}'::jsonb)"""

_CHANGED = """coalesce((SELECT jsonb_object_agg(p.key, p.value) FROM jsonb_each({row}) p
        WHERE jsonb_typeof(p.value) <> 'null' AND p.key IS DISTINCT FROM kunci
        AND (p.value IS DISTINCT FROM {other} -> p.key OR {is_key})), '{{}}'::jsonb)"""


def statements(tables: Sequence[WatchedTable], schema: str) -> list[str]:
    """Return the statements that make the functions and all triggers.

    Args:
        schema: in which the tables stand.
    """
    made = [_FUNCTION.format(schema=_quoted(schema), name=name, body=body) for name, body in _functions()]
    for table in tables:
        made += _watch(table)
    made += _guards()
    return made


def first_entries(table: WatchedTable) -> str:
    """Return the statement that makes entries of the rows that a table has already."""
    key = f"'{table.key[0]}'" if table.has_number else "NULL::text"
    number = f't."{table.key[0]}"' if table.has_number else "NULL::int"
    filled = _FILLED.format(row="to_jsonb(t)").replace("kunci", key)
    luar = "jsonb_build_object('waktu', clock_timestamp() AT TIME ZONE 'UTC', 'awal', 1)"
    order = ", ".join(f't."{column}"' for column in table.key)
    return (
        "INSERT INTO jurnal (nomor, luar, tabel, baris, aksi, sesudah) "
        f"SELECT (SELECT coalesce(max(nomor), 0) FROM jurnal) + row_number() OVER (ORDER BY {order}), {luar}, "
        f"'{table.name}', {number}, 'I', {filled} FROM \"{table.name}\" t"
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _functions() -> Iterable[tuple[str, str]]:
    number = "({row} ->> kunci)::int"
    new, old = "r.baru", "r.lama"
    filled_new, filled_old = _FILLED.format(row=new), _FILLED.format(row=old)
    is_key = "kunci IS NULL AND p.key = ANY (string_to_array(TG_ARGV[1], ','))"
    changed_old = _CHANGED.format(row=old, other=new, is_key=is_key)
    changed_new = _CHANGED.format(row=new, other=old, is_key=is_key)
    inserted = (
        f"{number.format(row=new)}, 'I', NULL, {filled_new} FROM (SELECT to_jsonb(t) AS baru FROM tabel_baru t) r;"
    )
    deleted = (
        f"{number.format(row=old)}, 'D', {filled_old}, NULL FROM (SELECT to_jsonb(t) AS lama FROM tabel_lama t) r;"
    )
    key = (
        "CASE WHEN kunci IS NOT NULL THEN to_jsonb(t) -> kunci ELSE (SELECT jsonb_agg(to_jsonb(t) -> k) "
        "FROM unnest(string_to_array(TG_ARGV[1], ',')) k) END"
    )
    rows = "(SELECT to_jsonb(t) AS isi, {key} AS kunci_baris FROM {table} t)"
    pairs = (
        f"{rows.format(key=key, table='tabel_lama')} l JOIN {rows.format(key=key, table='tabel_baru')} b "
        "USING (kunci_baris) WHERE l.isi <> b.isi"
    )
    updated = (
        f"{number.format(row=new)}, 'U', {changed_old}, {changed_new} "
        f"FROM (SELECT l.isi AS lama, b.isi AS baru FROM {pairs}) r;"
    )
    yield "jurnal_tambah", _WRITE.format(key=WRITER_KEY, columns=inserted)
    yield "jurnal_hapus", _WRITE.format(key=WRITER_KEY, columns=deleted)
    yield "jurnal_ubah", _WRITE.format(key=WRITER_KEY, columns=updated)
    yield "jurnal_tolak", "BEGIN RAISE EXCEPTION USING MESSAGE = TG_ARGV[0]; END"
    yield "jurnal_jaga", _GUARD


def _watch(table: WatchedTable) -> list[str]:
    key = table.key[0] if table.has_number else ""
    arguments = f"'{key}', '{','.join(table.key)}'"
    references = {
        "tambah": ("INSERT", "NEW TABLE AS tabel_baru"),
        "ubah": ("UPDATE", "OLD TABLE AS tabel_lama NEW TABLE AS tabel_baru"),
        "hapus": ("DELETE", "OLD TABLE AS tabel_lama"),
    }
    made = []
    for what, (event, referencing) in references.items():
        action = f"FOR EACH STATEMENT EXECUTE FUNCTION jurnal_{what}({arguments})"
        made += _trigger(
            f"jurnal_{table.name}_{what}", f'AFTER {event} ON "{table.name}" REFERENCING {referencing} {action}'
        )
    columns = ", ".join(f'"{column}"' for column in table.key)
    moved = " OR ".join(f'OLD."{column}" IS DISTINCT FROM NEW."{column}"' for column in table.key)
    refuse = "FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION jurnal_tolak('{text}')"
    made += _trigger(
        f"jurnal_{table.name}_pindah",
        f'BEFORE UPDATE OF {columns} ON "{table.name}" {refuse.format(when=moved, text=_MOVED)}',
    )
    made += _trigger(
        f"jurnal_{table.name}_kosongkan",
        f"BEFORE TRUNCATE ON \"{table.name}\" FOR EACH STATEMENT EXECUTE FUNCTION jurnal_tolak('{_TRUNCATED}')",
    )
    return made


def _trigger(name: str, rest: str) -> list[str]:
    table = rest.split(" ON ")[1].split(" ")[0]
    return [f"DROP TRIGGER IF EXISTS {name} ON {table}", f"CREATE TRIGGER {name} {rest}"]


def _guards() -> list[str]:
    refuse = f"EXECUTE FUNCTION jurnal_tolak('{_REFUSED}')"
    made = _trigger("jaga_jurnal_ubah", "BEFORE UPDATE ON jurnal FOR EACH ROW EXECUTE FUNCTION jurnal_jaga()")
    made += _trigger("jaga_segel_ubah", f"BEFORE UPDATE ON segel FOR EACH ROW {refuse}")
    for table in ("jurnal", "segel"):
        made += _trigger(f"jaga_{table}_hapus", f"BEFORE DELETE ON {table} FOR EACH ROW {refuse}")
        made += _trigger(f"jaga_{table}_kosongkan", f"BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {refuse}")
    return made
