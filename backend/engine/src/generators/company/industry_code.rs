//! `company.industry_code`: the class of what the row's company deals in, by NAICS 2022 (US Census Bureau; four digits) or
//! NACE Rev. 2 (Eurostat).

use arrow_array::ArrayRef;
use dmb_spec::Params;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};

use super::bundle::{self, Firms};

/// The catalogue's entry.
pub(crate) struct IndustryCode;

const SYSTEMS: &[&str] = &["locale", "naics", "nace"];
/// Codes by NAICS and NACE of the industries in the order that all locales list them: from agriculture to utilities.
#[rustfmt::skip]
const CODES: [(&str, &str); 28] = [
    ("1111", "01.11"), ("3361", "29.10"), ("5221", "64.19"), ("3251", "20.14"), ("2362", "41.20"), ("6111", "85.31"),
    ("3344", "26.11"), ("2211", "35.11"), ("7111", "90.01"), ("3152", "14.13"), ("3119", "10.89"), ("9211", "84.11"),
    ("6221", "86.10"), ("7211", "55.10"), ("5241", "65.12"), ("4931", "52.29"), ("3399", "32.99"), ("5131", "58.13"),
    ("2122", "07.29"), ("3254", "21.20"), ("5311", "68.20"), ("4551", "47.19"), ("5132", "62.01"), ("5171", "61.10"),
    ("3132", "13.20"), ("4841", "49.41"), ("5615", "79.11"), ("2213", "36.00"),
];
const LENGTH: u32 = 5;

impl Generator for IndustryCode {
    fn descriptor(&self) -> Descriptor {
        let mut made = bundle::descriptor(
            "company.industry_code",
            Family::Company,
            words("Industry code", "Código de actividad"),
            words(
                "Classes of economic activity of the row's company, by NAICS or NACE.",
                "Clases de actividad económica de la empresa de la fila, según NAICS (SCIAN) o NACE (CNAE).",
            ),
        );
        made.params.insert(
            0,
            defaulted(
                "system",
                ParamKind::Choice(SYSTEMS),
                words("Classification", "Clasificación"),
                words(
                    "NAICS, NACE, or the one used in the country of the locale.",
                    "NAICS, NACE o la que se usa en el país de la localización (locale).",
                ),
                SYSTEMS[0],
            ),
        );
        made
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let system = reader.choice("system", SYSTEMS);
        let firms = Firms::compile(&mut reader, cx);
        if let Some(most) = limit(cx.field).filter(|most| *most < LENGTH) {
            reader.problem("", "too_short", format!("these codes need a length of {LENGTH}; the field allows {most}"));
        }
        reader.finish(Box::new(Codes { system, firms }))
    }
}

struct Codes {
    system: &'static str,
    firms: Firms,
}

impl Filler for Codes {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), LENGTH as usize, None);
        for &row in cx.rows {
            let mut firm = self.firms.at(row);
            let (naics, nace) = CODES[firm.industry_place() % CODES.len()];
            let american = match self.system {
                "locale" => ["US", "MX"].contains(&firm.locale().country.code),
                system => system == "naics",
            };
            out.push(if american { naics } else { nace });
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use serde_json::json;

    use super::*;
    use crate::locales;
    use crate::testing::Trial;

    #[test]
    fn codes_are_those_of_the_row_s_industry() {
        let texts = |name, locale: &str| Trial::new(name, json!({}), FieldType::String).locale(locale).texts(300);
        let check = |locale: &str, industry: &str, code: &str| {
            let rows = texts("company.industry", locale).into_iter().zip(texts("company.industry_code", locale));
            let codes: Vec<String> = rows.filter(|(name, _)| name == industry).map(|(_, code)| code).collect();
            assert!(!codes.is_empty() && codes.iter().all(|made| made == code), "{industry}: {codes:?}");
        };
        check("en_US", "Banking", "5221");
        check("es_ES", "Banca", "64.19");
        check("es_MX", "Servicios públicos", "2213");
        check("pt_BR", "Varejo", "47.19");
        assert!(locales::all().iter().all(|locale| locale.companies.industries.len() == CODES.len()));
    }
}
