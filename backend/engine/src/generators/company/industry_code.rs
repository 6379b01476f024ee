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
            let industry = firm.industry();
            let american = match self.system {
                "locale" => ["US", "MX"].contains(&firm.locale().country.code),
                system => system == "naics",
            };
            out.push(if american { industry.naics } else { industry.nace });
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use serde_json::json;

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
        check("fr_FR", "Viticulture", "11.02");
        check("es_CL", "Minería", "07.29");
        let digits = |code: &str, least| code.len() == least && code.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        for industry in locales::all().iter().flat_map(|locale| locale.companies.industries) {
            assert!(digits(industry.naics, 4) && digits(industry.nace, 5), "{}", industry.name);
        }
    }
}
