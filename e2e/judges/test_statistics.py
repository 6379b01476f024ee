"""A million values of every distribution, judged by scipy: what was asked for is what came out.

Seeds are fixed, so a test that passes passes always. A p-value below 0.001 fails.
"""

import tempfile

import duckdb
import numpy
import pytest
from scipy import stats

import dmb
import test_shares

ROWS = 1_000_000
LEAST = 0.001


def load(tables):
    """The columns of the tables, by table and name, as numpy arrays."""
    with tempfile.TemporaryDirectory() as folder:
        made = dmb.run(dmb.design(tables), folder)
        read = "select * from read_csv(?, header = true, sample_size = 20000)"
        with duckdb.connect() as base:
            return {name: base.execute(read, [str(path)]).fetchnumpy() for name, path in made.items()}


def one_table(fields):
    return load({"rows": {"rows": ROWS, "fields": fields}})["rows"]


def number(generator, type="float", **params):
    return dmb.field(f"number.{generator}", params, type)


def by_shares(values, expected):
    """Chi-square of values against the share of each; what is rare is counted together."""
    found, counts = numpy.unique(values, return_counts=True)
    assert set(found.tolist()) <= set(expected), f"not asked for: {set(found.tolist()) - set(expected)}"
    shares = numpy.array(list(expected.values()), dtype=float)
    asked = shares / shares.sum() * len(values)
    got = numpy.array([dict(zip(found.tolist(), counts.tolist(), strict=True)).get(value, 0) for value in expected])
    rare = asked < 20
    if rare.any():
        got = numpy.append(got[~rare], got[rare].sum())
        asked = numpy.append(asked[~rare], asked[rare].sum())
        if asked[-1] < 5:
            got, asked = numpy.append(got[:-2], got[-2:].sum()), numpy.append(asked[:-2], asked[-2:].sum())
    return stats.chisquare(got, asked).pvalue


def by_mass(values, mass, low=0):
    """Chi-square of whole numbers against a probability mass function from `low` on, the tail together."""
    counts = numpy.bincount((values - low).astype(numpy.int64))
    places = numpy.arange(low, low + len(counts))
    asked = mass(places) * len(values)
    keep = asked >= 20
    got = numpy.append(counts[keep], counts[~keep].sum())
    asked = numpy.append(asked[keep], len(values) - asked[keep].sum())
    if asked[-1] < 5:
        got, asked = numpy.append(got[:-2], got[-2:].sum()), numpy.append(asked[:-2], asked[-2:].sum())
    return stats.chisquare(got, asked).pvalue


def piecewise(parts):
    """The distribution function of a mixture of even ranges: (weight, low, high)."""
    total = sum(weight for weight, _, _ in parts)
    return lambda x: sum(w / total * numpy.clip((x - low) / (high - low), 0, 1) for w, low, high in parts)


PARTS = [(70, 1, 500), (27, 500, 5_000), (3, 5_000, 100_000)]
EDGES, WEIGHTS = [0, 10, 20, 50, 100], [5, 1, 3, 11]
#: Continuous distributions: the field, and what scipy says of its values.
CONTINUOUS = {
    "uniform": (number("uniform", min=-3, max=12), stats.uniform(-3, 15)),
    "normal": (number("normal", mean=170, std_dev=9), stats.norm(170, 9)),
    "normal_cut": (number("normal", mean=10, std_dev=5, min=8, max=22), stats.truncnorm(-0.4, 2.4, 10, 5)),
    "lognormal": (number("lognormal", median=1200, sigma=0.6), stats.lognorm(0.6, scale=1200)),
    "log_uniform": (number("log_uniform", min=2, max=9e5), stats.loguniform(2, 9e5)),
    "exponential": (number("exponential", mean=30), stats.expon(scale=30)),
    "exponential_from": (number("exponential", mean=4, min=7), stats.expon(7, 4)),
    "gamma": (number("gamma", shape=2, scale=15), stats.gamma(2, scale=15)),
    "gamma_small": (number("gamma", shape=0.5, scale=3), stats.gamma(0.5, scale=3)),
    "weibull": (number("weibull", shape=1.5, scale=1000), stats.weibull_min(1.5, scale=1000)),
    "beta": (number("beta", alpha=2, beta=8), stats.beta(2, 8)),
    "beta_moved": (number("beta", alpha=0.5, beta=0.7, min=-5, max=5), stats.beta(0.5, 0.7, -5, 10)),
    "triangular": (number("triangular", min=10, mode=25, max=90), stats.triang(15 / 80, 10, 80)),
    "pert": (number("pert", min=2, mode=5, max=14), stats.beta(1 + 4 * 3 / 12, 1 + 4 * 9 / 12, 2, 12)),
    "pareto": (number("pareto", scale=100, shape=1.5), stats.pareto(1.5, scale=100)),
    "cauchy": (number("cauchy", median=50, scale=2), stats.cauchy(50, 2)),
    "student_t": (number("student_t", degrees_of_freedom=4, scale=0.01), stats.t(4, scale=0.01)),
    "gumbel": (number("gumbel", location=300, scale=40), stats.gumbel_r(300, 40)),
    "skew_normal": (number("skew_normal", location=24, scale=9, shape=4), stats.skewnorm(4, 24, 9)),
    # Rounded to a cent, which at this size is next to nothing.
    "amount": (number("amount", median=1e6, spread=2.5), stats.lognorm(numpy.log(2.5), scale=1e6)),
    # Told no limit, nobody lives above 5,000 m.
    "altitude": (dmb.field("address.altitude", {"max": 1e6}, "float"), stats.lognorm(1.1, scale=170)),
    "duration": (dmb.field("datetime.duration", {"from": "0s", "to": "999999s"}, "float"), stats.uniform(-0.5, 1e6)),
    "duration_short": (
        dmb.field("datetime.duration", {"from": "0s", "to": "99999999s", "shape": "short"}, "float"),
        lambda x: stats.lognorm(1, scale=1e7).cdf(x) / stats.lognorm(1, scale=1e7).cdf(1e8),
    ),
    "exchange_rate": (
        dmb.field("finance.exchange_rate", {"base": "USD", "quote": "EUR", "volatility": 0.05}, "float"),
        stats.norm(0.89, 0.05 * 0.89),
    ),
    "media_duration": (dmb.field("media.duration", {"median": 20_000}, "float"), stats.lognorm(0.5, scale=20_000)),
    "percentage": (number("percentage", lean="middle"), stats.beta(4, 4, 0, 100)),
    "percentage_ends": (number("percentage", lean="ends", unit="fraction"), stats.beta(0.4, 0.4)),
    "mixture": (
        number("mixture", parts=[dict(zip(("weight", "min", "max"), p, strict=True)) for p in PARTS]),
        piecewise(PARTS),
    ),
    "histogram": (
        number("histogram", edges=EDGES, weights=WEIGHTS),
        piecewise(list(zip(WEIGHTS, EDGES[:-1], EDGES[1:], strict=True))),
    ),
}
#: Scores are rounded.
SCORES = stats.truncnorm(-415 / 85, 135 / 85, 715, 85)
#: Counts: the field, its probability mass function, and the least value.
COUNTS = {
    "poisson": (number("poisson", "integer", mean=3), stats.poisson(3).pmf, 0),
    "poisson_large": (number("poisson", "integer", mean=400), stats.poisson(400).pmf, 0),
    "binomial": (number("binomial", "integer", trials=20, probability=0.3), stats.binom(20, 0.3).pmf, 0),
    "binomial_large": (number("binomial", "integer", trials=1000, probability=0.7), stats.binom(1000, 0.7).pmf, 0),
    "geometric": (number("geometric", "integer", probability=0.4, count="trials"), stats.geom(0.4).pmf, 1),
    "negative_binomial": (
        number("negative_binomial", "integer", successes=3, probability=0.4),
        stats.nbinom(3, 0.4).pmf,
        0,
    ),
    "zipf": (number("zipf", "integer", exponent=1.3, min=1, max=99), stats.zipfian(1.3, 99).pmf, 1),
    "integer": (number("integer", "integer", min=1, max=10), stats.randint(1, 11).pmf, 1),
    "credit_score": (
        dmb.field("finance.credit_score", {}, "integer"),
        lambda n: numpy.diff(SCORES.cdf([*(n - 0.5), n[-1] + 0.5])),
        300,
    ),
    "uniform_whole": (number("uniform", "big_integer", min=0, max=999), stats.randint(0, 1000).pmf, 0),
}
#: Values by weight: the field, and the weight of each value.
SHARES = {
    "choice": (dmb.field("choice", {"weights": {"a": 70, "b": 25, "c": 5}}, "string"), {"a": 70, "b": 25, "c": 5}),
    "choice_even": (dmb.field("choice", {"values": [1, 2, 3, 4, 5, 6]}, "integer"), dict.fromkeys(range(1, 7), 1)),
    "enumerated": ({"type": "enum", "choices": ["x", "y", "z"]}, {"x": 1, "y": 1, "z": 1}),
    "boolean": (dmb.field("boolean", {"rate": 0.92}, "boolean"), {True: 92, False: 8}),
    "rating": (number("rating", "integer", weights={"5": 60, "4": 25, "1": 15}), {5: 60, 4: 25, 1: 15}),
    "stars": (number("rating", "integer", shape="even"), dict.fromkeys(range(1, 6), 1)),
    "step": (number("step", "integer", min=0, max=100, step=25), dict.fromkeys(range(0, 101, 25), 1)),
    "pattern": (
        dmb.field("code.pattern", {"pattern": "[A-D][0-4]"}, "string"),
        {f"{a}{n}": 1 for a in "ABCD" for n in range(5)},
    ),
    "country": (dmb.field("address.country_code", {}, "string"), {"MX": 70, "US": 30}),
    "sex": (dmb.field("person.sex", {"female": "F", "male": "M"}, "string"), {"F": 1, "M": 1}),
    "nulls": (dmb.field("choice", {"values": ["x"]}, "string", nullable=True, null_rate=0.3), {"x": 70, None: 30}),
}


#: Judged by tests of their own below.
OTHERS = {
    "number.correlated",
    "number.random_walk",
    "number.temperature",
    "number.time_series",
    "datetime.events",
    "datetime.ordered",
}
#: Generators with numbers or weights among their parameters whose values follow no law that is stated, and why.
WITHOUT = {
    "commerce.price": "any within the range of the row's product",
    "company.employee_count": "mostly few: the engine's test holds the quantiles of Eurostat's statistics",
    "datetime.utc_offset": "that of the row's time zone, of which test_shares judges how often each comes",
    "finance.amount": "any within its bounds, written as the country does",
    "system.endpoint": "suits the row's method",
    "system.error_message": "suits the row's status, whose shares test_shares judges",
    "system.exception": "suits the row's error",
    "system.http_method": "as frequent as they are used: no shares are told",
    "system.http_reason": "that of the row's status, which test_bundles judges",
    "system.latency_ms": "as long as suits the row's method and status",
    "system.stack_depth": "any from 3 to 35",
    "system.stack_trace": "that of the row's error",
    "text.review": "as content as the row's rating, whose law is judged",
}


def bears_a_law(known):
    """Whether a generator's parameters tell how its values are spread: numbers and weights do, and words such as these."""
    kinds, words = {"number", "weights", "rows", "generator"}, {"weights", "shape", "lean", "interval"}
    told = any(param["kind"] in kinds or param["name"] in words for param in known["params"])
    return told or known["family"] == "number"


def test_every_law_of_the_catalogue_is_judged_or_said_not_to_be():
    fields = [field for field, *_ in (CONTINUOUS | COUNTS | SHARES).values()]
    judged = {name for field in fields for name in field.get("generator", {})} | OTHERS | test_shares.judged()
    lawful = {name for name, known in dmb.catalogue().items() if bears_a_law(known)}
    assert not lawful - judged - set(WITHOUT), f"neither judged nor excused: {sorted(lawful - judged - set(WITHOUT))}"
    assert not set(WITHOUT) - lawful | set(WITHOUT) & judged, "excused without need"


def passes(name, p):
    assert p > LEAST, f"{name}: p = {p:.2g}"


@pytest.fixture(scope="module")
def continuous():
    return one_table({name: field for name, (field, _) in CONTINUOUS.items()})


@pytest.mark.parametrize("name", CONTINUOUS)
def test_continuous(continuous, name):
    distribution = CONTINUOUS[name][1]
    function = getattr(distribution, "cdf", distribution)
    passes(name, stats.ks_1samp(continuous[name], function, method="asymp").pvalue)
    # What KS sees least is the far ends: of the values turned into even ones, a chi-square of both.
    shares = numpy.clip(function(continuous[name]), 0, 1)
    edges = [0, 1e-4, 1e-3, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 0.9999, 1]
    passes(name, stats.chisquare(numpy.histogram(shares, edges)[0], numpy.diff(edges) * ROWS).pvalue)


def test_normal_by_anderson_and_darling(continuous):
    assert stats.anderson(continuous["normal"], "norm", method="interpolate").pvalue >= 0.01


def test_counts_and_shares():
    fields = {name: field for name, (field, *_) in (COUNTS | SHARES).items()}
    # A design's mix of locales; every other column is the same in each.
    with tempfile.TemporaryDirectory() as folder:
        design = dmb.design({"rows": {"rows": ROWS, "fields": fields}}, locale={"es_MX": 70, "en_US": 30})
        path = dmb.run(design, folder)["rows"]
        with duckdb.connect() as base:
            made = base.execute("select * from read_csv(?)", [str(path)]).fetchnumpy()
    for name, (_, mass, low) in COUNTS.items():
        passes(name, by_mass(made[name], mass, low))
    for name, (_, expected) in SHARES.items():
        values = made[name]
        if numpy.ma.isMaskedArray(values):
            values = numpy.where(values.mask, "", values.data.astype(str))
            expected = (
                {key or "": share for key, share in expected.items()}
                if None in expected
                else {str(k): s for k, s in expected.items()}
            )
        passes(name, by_shares(values, expected))


def test_moments_are_even_within_their_range():
    made = one_table(
        {
            "moment": dmb.field("datetime.between", {"from": "2024-01-01", "to": "2025-12-31T23:59:59Z"}, "datetime"),
            "day": dmb.field("datetime.date", {"from": "2024-01-01", "to": "2024-12-31"}, "date"),
            "clock": dmb.field("datetime.time", {"precision": "minute"}, "time"),
            "recent": dmb.field("datetime.recent", {"days": 30}, "datetime"),
            "workday": dmb.field("datetime.business_day", {}, "date"),
        }
    )
    first, last = numpy.datetime64("2024-01-01", "s"), numpy.datetime64("2026-01-01", "s")
    length = (last - first).astype(float)
    share = ((made["moment"] - first) / numpy.timedelta64(1, "s")).astype(float) / length
    passes("moment", stats.ks_1samp(share, stats.uniform.cdf, method="asymp").pvalue)
    days = made["day"].astype("datetime64[D]")
    passes(
        "day",
        by_shares(
            days.astype(int), dict.fromkeys(range(int(days.astype(int).min()), int(days.astype(int).min()) + 366), 1)
        ),
    )
    passes("clock", by_shares(made["clock"].astype(str), {f"{m // 60:02}:{m % 60:02}:00": 1 for m in range(1440)}))
    # The nearer the oftener: the square root of the distance from now is even.
    back = numpy.sqrt(((last - made["recent"]) / numpy.timedelta64(1, "s")).astype(float) / (30 * 86_400))
    passes("recent", stats.ks_1samp(back, stats.uniform.cdf, method="asymp").pvalue)
    assert set(made["workday"].astype("datetime64[D]").astype(int) % 7) == {0, 1, 4, 5, 6}, "1970-01-01 was a Thursday"


def test_series():
    made = one_table(
        {
            "walk": number("random_walk", start=0, step=2, drift=0.5),
            "noise": number("time_series", base=50, trend=0, noise=3, start="2025-01-01"),
            "event": dmb.field(
                "datetime.events", {"start": "2000-01-01", "interval": "10m", "precision": "microsecond"}, "datetime"
            ),
        }
    )
    passes("walk", stats.ks_1samp(numpy.diff(made["walk"]), stats.norm(0.5, 2).cdf, method="asymp").pvalue)
    passes("noise", stats.ks_1samp(made["noise"], stats.norm(50, 3).cdf, method="asymp").pvalue)
    gaps = numpy.diff(made["event"]).astype("timedelta64[us]").astype(float) / 600e6
    passes("event", stats.ks_1samp(gaps, stats.expon.cdf, method="asymp").pvalue)


def test_noise_remembers_around_trend_and_seasons():
    params = {"base": 50, "trend": 0.001, "noise": 3, "memory": 0.6, "start": "2025-01-01"}
    seasons = [{"period": 7, "amplitude": 20, "peak": 2}, {"period": 365.25, "amplitude": 5}]
    value = one_table({"value": number("time_series", **params, seasons=seasons)})["value"]
    row = numpy.arange(ROWS)
    waves = sum(s["amplitude"] * numpy.cos(2 * numpy.pi * (row - s.get("peak", 0)) / s["period"]) for s in seasons)
    noise = value - 50 - 0.001 * row - waves
    # What is new in each row is free of what was before.
    new = noise[1:] - 0.6 * noise[:-1]
    passes("new", stats.ks_1samp(new, stats.norm(0, 3 * 0.8).cdf, method="asymp").pvalue)
    passes("free", stats.pearsonr(new[1:], new[:-1]).pvalue)


TEMPERATURES = {
    "celsius": ({"mean": 15, "seasonal": 8, "daily": 3, "noise": 2}, 200, (1, 0)),
    "south": ({"mean": 21, "seasonal": 5, "daily": 4, "noise": 1, "hemisphere": "south"}, 200 + 365.2425 / 2, (1, 0)),
    "fahrenheit": ({"unit": "fahrenheit"}, 200, (1.8, 32)),
}
#: Where nothing is told.
USUAL = {"mean": 14, "seasonal": 9, "daily": 4, "noise": 2.5}


def test_temperatures_are_normal_around_season_and_hour():
    moments = {"from": "2020-01-01", "to": "2025-12-31T23:59:59Z"}
    fields = {name: number("temperature", **params, field="at") for name, (params, *_) in TEMPERATURES.items()}
    made = one_table({"at": dmb.field("datetime.between", moments, "datetime"), **fields})
    days = (made["at"] - numpy.datetime64("1970-01-01")) / numpy.timedelta64(1, "D")
    for name, (params, warmest, (factor, shift)) in TEMPERATURES.items():
        told = USUAL | params
        season = numpy.cos(2 * numpy.pi * (numpy.floor(days) - warmest) / 365.2425)
        hour = numpy.cos(2 * numpy.pi * (days % 1 * 24 - 15) / 24)
        weather = (made[name] - shift) / factor - told["mean"] - told["seasonal"] * season - told["daily"] * hour
        passes(name, stats.ks_1samp(weather, stats.norm(0, told["noise"]).cdf, method="asymp").pvalue)


def test_moments_in_order_move_within_their_jitter():
    params = {"start": "2000-01-01", "interval": "10m", "jitter": 0.5, "precision": "microsecond"}
    made = one_table({"at": dmb.field("datetime.ordered", params, "datetime")})["at"]
    since = (made - numpy.datetime64("2000-01-01")) / numpy.timedelta64(1, "us")
    moved = (since - numpy.arange(ROWS) * 600e6) / 300e6
    passes("moved", stats.ks_1samp(moved, stats.uniform.cdf, method="asymp").pvalue)


def test_columns_and_rows_know_nothing_of_one_another():
    made = one_table({f"c{n}": number("uniform") for n in range(8)})
    columns = numpy.array(list(made.values()))
    pairs = [(columns[a], columns[b]) for a in range(8) for b in range(a)]
    lags = [(column[:-lag], column[lag:]) for column in columns for lag in (1, 2, 512, 16_384)]
    ps = [stats.pearsonr(one, other).pvalue for one, other in pairs + lags]
    assert min(ps) > LEAST / 10 and stats.ks_1samp(ps, stats.uniform.cdf).pvalue > LEAST, (
        f"p of {len(ps)} pairs: least {min(ps):.2g}"
    )


MATRIX = [[1, 0.7, -0.2, 0.1], [0.7, 1, 0.3, 0], [-0.2, 0.3, 1, -0.5], [0.1, 0, -0.5, 1]]
MARGINS = [
    ({"mean": 170, "std_dev": 9}, stats.norm(170, 9)),
    ({"distribution": "lognormal", "median": 70, "sigma": 0.2}, stats.lognorm(0.2, scale=70)),
    ({"distribution": "uniform", "min": 2, "max": 5}, stats.uniform(2, 3)),
    ({"distribution": "exponential", "mean": 4}, stats.expon(scale=4)),
]


def test_correlated_columns_have_their_matrix_and_margins():
    made = one_table(
        {
            f"c{n}": number("correlated", group="g", position=n + 1, matrix=MATRIX, **params)
            for n, (params, _) in enumerate(MARGINS)
        }
    )
    normal = []
    for n, (_, margin) in enumerate(MARGINS):
        passes(f"margin {n}", stats.ks_1samp(made[f"c{n}"], margin.cdf, method="asymp").pvalue)
        normal.append(stats.norm.ppf(margin.cdf(made[f"c{n}"])))
    for a in range(4):
        for b in range(a):
            # Fisher's transformation of a correlation is normal with this deviation.
            z = (numpy.arctanh(numpy.corrcoef(normal[a], normal[b])[0, 1]) - numpy.arctanh(MATRIX[a][b])) * (
                ROWS - 3
            ) ** 0.5
            passes(f"correlation {a} {b}", 2 * stats.norm.sf(abs(z)))


PARENTS = 300_000
CHILDREN = {
    "constant": ({"constant": {"value": 3}}, None),
    "uniform": ({"uniform": {"min": 0, "max": 6}}, stats.randint(0, 7).pmf),
    "poisson": ({"poisson": {"mean": 3}}, stats.poisson(3).pmf),
    "choice": (
        {"choice": {"weights": {"0": 20, "1": 50, "2": 25, "5": 5}}},
        lambda n: numpy.choose(n, [0.2, 0.5, 0.25, 0, 0, 0.05]),
    ),
}


def test_children_per_parent():
    key = {"parent": {"type": "foreign_key", "to": "parents.id"}}
    tables = {"parents": {"rows": PARENTS, "fields": {"id": {"type": "auto_increment"}}}}
    for name, (distribution, _) in CHILDREN.items():
        tables[name] = {"rows": {"per": "parents", "distribution": distribution}, "fields": key}
    tables["spread"] = {"rows": ROWS, "fields": key}
    made = load(tables)
    for name, (_, mass) in CHILDREN.items():
        counts = numpy.bincount(made[name]["parent"].astype(int), minlength=PARENTS + 1)[1:]
        if mass is None:
            assert set(counts) == {3}
        else:
            passes(name, by_mass(counts, mass))
    spread = numpy.bincount(made["spread"]["parent"].astype(int), minlength=PARENTS + 1)[1:]
    passes("spread", stats.chisquare(spread).pvalue)
