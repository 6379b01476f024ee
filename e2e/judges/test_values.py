"""Ten thousand values of every generator and locale that a library of others can judge: all are accepted."""

import collections

import pytest

import codes
import dmb
import documents
import excuses
import money
import net
import places

ROWS = 10_000
ALL = [documents, money, net, codes, places]
JUDGES = [judge for module in ALL for judge in module.JUDGES]
ANYWHERE = "anywhere"
#: Localized generators that are not judged in every locale. For cédulas and national insurance numbers `documents` says
#: why; other countries' account numbers have no check digits, or none that a library knows. The rest are documents of
#: one country: elsewhere the names they are drawn from differ, and a locale or two are judged for it.
SOME = {
    "finance.account_number": {"es_ES", "es_MX", "es_AR", "fr_FR", "it_IT"},
    "identity.national_id": set(dmb.LOCALES) - {"en_GB", "es_CO"},
    "identity.ar_cuit": {"es_AR"},
    "identity.fr_nir": {"fr_FR", "es_ES"},
    "identity.it_codice_fiscale": {"it_IT", "es_CO"},
    "identity.mx_curp": {"es_MX", "en_US", "de_DE"},
    "identity.mx_nss": {"es_MX"},
    "identity.mx_rfc": {"es_MX", "fr_FR"},
}


def judges_of(locale):
    return [judge for judge in JUDGES if (locale in judge.locales if judge.locales else locale == ANYWHERE)]


def refused(judge, values, locale):
    """What the judge refuses, with why; every value is judged once."""
    for value in set(values):
        try:
            why = None if judge.accepts(value, locale) else "refused"
        except Exception as error:
            why = f"{type(error).__name__} {error}".strip()
        if why:
            yield value, why


@pytest.mark.parametrize("locale", [ANYWHERE, *dmb.LOCALES])
def test_every_value_is_accepted(locale):
    judges = judges_of(locale)
    fields = {f"c{n}": dmb.field(judge.generator, judge.params, judge.type) for n, judge in enumerate(judges)}
    columns = dmb.columns(fields, ROWS, "en_US" if locale == ANYWHERE else locale)
    wrong = {}
    for judge, values in zip(judges, columns.values(), strict=True):
        assert len(values) == ROWS
        found = list(refused(judge, values, locale))
        if found:
            wrong[f"{judge.generator} {judge.params or ''}"] = f"{len(found)} refused, such as {found[:5]}"
    assert not wrong, "\n".join(f"{name}: {text}" for name, text in wrong.items())


def test_every_generator_of_the_catalogue_has_a_judge_or_a_reason(capsys):
    known = set(dmb.catalogue())
    judged = {judge.generator for judge in JUDGES}
    reasons = collections.Counter(name for module in [*ALL, excuses] for name in module.WITHOUT)
    assert judged <= known, f"the catalogue has no {sorted(judged - known)}"
    assert set(reasons) <= known, f"the catalogue has no {sorted(set(reasons) - known)}"
    assert not judged & set(reasons), f"judged, and yet said not to be: {sorted(judged & set(reasons))}"
    twice = sorted(name for name, count in reasons.items() if count > 1)
    assert not twice, f"two reasons: {twice}"
    assert not known - judged - set(reasons), f"neither judge nor reason: {sorted(known - judged - set(reasons))}"
    with capsys.disabled():
        print(f"\n{len(judged)} of {len(known)} generators are judged by their values, the others have reasons")


def test_what_follows_the_locale_is_judged_in_every_locale_or_there_is_a_reason():
    known = dmb.catalogue()
    told = collections.defaultdict(set)
    for judge in JUDGES:
        told[judge.generator] |= set(judge.locales or dmb.LOCALES)
    some = {name for name in told if known[name]["localized"] and told[name] != set(dmb.LOCALES)}
    assert {name: told[name] for name in some} == SOME
