"""The bounds of ``batas`` and the joins of ``indeks`` as statements for DuckDB."""

from __future__ import annotations

from archrepo.similarity.batas import A_RECORD, ALWAYS, MOST_OF_A_FUNCTION, MOST_OF_A_KEY, PART
from archrepo.similarity.indeks import BROAD_KEYS, COMMON_WORD

SCHEMA = """
CREATE TABLE rekaman (id BIGINT, instansi VARCHAR, nasional BOOLEAN, rapat VARCHAR, isi VARCHAR);
CREATE TABLE kunci (instansi VARCHAR, nasional BOOLEAN, jenis VARCHAR, kunci VARCHAR, id BIGINT);
CREATE TABLE terkait (satu VARCHAR, lain VARCHAR);
CREATE TABLE dekat (instansi VARCHAR, jenis_a VARCHAR, a VARCHAR, jenis_b VARCHAR, b VARCHAR);
CREATE TABLE calon (a BIGINT, b BIGINT, fungsi BOOLEAN);
"""

_COUNTED = """
CREATE TABLE banyaknya AS
SELECT instansi, count(*) AS banyak FROM rekaman WHERE NOT nasional GROUP BY instansi
"""

# Who bears a name meets those for whom it is another name, unless it is one of very many.
_OTHER_NAMES = f"""
INSERT INTO kunci
SELECT t.instansi, t.nasional, 'nama', t.kunci, t.id
FROM kunci t
JOIN (SELECT instansi, kunci FROM kunci WHERE jenis = 'tanda' GROUP BY ALL HAVING count(*) <= {MOST_OF_A_KEY})
  USING (instansi, kunci)
WHERE t.jenis = 'tanda'
  AND EXISTS (SELECT 1 FROM kunci n WHERE n.jenis = 'nama' AND n.instansi = t.instansi AND n.kunci = t.kunci)
"""


def _twice_shared(kind: str, most: int) -> str:
    """Two broad keys together are a key, where each alone is too broad."""
    return f"""
INSERT INTO kunci
WITH luas AS (
  SELECT instansi, kunci, count(*) AS n FROM kunci
  WHERE jenis = '{kind}' AND NOT nasional GROUP BY ALL HAVING n > {most}
), jarang AS (
  SELECT instansi, kunci, id FROM kunci JOIN luas USING (instansi, kunci)
  WHERE jenis = '{kind}' AND NOT nasional
  QUALIFY row_number() OVER (PARTITION BY id ORDER BY n, kunci) <= {BROAD_KEYS}
)
SELECT a.instansi, false, '{kind} berdua', a.kunci || ' & ' || b.kunci, a.id
FROM jarang a JOIN jarang b ON a.id = b.id AND a.kunci < b.kunci
"""


def _within(kind: str, most: int | None) -> str:
    """The pairs of the smallest groups that find room; a name that is left is compared in parts."""
    limit = "" if most is None else f"AND n <= {most}"
    kept = "" if most is None else "WHERE penuh"
    return f"""
INSERT INTO calon
WITH kelompok AS (
  SELECT instansi, kunci, count(DISTINCT id) AS n FROM kunci
  WHERE jenis = '{kind}' AND NOT nasional GROUP BY ALL HAVING n > 1 {limit}
), terpilih AS (
  SELECT instansi, kunci, sum(n * (n - 1) // 2) OVER (
    PARTITION BY instansi ORDER BY n, kunci ROWS UNBOUNDED PRECEDING
  ) <= greatest({ALWAYS}, {A_RECORD} * banyak) AS penuh
  FROM kelompok JOIN banyaknya USING (instansi)
), anggota AS (
  SELECT instansi, kunci, penuh, id,
    (row_number() OVER (PARTITION BY instansi, kunci ORDER BY id) - 1) // {PART} AS bagian
  FROM (SELECT DISTINCT instansi, kunci, penuh, id FROM kunci JOIN terpilih USING (instansi, kunci)
        WHERE jenis = '{kind}' AND NOT nasional)
  {kept}
)
SELECT a.id, b.id, {"true" if kind.startswith("fungsi") else "false"}
FROM anggota a JOIN anggota b USING (instansi, kunci)
WHERE a.id < b.id AND (a.penuh OR a.bagian = b.bagian)
"""


_SHARING_WORDS = f"""
INSERT INTO calon
WITH jarang AS (
  SELECT instansi, kunci FROM kunci WHERE jenis = 'isi' AND NOT nasional GROUP BY ALL
  HAVING count(*) BETWEEN 2 AND {COMMON_WORD}
), anggota AS (
  SELECT instansi, kunci, id FROM kunci JOIN jarang USING (instansi, kunci) WHERE jenis = 'isi' AND NOT nasional
)
SELECT a.id, b.id, false FROM anggota a JOIN anggota b USING (instansi, kunci)
WHERE a.id < b.id GROUP BY ALL HAVING count(*) > 1
"""

_RELATED = f"""
INSERT INTO calon
WITH milik AS (SELECT instansi, kunci, id FROM kunci WHERE jenis = 'fungsi' AND NOT nasional),
ukuran AS (SELECT instansi, kunci, count(*) AS n FROM milik GROUP BY ALL)
SELECT least(a.id, b.id), greatest(a.id, b.id), true
FROM terkait
JOIN ukuran one ON one.kunci = satu
JOIN ukuran two ON two.kunci = lain AND two.instansi = one.instansi AND one.n * two.n <= {MOST_OF_A_FUNCTION**2}
JOIN milik a ON a.instansi = one.instansi AND a.kunci = satu
JOIN milik b ON b.instansi = one.instansi AND b.kunci = lain
WHERE satu < lain AND a.id <> b.id
"""

_WITH_NATIONALS = """
INSERT INTO calon
SELECT a.id, b.id, a.jenis = 'fungsi'
FROM kunci a JOIN kunci b ON a.kunci = b.kunci AND (
  (a.jenis = b.jenis AND a.jenis IN ('kata', 'fungsi'))
  OR (a.jenis IN ('nama', 'tanda') AND b.jenis IN ('nama', 'tanda'))
)
WHERE b.nasional AND NOT a.nasional
UNION ALL
SELECT a.id, b.id, true
FROM kunci a JOIN terkait ON a.kunci = satu JOIN kunci b ON b.kunci = lain
WHERE a.jenis = 'fungsi' AND b.jenis = 'fungsi' AND b.nasional AND NOT a.nasional
"""

STEPS = (
    _COUNTED,
    _OTHER_NAMES,
    _twice_shared("kata", MOST_OF_A_KEY),
    _twice_shared("fungsi", MOST_OF_A_FUNCTION),
    _within("nama", None),
    _within("tanda", MOST_OF_A_KEY),
    _within("kata", MOST_OF_A_KEY),
    _within("kata berdua", MOST_OF_A_KEY),
    _within("fungsi", MOST_OF_A_FUNCTION),
    _within("fungsi berdua", MOST_OF_A_FUNCTION),
    _SHARING_WORDS,
    _RELATED,
    _WITH_NATIONALS,
)
"""What is done between loading the keys and adding the names that are only near to each other."""

DISTINCT_NAMES = """
SELECT DISTINCT instansi, 'rapat' AS jenis, rapat AS kunci FROM rekaman WHERE {0}
UNION ALL SELECT DISTINCT instansi, jenis, kunci FROM kunci WHERE jenis IN ('pendek', 'panjang') AND {0}
ORDER BY 1
"""
"""Names as they are compared, Instansi after Instansi; to be filled with who is asked for."""

NEAR_NAMES = """
INSERT INTO calon
WITH bernama AS (
  SELECT instansi, nasional, jenis, kunci, id FROM kunci WHERE jenis IN ('pendek', 'panjang')
  UNION ALL SELECT instansi, nasional, 'rapat', rapat, id FROM rekaman
)
SELECT least(x.id, y.id), greatest(x.id, y.id), false
FROM dekat
JOIN bernama x ON x.jenis = jenis_a AND x.kunci = a AND (x.nasional OR x.instansi = dekat.instansi)
JOIN bernama y ON y.jenis = jenis_b AND y.kunci = b AND (y.nasional OR y.instansi = dekat.instansi)
WHERE x.id <> y.id AND NOT (x.nasional AND y.nasional)
"""

PAIRS = """
SELECT least(c.a, c.b), greatest(c.a, c.b), bool_and(fungsi), any_value(x.isi), any_value(y.isi)
FROM calon c
JOIN rekaman x ON x.id = least(c.a, c.b)
JOIN rekaman y ON y.id = greatest(c.a, c.b)
GROUP BY 1, 2
ORDER BY any_value(CASE WHEN x.nasional THEN y.instansi ELSE x.instansi END), 1, 2
"""
