"""Judges of accounts, cards, money and securities: schwifty, python-stdnum, clabe, eth-utils, bech32m, pycountry."""

import datetime

import bech32m
import clabe
import pycountry
from eth_utils import is_checksum_address
from schwifty import BIC, IBAN
from stdnum import bic, bitcoin, cusip, iban, isin, lei, luhn
from stdnum.ar import cbu
from stdnum.es import ccc
from stdnum.gb import sedol
from stdnum.us import rtn

from dmb import LOCALES
from judge import by_locale, each, local, valid

COUNTRY = {locale: locale[3:] for locale in LOCALES}


def bank_identifier(value, locale):
    """A BIC of the locale's country, to two libraries."""
    return bic.is_valid(value) and BIC(value).country_code == COUNTRY[locale]


def account(country):
    """An IBAN of a country, national check digits included, to two libraries."""
    return lambda value: iban.is_valid(value) and IBAN(value, validate_bban=True).country_code == country


def within_iban(country):
    """An account number that makes an IBAN of a country, its national check digits right."""
    return lambda value: bool(IBAN.from_bban(country, value, validate_bban=True))


def expiry(value):
    """A month that is not over as of the design's now."""
    return datetime.datetime.strptime(value, "%m/%y") >= datetime.datetime(2026, 1, 1)


def bitcoin_address(value):
    # python-stdnum knows the first version of Bech32 only; addresses of taproot have the second (BIP 350).
    return bech32m.decode("bc", value).witver == 1 if value.startswith("bc1p") else bitcoin.is_valid(value)


def currency_code(value, _=None):
    return pycountry.currencies.get(alpha_3=value) is not None


JUDGES = [
    each("finance.card_number", valid(luhn)),
    *(
        each("finance.card_number", valid(luhn), {"network": n})
        for n in ("visa", "mastercard", "amex", "diners", "discover")
    ),
    each("finance.card_expiry", expiry),
    each("finance.iban", account("ES")),
    each("finance.iban", account("DE"), {"country": "DE"}),
    local("finance.bic", LOCALES, bank_identifier),
    by_locale(
        "finance.account_number",
        {
            "es_ES": valid(ccc),
            "es_MX": clabe.validate_clabe,
            "es_AR": valid(cbu),
            "fr_FR": within_iban("FR"),
            "it_IT": within_iban("IT"),
        },
    ),
    each("finance.clabe", clabe.validate_clabe),
    each("finance.routing_number", valid(rtn)),
    each("finance.bitcoin_address", bitcoin_address),
    *(
        each("finance.bitcoin_address", bitcoin_address, {"kind": kind})
        for kind in ("bech32", "taproot", "p2sh", "p2pkh")
    ),
    each("finance.ethereum_address", is_checksum_address),
    local("finance.isin", LOCALES, lambda value, _: isin.is_valid(value)),
    each("finance.cusip", valid(cusip)),
    each("finance.sedol", valid(sedol)),
    each("finance.lei", valid(lei)),
    local("finance.currency", LOCALES, currency_code),
    each("address.nation_currency", currency_code),
]

WITHOUT = {
    "finance.account_name": "words",
    "finance.amount": "a number with a symbol, tested in the engine",
    "finance.bank_name": "names",
    "finance.card_cvv": "three or four digits; judged with its card among the bundles",
    "finance.card_holder": "a name; judged with its person among the bundles",
    "finance.card_network": "a word; judged with its card among the bundles",
    "finance.credit_score": "a number",
    "finance.currency_name": "words",
    "finance.currency_symbol": "signs; there are several for some currencies",
    "finance.exchange_code": "no library has the list of market codes (ISO 10383)",
    "finance.exchange_rate": "a number",
    "finance.invoice_number": "of the design's own making",
    "finance.sort_code": "six digits; no library has the list of British banks",
    "finance.stock_ticker": "words",
    "finance.tax_rate": "a number",
    "finance.transaction_description": "words",
    "finance.transaction_type": "words",
}
