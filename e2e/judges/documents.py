"""Judges of identity documents and tax numbers: python-stdnum."""

from stdnum import luhn
from stdnum.ar import cuit
from stdnum.ar import dni as ar_dni
from stdnum.br import cnpj, cpf
from stdnum.cl import rut
from stdnum.co import nit
from stdnum.de import idnr
from stdnum.de import vat as de_vat
from stdnum.es import cif, dni, nie, nif
from stdnum.eu import vat as eu_vat
from stdnum.fr import nir, siren, siret, tva
from stdnum.gb import nhs, utr
from stdnum.gb import vat as gb_vat
from stdnum.it import codicefiscale, iva
from stdnum.mx import curp, rfc
from stdnum.nl import bsn, btw
from stdnum.pt import nif as pt_nif
from stdnum.us import ein, itin, ssn

from judge import by_locale, each, valid

PEOPLE = {
    "en_US": valid(ssn),
    "es_ES": valid(dni),
    "es_MX": valid(curp),
    "es_CL": valid(rut),
    "es_AR": valid(ar_dni),
    "pt_BR": valid(cpf),
    "fr_FR": valid(nir),
    "de_DE": valid(idnr),
    "it_IT": valid(codicefiscale),
    "nl_NL": valid(bsn),
}
COMPANIES = {
    "en_US": valid(ein),
    "en_GB": valid(gb_vat),
    "es_ES": valid(cif),
    "es_MX": valid(rfc, validate_check_digits=True),
    "es_CO": valid(nit),
    "es_CL": valid(rut),
    "es_AR": valid(cuit),
    "pt_BR": valid(cnpj),
    "fr_FR": valid(siren),
    "de_DE": valid(de_vat),
    "it_IT": valid(iva),
    "nl_NL": valid(btw),
}
UNION = "AT BE DE DK EE EL ES FI FR HR HU IT LU NL PL PT SE".split()

JUDGES = [
    by_locale("identity.national_id", PEOPLE),
    by_locale("identity.company_tax_id", COMPANIES),
    each("identity.es_dni", valid(dni)),
    each("identity.es_nie", valid(nie)),
    each("identity.es_nif", valid(nif)),
    by_locale("identity.mx_curp", {"es_MX": valid(curp), "en_US": valid(curp), "de_DE": valid(curp)}),
    by_locale(
        "identity.mx_rfc",
        {"es_MX": valid(rfc, validate_check_digits=True), "fr_FR": valid(rfc, validate_check_digits=True)},
    ),
    by_locale("identity.mx_nss", {"es_MX": valid(luhn)}),
    each("identity.co_nit", valid(nit)),
    each("identity.co_nit", valid(nit), {"of": "person"}),
    each("identity.cl_rut", valid(rut)),
    each("identity.cl_rut", valid(rut), {"of": "company"}),
    each("identity.ar_dni", valid(ar_dni)),
    by_locale("identity.ar_cuit", {"es_AR": valid(cuit)}),
    by_locale("identity.ar_cuit", {"es_AR": valid(cuit)}, {"of": "company"}),
    each("identity.us_ssn", valid(ssn)),
    each("identity.us_itin", valid(itin)),
    each("identity.us_ein", valid(ein)),
    each("identity.gb_nhs", valid(nhs)),
    each("identity.gb_utr", valid(utr)),
    each("identity.gb_vat", valid(gb_vat)),
    each("identity.br_cpf", valid(cpf)),
    each("identity.br_cnpj", valid(cnpj)),
    by_locale("identity.fr_nir", {"fr_FR": valid(nir), "es_ES": valid(nir)}),
    each("identity.fr_siren", valid(siren)),
    each("identity.fr_siret", valid(siret)),
    each("identity.fr_vat", valid(tva)),
    each("identity.de_steuer_id", valid(idnr)),
    each("identity.de_vat", valid(de_vat)),
    by_locale("identity.it_codice_fiscale", {"it_IT": valid(codicefiscale), "es_CO": valid(codicefiscale)}),
    each("identity.it_partita_iva", valid(iva)),
    each("identity.nl_bsn", valid(bsn)),
    each("identity.nl_btw", valid(btw)),
    each("identity.pt_nif", valid(pt_nif)),
    each("identity.eu_vat", valid(eu_vat), {"country": "any"}),
    *(each("identity.eu_vat", valid(eu_vat), {"country": country}) for country in UNION),
]

#: Generators of these families that no library judges, and why.
WITHOUT = {
    "identity.co_cedula": "a cédula has no check digit, and no library knows its ranges",
    "identity.gb_nino": "python-stdnum does not know it; its prefixes are tested in the engine",
    "identity.passport": "no check digit; every country has its own form",
    "identity.driving_licence": "no library knows the forms of the locales' countries",
    "identity.us_driving_licence": "no library knows the forms of the states",
}
