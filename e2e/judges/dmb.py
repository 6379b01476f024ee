"""Runs the product's binary and reads what it wrote. `DMB_BINARY` says where the binary is."""

import csv
import json
import os
import pathlib
import subprocess
import tempfile
import zipfile

AS_OF = "2026-01-01T00:00:00Z"
LOCALES = [
    "en_US",
    "en_GB",
    "es_ES",
    "es_MX",
    "es_CO",
    "es_CL",
    "es_AR",
    "pt_BR",
    "fr_FR",
    "de_DE",
    "it_IT",
    "nl_NL",
]


def design(tables, seed=20261122, locale="en_US"):
    """A design of these tables, as a design file holds it."""
    return {"dmb": 1, "name": "judged", "seed": seed, "as_of": AS_OF, "locale": locale, "tables": tables}


def field(generator, params=None, type="text", **words):
    """A field with a generator."""
    return {"type": type, "generator": {generator: params or {}}, **words}


def run(design, folder):
    """Generates into `folder`; the paths of the tables' CSV files by table name."""
    folder = pathlib.Path(folder)
    source, out = folder / "design.json", folder / "rows.csv"
    source.write_text(json.dumps(design))
    command = [os.environ["DMB_BINARY"], "generate", str(source), "--out", str(out), "--option", "safe=false"]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=900)
    assert ran.returncode == 0, f"dmb refused or failed:\n{ran.stderr}"
    if len(design["tables"]) == 1:
        return {next(iter(design["tables"])): out}
    with zipfile.ZipFile(out.with_suffix(".zip")) as archive:
        archive.extractall(folder)
        return {pathlib.Path(name).stem: folder / name for name in archive.namelist()}


def read(path):
    """The columns of a CSV file, by name, as texts; an empty cell is the empty text."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        names = next(rows)
        columns = [[] for _ in names]
        for row in rows:
            for column, value in zip(columns, row, strict=True):
                column.append(value)
    return dict(zip(names, columns, strict=True))


def columns(fields, rows, locale="en_US"):
    """The columns of a table of these fields, as texts."""
    with tempfile.TemporaryDirectory() as folder:
        made = run(design({"judged": {"rows": rows, "fields": fields}}, locale=locale), folder)
        return read(made["judged"])
