"""Ten thousand values of every generator and locale that a library of others can judge: all are accepted."""

import collections

import pytest

import catalogue
import codes
import dmb
import documents
import money
import net
import places

ROWS = 10_000
ALL = [documents, money, net, codes, places]
JUDGES = [judge for module in ALL for judge in module.JUDGES]
#: In these families every generator has a judge, or a reason why it has none.
STRICT = ("code", "finance", "identity", "internet", "phone")
ANYWHERE = "anywhere"


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


def test_every_generator_of_a_strict_family_has_a_judge_or_a_reason(capsys):
    known = catalogue.names()
    judged = {judge.generator for judge in JUDGES}
    reasons = collections.Counter(name for module in ALL for name in module.WITHOUT)
    assert judged <= set(known), f"the catalogue has no {sorted(judged - set(known))}"
    assert set(reasons) <= set(known), f"the catalogue has no {sorted(set(reasons) - set(known))}"
    assert not judged & set(reasons), f"judged, and yet said not to be: {sorted(judged & set(reasons))}"
    strict = {name for name in known if name.split(".")[0] in STRICT}
    assert not strict - judged - set(reasons), f"neither judge nor reason: {sorted(strict - judged - set(reasons))}"
    with capsys.disabled():
        without = [name for name in known if name not in judged]
        print(f"\n{len(judged)} of {len(known)} generators are judged; without a judge: {', '.join(without)}")
