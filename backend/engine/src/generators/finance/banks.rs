//! `finance.bank_name` and `finance.bic`: real banks of the row's country with the code that SWIFT publishes for them; in a
//! row both tell of the same bank.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem, Words,
};
use crate::generators::support::describe::{TEXT, defaulted, locale_and_bundle, words};
use crate::generators::support::locale::PerLocale;
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::stream::Stream;

/// Names of banks.
pub(crate) struct BankName;
/// Codes of banks.
pub(crate) struct Bic;

/// Name and BIC.
type Bank = (&'static str, &'static str);
type Write = fn(&mut TextColumn, &Bank);

/// Banks by country, the biggest first.
#[rustfmt::skip]
const BANKS: [(&str, &[Bank]); 13] = [
    ("US", &[
        ("JPMorgan Chase Bank", "CHASUS33"), ("Bank of America", "BOFAUS3N"), ("Citibank", "CITIUS33"),
        ("Wells Fargo Bank", "WFBIUS6S"), ("U.S. Bank", "USBKUS44"), ("PNC Bank", "PNCCUS33"),
    ]),
    ("GB", &[
        ("HSBC UK Bank", "HBUKGB4B"), ("Barclays Bank", "BARCGB22"), ("Lloyds Bank", "LOYDGB2L"),
        ("National Westminster Bank", "NWBKGB2L"), ("Santander UK", "ABBYGB2L"), ("Monzo Bank", "MONZGB2L"),
    ]),
    ("ES", &[
        ("Banco Santander", "BSCHESMM"), ("CaixaBank", "CAIXESBB"), ("BBVA", "BBVAESMM"),
        ("Banco Sabadell", "BSABESBB"), ("Bankinter", "BKBKESMM"), ("Unicaja Banco", "UCJAES2M"),
    ]),
    ("MX", &[
        ("BBVA México", "BCMRMXMM"), ("Banamex", "BNMXMXMM"), ("Banorte", "MENOMXMT"),
        ("Santander México", "BMSXMXMM"), ("HSBC México", "BIMEMXMM"), ("Scotiabank México", "MBCOMXMM"),
    ]),
    ("CO", &[
        ("Bancolombia", "COLOCOBM"), ("Banco de Bogotá", "BBOGCOBB"), ("Davivienda", "CAFECOBB"),
        ("BBVA Colombia", "GEROCOBB"), ("Banco de Occidente", "OCCICOBC"),
    ]),
    ("CL", &[
        ("Banco de Chile", "BCHICLRM"), ("BancoEstado", "BECHCLRM"), ("Banco Santander Chile", "BSCHCLRM"),
        ("Bci", "CREDCLRM"), ("Itaú Chile", "ITAUCLRM"),
    ]),
    ("AR", &[
        ("Banco de la Nación Argentina", "NACNARBA"), ("Banco Galicia", "GABAARBA"),
        ("Banco Provincia", "PRBAARBA"), ("BBVA Argentina", "BFRPARBA"), ("Banco Macro", "BSUDARBA"),
    ]),
    ("BR", &[
        ("Itaú Unibanco", "ITAUBRSP"), ("Banco do Brasil", "BRASBRRJ"), ("Bradesco", "BBDEBRSP"),
        ("Caixa Econômica Federal", "CEFXBRSP"), ("Banco Santander (Brasil)", "BSCHBRSP"),
    ]),
    ("FR", &[
        ("BNP Paribas", "BNPAFRPP"), ("Crédit Agricole", "AGRIFRPP"), ("Société Générale", "SOGEFRPP"),
        ("Crédit Lyonnais", "CRLYFRPP"), ("La Banque Postale", "PSSTFRPP"), ("CIC", "CMCIFRPP"),
    ]),
    ("DE", &[
        ("Deutsche Bank", "DEUTDEFF"), ("Commerzbank", "COBADEFF"), ("DZ Bank", "GENODEFF"),
        ("ING-DiBa", "INGDDEFF"), ("UniCredit Bank", "HYVEDEMM"), ("Landesbank Baden-Württemberg", "SOLADEST"),
    ]),
    ("IT", &[
        ("Intesa Sanpaolo", "BCITITMM"), ("UniCredit", "UNCRITMM"), ("Banco BPM", "BAPPIT21"),
        ("BPER Banca", "BPMOIT22"), ("BNL", "BNLIITRR"), ("Monte dei Paschi di Siena", "PASCITMM"),
    ]),
    ("NL", &[
        ("ING Bank", "INGBNL2A"), ("Rabobank", "RABONL2U"), ("ABN AMRO Bank", "ABNANL2A"),
        ("ASN Bank", "ASNBNL21"), ("bunq", "BUNQNL2A"), ("Knab", "KNABNL2H"),
    ]),
    ("PT", &[
        ("Caixa Geral de Depósitos", "CGDIPTPL"), ("Millennium bcp", "BCOMPTPL"), ("Santander Totta", "TOTAPTPL"),
        ("Banco BPI", "BBPIPTPL"), ("novobanco", "BESCPTPL"),
    ]),
];

const BRANCH: &[&str] = &["none", "head_office"];

impl Generator for BankName {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "finance.bank_name",
            words("Bank", "Banco"),
            words("Names of real banks of the country.", "Nombres de bancos reales del país."),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        compile(Reader::new(params), cx, |out, bank| out.push(bank.0))
    }
}

impl Generator for Bic {
    fn descriptor(&self) -> Descriptor {
        let mut made = descriptor(
            "finance.bic",
            words("BIC (SWIFT)", "BIC (SWIFT)"),
            words(
                "Codes of real banks of the country (ISO 9362), that of the bank the row names.",
                "Códigos de bancos reales del país (ISO 9362), el del banco que nombra la fila.",
            ),
        );
        made.params.insert(
            0,
            defaulted(
                "branch",
                ParamKind::Choice(BRANCH),
                words("Branch", "Sucursal"),
                words(
                    "Eight characters, or eleven with XXX for the head office.",
                    "Ocho caracteres (none) u once con XXX para la sede central (head_office).",
                ),
                BRANCH[0],
            ),
        );
        made
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let long = reader.choice("branch", BRANCH) != BRANCH[0];
        let length = if long { 11 } else { 8 };
        if let Some(most) = limit(cx.field).filter(|most| *most < length) {
            let message = format!("these codes need a length of {length}; the field allows {most}");
            reader.problem("branch", "too_short", message);
        }
        let write: Write = if long {
            |out, bank| {
                out.push(bank.1);
                out.push("XXX");
            }
        } else {
            |out, bank| out.push(bank.1)
        };
        compile(reader, cx, write)
    }
}

fn descriptor(name: &'static str, label: Words, description: Words) -> Descriptor {
    Descriptor {
        name,
        family: Family::Finance,
        label,
        description,
        produces: TEXT,
        params: locale_and_bundle(&["bank"]),
        example: json!({}),
        localized: true,
        unique: false,
    }
}

fn compile(
    mut reader: Reader<'_>,
    cx: &CompileContext<'_>,
    write: Write,
) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
    let stream = cx.table_stream.named("bank").named(reader.text("bundle", ""));
    let banks = PerLocale::compile(&mut reader, cx, |locale| {
        BANKS.iter().find(|(country, _)| *country == locale.country.code).unwrap_or(&BANKS[0]).1
    });
    reader.finish(Box::new(Told { banks, stream, write, limit: limit(cx.field) }))
}

struct Told {
    banks: PerLocale<&'static [Bank]>,
    stream: Stream,
    write: Write,
    limit: Option<u32>,
}

impl Filler for Told {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 16, self.limit);
        for &row in cx.rows {
            let banks = *self.banks.at(row);
            // The lower of two draws: the first of the list are the biggest.
            let mut cell = self.stream.cell(row);
            let place = cell.below(banks.len() as u64).min(cell.below(banks.len() as u64));
            (self.write)(&mut out, &banks[place as usize]);
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;

    use super::*;
    use crate::locales;
    use crate::testing::Trial;

    #[test]
    fn name_and_code_are_those_of_one_bank_of_the_country() {
        for locale in locales::all() {
            let [names, codes] = ["finance.bank_name", "finance.bic"]
                .map(|name| Trial::new(name, json!({}), FieldType::String).locale(locale.id).texts(200));
            let country = BANKS.iter().find(|(code, _)| *code == locale.country.code).unwrap();
            assert!(names.iter().zip(&codes).all(|(name, code)| country.1.contains(&(name.as_str(), code.as_str()))));
        }
    }

    #[test]
    fn codes_are_of_the_form_of_the_standard() {
        for (country, banks) in BANKS {
            for (name, code) in banks {
                assert!(code.len() == 8 && &code[4..6] == country, "{name}");
                assert!(code[..6].bytes().all(|b| b.is_ascii_uppercase()), "{name}");
            }
        }
    }
}
