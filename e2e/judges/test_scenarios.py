"""The payments and events of the templates: every clause of their description, by SQL over what is generated.

A clause is a condition of one row. Shares are judged by chi-square at a fixed seed, p > 0.001. The rows are generated
without their faults and with them: the clauses are of the former, and the manifest tells how the latter differ.
"""

import pathlib
import tempfile

import duckdb
import pycountry
import pytest
import yaml
from scipy import stats

import dmb
import faults

TEMPLATES = pathlib.Path(__file__).parents[2] / "backend" / "spec" / "src" / "templates"
NOW = "TIMESTAMP '2026-01-01'"
OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
COUNTRIES = [country.alpha_2 for country in pycountry.countries]
UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


def even(*values):
    return dict.fromkeys(values, 1)


PAYMENTS = {
    "rows": 1_000_000,
    "unique": ["payment_id"],
    "derived": {
        "amount": "CAST(payment_amount AS DOUBLE)",
        "paid": "CAST(payment_date AS TIMESTAMP)",
        "lag": "date_diff('second', CAST(payment_date AS TIMESTAMP), CAST(last_updated AS TIMESTAMP))",
        "merchant": "CAST(merchant_id AS INTEGER)",
    },
    "clauses": [
        "regexp_full_match(payment_id, 'PAY-[A-Z0-9]{8}-[A-Z0-9]{4}')",
        "regexp_full_match(customer_id, 'CUST-[1-9][0-9]{5}')",
        "regexp_full_match(payment_amount, '[0-9]+[.][0-9]{2}') AND amount BETWEEN 1 AND 100000",
        f"paid BETWEEN {NOW} - INTERVAL 2 YEAR AND {NOW}",
        "lag BETWEEN 0 AND 86400",
        "merchant BETWEEN 1 AND 999999",
        "reference_number IS NULL OR regexp_full_match(reference_number, 'REF-[A-Z0-9]{12}')",
    ],
    # What is counted, among which rows, and the share of each value. Where two parts of the amount meet, a value is of
    # either: one of some 49,900.
    "shares": [
        ("CASE WHEN amount < 500 THEN 1 WHEN amount < 5000 THEN 2 ELSE 3 END", "true", {1: 70, 2: 27, 3: 3}),
        ("CAST(floor(amount / 50) AS INTEGER)", "amount >= 50 AND amount < 500", even(*range(1, 10))),
        ("CAST(floor(amount / 500) AS INTEGER)", "amount > 500 AND amount < 5000", even(*range(1, 10))),
        ("CAST(floor(amount / 5000) AS INTEGER)", "amount > 5000 AND amount < 100000", even(*range(1, 20))),
        ("payment_currency", "true", even("USD", "EUR", "COP", "CLP", "MXN")),
        ("payment_method", "true", even("CREDIT_CARD", "DEBIT_CARD", "BANK_TRANSFER", "DIGITAL_WALLET", "CASH")),
        ("transaction_status", "true", even("PENDING", "COMPLETED", "FAILED", "CANCELLED", "REFUNDED")),
        ("reference_number IS NULL", "true", {True: 30, False: 70}),
        ("substr(payment_id, 5, 1)", "true", even(*"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")),
        ("substr(customer_id, 6, 1)", "true", even(*"123456789")),
        ("substr(customer_id, 11, 1)", "true", even(*"0123456789")),
        ("date_diff('day', TIMESTAMP '2024-01-01', paid) // 43", "paid < '2026-01-01'", even(*range(17))),
        ("date_part('hour', paid)", "paid < '2026-01-01'", even(*range(24))),
        ("(merchant - 1) // 111111", "true", even(*range(9))),
        ("lag // 3600", "lag < 86400", even(*range(24))),
    ],
    "rate": 0.05,
    # What is wrong: the kind, its column, and what holds of the original and the value.
    "faults": [
        ("broken_pattern", "payment_id", "regexp_full_match(value, 'INVALID-[0-9]{4}')"),
        ("broken_pattern", "customer_id", "regexp_full_match(value, 'INVALID-[0-9]{3}')"),
        ("negative", "payment_amount", "value = '-' || original"),
        ("unknown_code", "payment_currency", "value = 'INVALID'"),
        (
            "future",
            "payment_date",
            f"CAST(value AS TIMESTAMP) BETWEEN {NOW} + INTERVAL 1 DAY AND {NOW} + INTERVAL 365 DAY",
        ),
        ("out_of_range", "merchant_id", "CAST(value AS INTEGER) BETWEEN 1000000 AND 9999999"),
    ],
    "faulty shares": [
        ("payment_id", "substr(value, 9, 1)", even(*"0123456789")),
        ("customer_id", "substr(value, 11, 1)", even(*"0123456789")),
        ("payment_date", "date_diff('day', DATE '2026-01-02', CAST(value AS TIMESTAMP)) // 91", even(*range(4))),
        ("merchant_id", "substr(value, 1, 1)", even(*"123456789")),
    ],
}
EVENTS = {
    "rows": 500_000,
    "unique": ["id"],
    "derived": {
        "moment": "CAST(timestamp AS TIMESTAMP)",
        "duration": "CAST(session_duration AS INTEGER)",
        "pages": "CAST(page_views AS INTEGER)",
        "worth": "CAST(conversion_value AS DOUBLE)",
        "place": "CAST(geo_location AS JSON)",
    },
    "clauses": [
        f"regexp_full_match(id, '{UUID.upper()}')",
        "regexp_full_match(user_id, 'CUST-[0-9]{6}')",
        f"moment BETWEEN {NOW} - INTERVAL 1 YEAR AND {NOW}",
        "regexp_full_match(timestamp, '[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}([.][0-9]+)?Z')",
        "duration BETWEEN 0 AND 7200",
        "duration <> 0 OR pages = 1",
        "duration NOT BETWEEN 1 AND 299 OR pages BETWEEN 1 AND 5",
        "duration NOT BETWEEN 300 AND 1799 OR pages BETWEEN 3 AND 15",
        "duration < 1800 OR pages BETWEEN 10 AND 50",
        "(worth IS NOT NULL) = (event_type = 'PURCHASE')",
        "worth IS NULL OR worth BETWEEN 10 AND 5000 AND regexp_full_match(conversion_value, '[0-9]+[.][0-9]{4}')",
        "list_sort(json_keys(metadata)) = ['ip_address', 'referrer', 'session_id', 'user_agent']",
        "length(metadata->>'user_agent') > 20",
        f"regexp_full_match(metadata->>'ip_address', '({OCTET}[.]){{3}}{OCTET}')",
        f"regexp_full_match(metadata->>'session_id', '{UUID}')",
        "metadata->>'referrer' IS NULL OR regexp_full_match(metadata->>'referrer', 'https?://[^ ]+')",
        "place IS NULL OR list_sort(json_keys(place)) = ['city', 'country', 'latitude', 'longitude']",
        f"place IS NULL OR list_contains({COUNTRIES}, place->>'country')",
        "place IS NULL OR length(place->>'city') > 0",
        "place IS NULL OR CAST(place->>'latitude' AS DOUBLE) BETWEEN -90 AND 90",
        "place IS NULL OR CAST(place->>'longitude' AS DOUBLE) BETWEEN -180 AND 180",
    ],
    # A duration of 300 or 1,800 seconds is of either part.
    "shares": [
        (
            "CASE WHEN duration = 0 THEN 1 WHEN duration < 300 THEN 2 WHEN duration < 1800 THEN 3 ELSE 4 END",
            "duration NOT IN (300, 1800)",
            {1: 10, 2: 40 * 299 / 300, 3: 30 * 1499 / 1501, 4: 20 * 5400 / 5401},
        ),
        ("substr(user_id, 6, 1)", "true", even(*"0123456789")),
        ("date_diff('day', TIMESTAMP '2025-01-01', moment) // 73", "moment < '2026-01-01'", even(*range(5))),
        ("(duration - 1) // 50", "duration BETWEEN 1 AND 250", even(*range(5))),
        ("(duration - 301) // 150", "duration BETWEEN 301 AND 1799", {**even(*range(9)), 9: 149 / 150}),
        ("(duration - 1801) // 540", "duration BETWEEN 1801 AND 7200", even(*range(10))),
        ("CAST(floor((worth - 10) / 499) AS INTEGER)", "worth < 5000", even(*range(10))),
        ("event_type", "true", even("LOGIN", "LOGOUT", "PURCHASE", "VIEW", "CLICK", "SEARCH", "UNKNOWN")),
        ("device_type", "true", even("DESKTOP", "MOBILE", "TABLET", "TV", "UNKNOWN")),
        ("metadata->>'referrer' IS NULL", "true", {True: 30, False: 70}),
        ("place IS NULL", "true", {True: 20, False: 80}),
        ("pages", "duration BETWEEN 1 AND 299", even(*range(1, 6))),
        ("pages", "duration BETWEEN 300 AND 1799", even(*range(3, 16))),
        ("pages", "duration >= 1800", even(*range(10, 51))),
    ],
    "rate": 0.03,
    "faults": [
        ("broken_pattern", "id", "regexp_full_match(value, 'INVALID-[0-9]{4}')"),
        ("broken_pattern", "user_id", "regexp_full_match(value, 'INV-[0-9]{3}')"),
        ("unknown_code", "event_type", "value = 'SPAM'"),
        ("negative", "session_duration", "value = CASE original WHEN '0' THEN '-1' ELSE '-' || original END"),
        ("out_of_range", "page_views", "CAST(value AS INTEGER) BETWEEN 1001 AND 5000"),
    ],
    "faulty shares": [
        ("id", "substr(value, 9, 1)", even(*"0123456789")),
        ("user_id", "substr(value, 5, 1)", even(*"0123456789")),
        ("page_views", "(CAST(value AS INTEGER) - 1001) // 500", even(*range(8))),
    ],
}
ALL = {"payments": PAYMENTS, "events": EVENTS}
SCENARIOS = [name for name in ALL if (TEMPLATES / f"{name}.yaml").exists()]


def load(base, name):
    """The scenario's rows without faults as a table `rows`, the columns as text beside what is derived from them, and
    those with faults beside their manifest."""
    design = yaml.safe_load((TEMPLATES / f"{name}.yaml").read_text())
    tables = {table: list(words["fields"]) for table, words in design["tables"].items()}
    faults.load(base, TEMPLATES / f"{name}.yaml", tables, "--as-of", dmb.AS_OF)
    derived = ", ".join(f"{sql} AS {column}" for column, sql in ALL[name]["derived"].items())
    base.execute(f"CREATE TABLE rows AS SELECT *, {derived} FROM sound.{name}")
    return tables


def shares_agree(base, table, value, among, expected):
    """Chi-square of how often each value comes among some rows."""
    found = dict(base.execute(f"SELECT {value}, count(*) FROM {table} WHERE {among} GROUP BY 1").fetchall())
    assert set(found) == set(expected), f"{value}: not {len(expected)} values but {list(found)[:50]}"
    total, weights = sum(found.values()), sum(expected.values())
    asked = [total * weight / weights for weight in expected.values()]
    p = stats.chisquare([found[key] for key in expected], asked).pvalue
    assert p > 0.001, f"{value}: p = {p:.2g}, {found}"


def clauses_hold(base, scenario):
    count = base.execute("SELECT count(*) FROM rows").fetchone()[0]
    assert count == scenario["rows"]
    for column in scenario["unique"]:
        assert base.execute(f"SELECT count(DISTINCT {column}) FROM rows").fetchone()[0] == count, column
    for clause in scenario["clauses"]:
        wrong = base.execute(f"SELECT * FROM rows WHERE NOT coalesce(({clause}), false) LIMIT 3").fetchall()
        assert not wrong, f"{clause} does not hold for {wrong}"
    for value, among, expected in scenario["shares"]:
        shares_agree(base, "rows", value, among, expected)


def faults_are_as_told(base, scenario, tables):
    """The rows with faults are the others but for the cells of the manifest; each of those is wrong as described, one a
    row, so many as asked for, each kind as often, anywhere in the file."""
    assert not faults.disagreements(base, tables)
    cells, lines = base.execute("SELECT count(*), count(DISTINCT line) FROM manifest").fetchone()
    assert cells == lines, "a row with two faults"
    p = stats.binomtest(lines, scenario["rows"], scenario["rate"]).pvalue
    assert p > 0.001, f"{lines} faulty rows: p = {p:.2g}"
    for kind, column, form in scenario["faults"]:
        of = f"SELECT original, value FROM manifest WHERE kind = '{kind}' AND cell = '{column}'"
        wrong = base.execute(f"FROM ({of}) WHERE NOT coalesce(({form}), false) LIMIT 3").fetchall()
        assert not wrong, f"{kind} of {column} are not as told: {wrong}"
    kinds = {f"{kind} {column}": 1 for kind, column, _ in scenario["faults"]}
    shares_agree(base, "manifest", "kind || ' ' || cell", "true", kinds)
    shares_agree(base, "manifest", f"(line - 1) * 20 // {scenario['rows']}", "true", even(*range(20)))
    for column, value, expected in scenario["faulty shares"]:
        shares_agree(base, "manifest", value, f"cell = '{column}'", expected)


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_clause_of_a_scenario(name):
    with duckdb.connect() as base:
        tables = load(base, name)
        clauses_hold(base, ALL[name])
        faults_are_as_told(base, ALL[name], tables)


def test_events_are_nested_json_lines():
    """A line a row, objects in objects; null where there is none."""
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as base:
        out = pathlib.Path(folder) / "rows.jsonl"
        flags = ["--as-of", dmb.AS_OF, "--no-faults", "--format", "jsonl", "--out", out]
        ran = dmb.command("generate", TEMPLATES / "events.yaml", *flags)
        assert ran.returncode == 0, ran.stderr
        kinds = {
            "metadata": "OBJECT",
            "metadata.user_agent": "VARCHAR",
            "session_duration": "UBIGINT",
            "page_views": "UBIGINT",
            "geo_location": "OBJECT",
            "geo_location.city": "VARCHAR",
            "geo_location.latitude": "DOUBLE",
        }
        nulls = ["conversion_value", "geo_location", "metadata.referrer"]
        counted = [f"count(*) FILTER (json_type(json, '$.{path}') = '{kind}')" for path, kind in kinds.items()]
        counted += [f"count(*) FILTER (json_type(json, '$.{path}') = 'NULL')" for path in nulls]
        found = base.execute(
            f"SELECT count(*), {', '.join(counted)} FROM read_ndjson_objects(?)", [str(out)]
        ).fetchone()
    rows, found = found[0], dict(zip([*kinds, *(f"{path} null" for path in nulls)], found[1:], strict=True))
    assert rows == EVENTS["rows"]
    for path in kinds:
        whole = rows - found["geo_location null"] if path.startswith("geo_location") else rows
        assert found[path] == whole, f"{path} in {found[path]} of {whole}"
    for path, share in {"conversion_value": 6 / 7, "geo_location": 0.2, "metadata.referrer": 0.3}.items():
        assert stats.binomtest(found[f"{path} null"], rows, share).pvalue > 0.001, path
