"""The payments and events of the templates: every clause of their description, by SQL over what is generated.

A clause is a condition of one row. Shares are judged by chi-square at a fixed seed, p > 0.001. Faults, where a template
has them, are left out here: they have a manifest, and tests, of their own.
"""

import pathlib
import tempfile

import duckdb
import pytest
import yaml
from scipy import stats

import dmb

TEMPLATES = pathlib.Path(__file__).parents[2] / "backend" / "spec" / "src" / "templates"
NOW = "TIMESTAMP '2026-01-01'"
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
        ("date_part('year', paid)", "paid < '2026-01-01'", {2024: 366, 2025: 365}),
        ("merchant % 9", "true", even(*range(9))),
        ("lag // 3600", "lag < 86400", even(*range(24))),
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
        "duration BETWEEN 0 AND 7200",
        "duration <> 0 OR pages = 1",
        "duration NOT BETWEEN 1 AND 299 OR pages BETWEEN 1 AND 5",
        "duration NOT BETWEEN 300 AND 1799 OR pages BETWEEN 3 AND 15",
        "duration < 1800 OR pages BETWEEN 10 AND 50",
        "(worth IS NOT NULL) = (event_type = 'PURCHASE')",
        "worth IS NULL OR worth BETWEEN 10 AND 5000 AND regexp_full_match(conversion_value, '[0-9]+[.][0-9]{4}')",
        "list_sort(json_keys(metadata)) = ['ip_address', 'referrer', 'session_id', 'user_agent']",
        "length(metadata->>'user_agent') > 20",
        "regexp_full_match(metadata->>'ip_address', '([0-9]{1,3}[.]){3}[0-9]{1,3}')",
        f"regexp_full_match(metadata->>'session_id', '{UUID}')",
        "metadata->>'referrer' IS NULL OR regexp_full_match(metadata->>'referrer', 'https?://[^ ]+')",
        "place IS NULL OR list_sort(json_keys(place)) = ['city', 'country', 'latitude', 'longitude']",
        "place IS NULL OR regexp_full_match(place->>'country', '[A-Z]{2}')",
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
        ("event_type", "true", even("LOGIN", "LOGOUT", "PURCHASE", "VIEW", "CLICK", "SEARCH", "UNKNOWN")),
        ("device_type", "true", even("DESKTOP", "MOBILE", "TABLET", "TV", "UNKNOWN")),
        ("metadata->>'referrer' IS NULL", "true", {True: 30, False: 70}),
        ("place IS NULL", "true", {True: 20, False: 80}),
        ("pages", "duration BETWEEN 1 AND 299", even(*range(1, 6))),
        ("pages", "duration BETWEEN 300 AND 1799", even(*range(3, 16))),
        ("pages", "duration >= 1800", even(*range(10, 51))),
    ],
}
ALL = {"payments": PAYMENTS, "events": EVENTS}
SCENARIOS = [name for name in ALL if (TEMPLATES / f"{name}.yaml").exists()]


def template(name):
    """The template as a design with a fixed now and without faults."""
    design = yaml.safe_load((TEMPLATES / f"{name}.yaml").read_text())
    design["as_of"] = dmb.AS_OF
    for table in design["tables"].values():
        table.pop("faults", None)
    return design


def load(base, name, folder):
    """The scenario's rows as a table, the columns as text beside what is derived from them."""
    path = dmb.run(template(name), folder)[name]
    derived = ", ".join(f"{sql} AS {column}" for column, sql in ALL[name]["derived"].items())
    csv = "read_csv(?, header = true, all_varchar = true, quote = '\"', escape = '\"')"
    base.execute(f"CREATE TABLE rows AS SELECT *, {derived} FROM {csv}", [str(path)])


def shares_agree(base, value, among, expected):
    """Chi-square of how often each value comes among some rows."""
    found = dict(base.execute(f"SELECT {value}, count(*) FROM rows WHERE {among} GROUP BY 1").fetchall())
    assert set(found) == set(expected), f"{value}: not {len(expected)} values but {list(found)[:50]}"
    total, weights = sum(found.values()), sum(expected.values())
    asked = [total * weight / weights for weight in expected.values()]
    p = stats.chisquare([found[key] for key in expected], asked).pvalue
    assert p > 0.001, f"{value}: p = {p:.2g}, {found}"


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_clause_of_a_scenario(name):
    scenario = ALL[name]
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as base:
        load(base, name, folder)
        count = base.execute("SELECT count(*) FROM rows").fetchone()[0]
        assert count == scenario["rows"]
        for column in scenario["unique"]:
            assert base.execute(f"SELECT count(DISTINCT {column}) FROM rows").fetchone()[0] == count, column
        for clause in scenario["clauses"]:
            wrong = base.execute(f"SELECT * FROM rows WHERE NOT coalesce(({clause}), false) LIMIT 3").fetchall()
            assert not wrong, f"{clause} does not hold for {wrong}"
        for value, among, expected in scenario["shares"]:
            shares_agree(base, value, among, expected)
