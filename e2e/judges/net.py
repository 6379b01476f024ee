"""Judges of what the net and the telephone use: email-validator, phonenumbers, ipaddress, user-agents, tldextract …"""

import ipaddress
import urllib.parse
import urllib.request
from functools import cache
from xml.etree import ElementTree

import jwt
import langcodes
import phonenumbers
import pycountry
import tldextract
from email_validator import validate_email
from opentelemetry.trace import get_current_span
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
from slugify import slugify
from stdnum import mac
from user_agents import parse as parse_agent

from dmb import LOCALES
from judge import each, local, valid

# The list of public suffixes that comes with the library; nothing is fetched.
suffix_of = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def email(value, _=None):
    # No DNS is asked. Names that RFC 2606 keeps for examples are what such addresses should have.
    return bool(validate_email(value, check_deliverability=False))


def phone(value, locale):
    """A number that is valid in the locale's country, written as the library would write it where it is E.164."""
    number = phonenumbers.parse(value, None if value.startswith("+") else locale[3:])
    return phonenumbers.is_valid_number_for_region(number, locale[3:])


def web_address(value, _=None):
    parts = urllib.parse.urlsplit(value)
    assert not set(value) & set(' "<>\\^`{|}') and value.isascii(), "characters that RFC 3986 does not allow"
    return parts.scheme in ("http", "https") and domain(parts.hostname)


def domain(value, _=None):
    """A registered name below a public suffix, in letters that DNS takes."""
    found = suffix_of(value)
    labels = value.split(".")
    return bool(found.domain and found.suffix) and all(0 < len(label) < 64 and label.encode("idna") for label in labels)


def drawing(value, _=None):
    """A data address that holds a picture."""
    with urllib.request.urlopen(value) as answer:
        return ElementTree.fromstring(answer.read()).tag.endswith("svg")


@cache
def agent(value):
    """A browser and a system that the library knows by name."""
    found = parse_agent(value)
    return "Other" not in (found.browser.family, found.os.family) and found.browser.version != ()


def token(value):
    claims = jwt.decode(value, options={"verify_signature": False})
    return claims["exp"] > claims["iat"]


def query(value, _=None):
    return len(urllib.parse.parse_qsl(value, strict_parsing=True)) > 0


def header(value):
    name, text = value.split(": ", 1)
    request = urllib.request.Request("http://example.com", headers={name: text})
    return request.header_items() and text == text.strip()


def network(version):
    return lambda value: ipaddress.ip_network(value, strict=True).version == version and "/" in value


def address(version, test):
    def judge(value):
        found = ipaddress.ip_address(value)
        return found.version == version and test(found)

    return judge


def bucket(value):
    """An address of a thing in a bucket, whose name is a host's label (the rules of S3 for names)."""
    parts = urllib.parse.urlsplit(value)
    return parts.scheme == "s3" and domain(f"{parts.hostname}.s3.amazonaws.com") and len(parts.path) > 1


def trace(value):
    """What OpenTelemetry takes over from the caller of a service."""
    found = get_current_span(TraceContextTextMapPropagator().extract({"traceparent": value})).get_span_context()
    return found.is_valid and found.is_remote and format(found.trace_id, "032x") in value


def language(value):
    return pycountry.languages.get(alpha_2=value) is not None


def public(found):
    return found.is_global and not found.is_multicast


JUDGES = [
    *(local("phone.number", LOCALES, phone, {"form": form}, "phone") for form in ("international", "e164", "national")),
    local("internet.email", LOCALES, email, type="email"),
    local("internet.email", LOCALES, email, {"domains": "free"}, "email"),
    local("internet.company_email", LOCALES, email, type="email"),
    each("internet.ipv4", address(4, public), type="ip_address"),
    each("internet.ipv4", address(4, lambda found: found.is_private), {"range": "private"}, "ip_address"),
    each("internet.ipv6", address(6, public), type="ip_address"),
    each("internet.ipv6", address(6, lambda found: found.is_private), {"range": "private"}, "ip_address"),
    each("internet.cidr", network(4)),
    each("internet.cidr6", network(6)),
    each("internet.mac", valid(mac)),
    each("internet.mac", valid(mac), {"separator": "-"}),
    each("internet.user_agent", agent),
    each("internet.user_agent", lambda value: parse_agent(value).is_mobile, {"device": "mobile"}),
    each("internet.user_agent", lambda value: parse_agent(value).is_pc, {"device": "desktop"}),
    each("system.user_agent", agent),
    each("internet.jwt", token),
    each("internet.http_header", header),
    each("internet.referrer", web_address, type="url"),
    each("internet.top_level_domain", lambda value: suffix_of(f"example.{value}").suffix == value),
    each("internet.language_code", language),
    each("internet.locale_code", langcodes.tag_is_valid),
    local("internet.url", LOCALES, web_address, type="url"),
    local("internet.page_url", LOCALES, web_address, type="url"),
    local("internet.domain", LOCALES, domain),
    local("internet.subdomain", LOCALES, domain),
    local("internet.user_name", LOCALES, lambda value, _: email(f"{value}@example.com")),
    local(
        "internet.path", LOCALES, lambda value, _: value.startswith("/") and web_address(f"http://example.com{value}")
    ),
    local("internet.slug", LOCALES, lambda value, _: slugify(value) == value),
    local("text.slug", LOCALES, lambda value, _: slugify(value) == value),
    each("system.endpoint", lambda value: value.startswith("/") and web_address(f"http://example.com{value}")),
    each("system.s3_uri", bucket),
    each("system.traceparent", trace),
    local("internet.email_provider", LOCALES, domain),
    local("internet.query_string", LOCALES, query),
    local("internet.avatar_url", LOCALES, drawing),
    each("media.image_url", drawing, type="url"),
]

WITHOUT = {
    "internet.asn": "any number of the range for private use (RFC 6996), which the engine tests",
    "internet.cookie_id": "of no published form",
    "internet.language": "words; judged with its code among the bundles",
    "internet.oauth_scope": "words",
    "internet.password": "anything is a password",
    "internet.social_handle": "every network has its own rules",
    "internet.utm_campaign": "words",
    "internet.utm_medium": "words",
    "internet.utm_source": "words",
}
