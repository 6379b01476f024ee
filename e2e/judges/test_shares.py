"""A million texts, objects and lists, and numbers told by others: shares, lengths and laws that they were asked for.

What is counted is told in SQL; chi-square by scipy. Seeds are fixed. A p-value below 0.001 fails.
"""

import math
import tempfile

import duckdb
import numpy
import pytest
from scipy import stats

import dmb

ROWS = 1_000_000
LEAST = 0.001
ZONES = "datetime.time_zone"


def even(values):
    return dict.fromkeys(values, 1)


def letters(gc, others):
    return {**dict.fromkeys("GC", gc / 2), **dict.fromkeys(others, (1 - gc) / 2)}


def poisson(mean, most):
    """Of whole numbers up to `most`, as which greater ones count."""
    law = stats.poisson(mean)
    return {**{n: law.pmf(n) for n in range(most)}, most: law.sf(most - 1)}


#: The field, what is counted of its value `c`, and the share of each.
SHARES = {
    "array": (
        dmb.field("array", {"item": {"generator": "code.hex"}, "length": {"number.poisson": {"mean": 2}}, "max_items": 5}, "json"),
        "json_array_length(c)",
        poisson(2, 5),
    ),
    "object": (
        dmb.field("object", {"members": [{"name": "a", "generator": "code.hex", "null_rate": 0.3}]}, "json"),
        "c->>'a' IS NULL",
        {True: 30, False: 70},
    ),
    "object of weights": (
        dmb.field(
            "object",
            {"members": [{"name": "a", "generator": {"choice": {"weights": {"x": 9, "y": 1}}}}]},
            "json",
        ),
        "c->>'a'",
        {"x": 9, "y": 1},
    ),
    "when": (
        dmb.field(
            "when",
            {
                "field": "sure",
                "cases": [{"is": True, "then": {"choice": {"weights": {"a": 1, "b": 3}}}}],
                "else": {"choice": {"weights": {"c": 2, "d": 3}}},
            },
        ),
        "c",
        {"a": 92 / 4, "b": 92 * 3 / 4, "c": 8 * 2 / 5, "d": 8 * 3 / 5},
    ),
    "discount": (
        dmb.field("commerce.discount", {"share": 0.25}, "integer"),
        "CAST(c AS INTEGER) > 0",
        {True: 25, False: 75},
    ),
    "tax": (
        dmb.field("finance.tax_rate", {"locale": "es_ES"}, "float"),
        "CAST(c AS INTEGER)",
        {21: 70, 10: 22, 4: 8},
    ),
    "expiry": (
        dmb.field("finance.card_expiry", {"as": "MM/YY", "expired": 0.2}),
        "substr(c, 4, 2) < '26'",
        {True: 20, False: 80},
    ),
    "version": (dmb.field("system.version", {"prerelease": 0.3}), "contains(c, '-')", {True: 30, False: 70}),
    "status": (
        dmb.field("system.http_status", {"error_rate": 0.2}, "integer"),
        "greatest(CAST(c AS INTEGER) // 100, 3)",
        {3: 80, 4: 16, 5: 4},
    ),
    # A fifth of what fails is the server's fault, and that is an error.
    "level": (dmb.field("system.log_level", {"error_rate": 0.2}), "c IN ('ERROR', 'FATAL')", {True: 4, False: 96}),
    "log line": (
        dmb.field("system.log_line", {"error_rate": 0.2, "form": "json"}),
        "c->>'level' IN ('error', 'fatal')",
        {True: 4, False: 96},
    ),
    "access log": (
        dmb.field("system.access_log", {"error_rate": 0.2}),
        "greatest(CAST(regexp_extract(c, '\" ([0-9])[0-9]{2} ', 1) AS INTEGER), 3)",
        {3: 80, 4: 16, 5: 4},
    ),
    "dna": (dmb.field("science.dna", {"gc": 0.3, "length": 12}), "substr(c, 7, 1)", letters(0.3, "AT")),
    "dna's last": (dmb.field("science.dna", {"gc": 0.3, "length": 12}), "substr(c, 12, 1)", letters(0.3, "AT")),
    "rna": (dmb.field("science.rna", {"gc": 0.6, "length": 12}), "substr(c, 8, 1)", letters(0.6, "AU")),
    "hex": (dmb.field("code.hex", {"length": 8}), "substr(c, 8, 1)", even("0123456789abcdef")),
    "pin": (dmb.field("code.pin"), "c[-1]", even("0123456789")),
    "uuid": (dmb.field("code.uuid", type="uuid"), "substr(c, 1, 1)", even("0123456789abcdef")),
    "sex": (dmb.field("person.sex", {"female": "F", "male": "M"}), "c", even("FM")),
    # No host is 0 or 255.
    "ip": (
        dmb.field("internet.ipv4", type="ip_address"),
        "CAST(split_part(c, '.', 4) AS INTEGER)",
        even(range(1, 255)),
    ),
}


@pytest.fixture(scope="module")
def made():
    """The values as a table of texts, a column for each of the above."""
    fields = {f"c{n}": field for n, (field, _, _) in enumerate(SHARES.values())}
    fields["sure"] = dmb.field("boolean", {"rate": 0.92}, "boolean")
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as base:
        path = dmb.run(dmb.design({"made": {"rows": ROWS, "fields": fields}}), folder)["made"]
        base.execute("CREATE TABLE made AS SELECT * FROM read_csv(?, header = true, all_varchar = true)", [str(path)])
        yield base


@pytest.mark.parametrize("name", SHARES)
def test_shares(made, name):
    _, counted, expected = SHARES[name]
    column = f"c{list(SHARES).index(name)}"
    sql = f"SELECT {counted} AS what, count(*) FROM (SELECT {column} AS c FROM made) GROUP BY what"
    found = dict(made.execute(sql).fetchall())
    assert set(found) <= set(expected), f"not asked for: {set(found) - set(expected)}"
    asked = numpy.array(list(expected.values()), dtype=float)
    p = stats.chisquare([found.get(value, 0) for value in expected], asked / asked.sum() * ROWS).pvalue
    assert p > LEAST, f"{name}: p = {p:.2g}, {found}"


#: Sums of money that end as sums do: below which sums, of what is drawn, each of them is taken.
ENDINGS = {
    "whole": [(1, 0, 1.5), *((n, n - 0.5, n + 0.5) for n in range(2, 100_000))],
    "round": [
        (1, 0, 1.5),
        *((n, n - 0.5, min(n + 0.5, 100)) for n in range(2, 101)),
        *(
            (n * unit, max(n - 0.5, 10) * unit, min(n + 0.5, 100) * unit)
            for unit in (10, 100, 1_000)
            for n in range(10, 101)
        ),
    ],
    "charm": [
        *((n + cents, n + cents - 0.49, n + cents + 0.01) for n in range(20) for cents in (0.49, 0.99)),
        *((n + 0.99, n, n + 1) for n in range(20, 100)),
        *((n + 9, n, n + 10) for n in range(100, 1_000, 10)),
        *(((n - 0.1) * unit, n * unit, (n + 1) * unit) for unit in (100, 1_000, 10_000) for n in range(10, 100)),
    ],
}


def test_sums_of_money_end_as_told():
    """The shares of a log-normal distribution between the sums that end alike."""
    law = stats.lognorm(math.log(2.5), scale=45)
    fields = {
        ending: dmb.field("number.amount", {"median": 45, "spread": 2.5, "ending": ending}, "float")
        for ending in ENDINGS
    }
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as base:
        path = dmb.run(dmb.design({"made": {"rows": ROWS, "fields": fields}}), folder)["made"]
        for ending, parts in ENDINGS.items():
            sql = f"SELECT CAST(round({ending} * 100) AS BIGINT) AS sum, count(*) FROM read_csv(?) GROUP BY sum"
            found = dict(base.execute(sql, [str(path)]).fetchall())
            expected = {}
            for sum, low, high in parts:
                cents = round(sum * 100)
                expected[cents] = expected.get(cents, 0) + (law.cdf(high) - law.cdf(low)) * ROWS
            assert set(found) <= set(expected), f"{ending}: not asked for: {sorted(set(found) - set(expected))[:9]}"
            often = {sum for sum, count in expected.items() if count >= 20}
            got = [*(found.get(sum, 0) for sum in often), sum_of(found, often)]
            asked = [*(expected[sum] for sum in often), sum_of(expected, often)]
            p = stats.chisquare(got, numpy.array(asked) * (ROWS / numpy.sum(asked))).pvalue
            assert p > LEAST, f"{ending}: p = {p:.2g}"


def sum_of(counts, without):
    return sum(count for key, count in counts.items() if key not in without)


def test_products_are_those_of_their_factors():
    """Made without chance: exact in every row."""
    fields = {
        "quantity": dmb.field("number.poisson", {"mean": 3}, "integer"),
        "price": dmb.field("number.amount", {"median": 20}, "decimal", precision=12, scale=2),
        "off": dmb.field("number.uniform", {"min": 0, "max": 1}, "decimal", precision=5, scale=4),
        "total": dmb.field(
            "number.product", {"fields": ["quantity", "price", "off"]}, "decimal", precision=18, scale=2
        ),
    }
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as base:
        path = dmb.run(dmb.design({"made": {"rows": ROWS, "fields": fields}}), folder)["made"]
        types = {"quantity": "INTEGER", "price": "DECIMAL(12, 2)", "off": "DECIMAL(5, 4)", "total": "DECIMAL(18, 2)"}
        exact = "CAST(quantity AS DECIMAL(9, 0)) * price * off"
        wrong = f"SELECT count(*), count(*) FILTER (total <> round({exact}, 2)) FROM read_csv(?, header = true, columns = ?)"
        assert base.execute(wrong, [str(path), types]).fetchone() == (ROWS, 0)


def test_zones_are_as_frequent_as_told():
    """Each as likely: nothing else is known of the zones than that there are as many as there are."""
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as base:
        path = dmb.run(dmb.design({"made": {"rows": ROWS, "fields": {"zone": dmb.field(ZONES)}}}), folder)["made"]
        counts = [
            count for (count,) in base.execute("SELECT count(*) FROM read_csv(?) GROUP BY zone", [str(path)]).fetchall()
        ]
    assert len(counts) > 50 and stats.chisquare(counts).pvalue > LEAST


def judged():
    """The generators that are judged here."""
    nested = [name for field, _, _ in SHARES.values() for name in field["generator"]]
    return {*nested, "number.amount", "number.product", ZONES}
