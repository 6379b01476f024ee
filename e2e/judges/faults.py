"""Rows with faults beside the same rows without, and their manifest, in DuckDB.

`sound` and `faulty` are schemas with the same tables: every column of the file as text, beside the row's number in the
file (`row#`, from 1) and the columns that the manifest lists for it (`listed#`). `manifest` is what the manifest says.
"""

import pathlib
import tempfile

import dmb

#: An empty cell is null; an empty text is a quoted one.
CSV = "header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', allow_quoted_nulls = false"
#: The manifest's columns; its words `table` and `column` mean something to SQL.
MANIFEST = {"owner": "VARCHAR", "line": "BIGINT"} | dict.fromkeys(
    ("key", "cell", "kind", "original", "value"), "VARCHAR"
)
SCHEMAS = {"sound": ["--no-faults"], "faulty": []}


def load(base, source, tables, *flags):
    """Generates the design in this file without and with its faults; `tables` are the names of columns by table."""
    for schema, which in SCHEMAS.items():
        base.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
        base.execute(f"CREATE SCHEMA {schema}")
        base.execute(f"CREATE OR REPLACE TABLE manifest ({', '.join(map(' '.join, MANIFEST.items()))})")
        with tempfile.TemporaryDirectory() as folder:
            made = dmb.generate(source, tables, folder, "--quiet", *which, *flags)
            told = pathlib.Path(folder) / "rows.faults.csv"
            if told.exists():
                base.execute(f"INSERT INTO manifest FROM read_csv(?, columns = ?, {CSV})", [str(told), MANIFEST])
            for name, columns in tables.items():
                keep(base, f"{schema}.{name}", name, made[name], columns)


def keep(base, table, name, path, columns):
    """The rows of a file as a table."""
    rows = f'SELECT row_number() OVER () AS "row#", * FROM read_csv(?, columns = ?, {CSV}, parallel = false)'
    listed = f"SELECT line, list(cell) AS cells FROM manifest WHERE owner = '{name}' GROUP BY line"
    base.execute(
        f'CREATE TABLE {table} AS SELECT r.*, coalesce(l.cells, []) AS "listed#" '
        f'FROM ({rows}) AS r LEFT JOIN ({listed}) AS l ON l.line = r."row#" ORDER BY r."row#"',
        [str(path), dict.fromkeys(columns, "VARCHAR")],
    )


def disagreements(base, tables):
    """Cells that differ and are not listed, are listed and do not differ, or are not listed as they were and are. Where
    there is none, the originals of the manifest make the sound rows of the faulty ones: nothing else has changed."""
    cells = " UNION ALL ".join(
        f'SELECT \'{name}\' AS owner, f."row#" AS line, \'{column}\' AS cell, s."{column}" AS was, f."{column}" AS now '
        f'FROM sound.{name} AS s FULL JOIN faulty.{name} AS f USING ("row#") '
        f'WHERE s."{column}" IS DISTINCT FROM f."{column}" OR s."row#" IS NULL OR f."row#" IS NULL'
        for name, columns in tables.items()
        for column in columns
    )
    # The manifest has an apostrophe before what a spreadsheet could take for a formula.
    same = "coalesce(m.{0} IS NOT DISTINCT FROM d.{1} OR m.{0} = '''' || d.{1}, false)"
    return base.execute(
        f"SELECT * FROM ({cells}) AS d FULL JOIN manifest AS m USING (owner, line, cell) WHERE m.kind IS NULL "
        f"OR d.owner IS NULL OR NOT {same.format('original', 'was')} OR NOT {same.format('value', 'now')} LIMIT 5"
    ).fetchall()


def mixed(base):
    """Rows with faults of two kinds: a row has one fault."""
    rows = "SELECT owner, line FROM manifest GROUP BY owner, line HAVING count(DISTINCT kind) > 1"
    return base.execute(rows).fetchall()
