"""What a judge is, and the forms most judges have."""

from typing import Callable, NamedTuple


class Judge(NamedTuple):
    """Judges a generator: `accepts(value, locale)` is false, or raises, where the library refuses the value."""

    generator: str
    accepts: Callable
    params: dict = {}
    type: str = "text"
    #: Locales it can judge; empty for a generator whose values are the same in every locale.
    locales: tuple = ()


def each(generator, accepts, params=None, type="text"):
    """A generator that no locale changes, judged by a function of the value."""
    return Judge(generator, lambda value, _: accepts(value), params or {}, type)


def local(generator, locales, accepts, params=None, type="text"):
    """A generator that follows the locale, judged by a function of value and locale."""
    return Judge(generator, accepts, params or {}, type, tuple(locales))


def by_locale(generator, table, params=None):
    """A generator that follows the locale, with a function of the value for each locale."""
    return local(generator, table, lambda value, locale: table[locale](value), params)


def valid(module, **options):
    """The value is valid to a module of python-stdnum."""
    return lambda value: bool(module.validate(value, **options))


def reads(parse):
    """The value is accepted if it can be read: parsers say no by raising."""
    return lambda value: (parse(value), True)[1]
