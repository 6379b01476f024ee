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


def command(*args):
    """What the binary did with these arguments: exit code and what it printed."""
    binary = os.environ["DMB_BINARY"]
    return subprocess.run([binary, *map(str, args)], capture_output=True, text=True, timeout=900)


def catalogue():
    """Every generator by its name, as `dmb generators --json` tells of it."""
    listed = command("generators", "--json")
    assert listed.returncode == 0, listed.stderr
    return {known["name"]: known for known in json.loads(listed.stdout)["generators"]}


def run(design, folder, *flags):
    """Generates into `folder`; the paths of the tables' CSV files by table name."""
    source = pathlib.Path(folder) / "design.json"
    source.write_text(json.dumps(design))
    return generate(source, design["tables"], folder, *flags)


def generate(source, tables, folder, *flags):
    """Generates a design file with these tables into `folder`; the paths of their CSV files by table name. Where the
    rows have faults, their manifest is beside them: `rows.faults.csv`."""
    out = pathlib.Path(folder) / "rows.csv"
    ran = command("generate", source, "--out", out, "--option", "safe=false", *flags)
    assert ran.returncode == 0, f"dmb refused or failed:\n{ran.stderr}"
    if len(tables) == 1:
        return {next(iter(tables)): out}
    with zipfile.ZipFile(out.with_suffix(".zip")) as archive:
        archive.extractall(folder)
        return {pathlib.Path(name).stem: out.parent / name for name in archive.namelist()}


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
