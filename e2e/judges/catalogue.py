"""The catalogue as the engine's golden files have it: one file a generator, named after it."""

import pathlib

GOLDEN = pathlib.Path(__file__).parents[2] / "backend" / "engine" / "tests" / "snapshots"


def names():
    """Every generator's name."""
    return sorted(path.stem for path in GOLDEN.glob("*.snap"))
