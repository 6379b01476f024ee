//! What stands on a payment card besides number and holder: network, expiry, security code. Network and code are those of
//! the column of numbers that `number` names; without it they agree with one another.

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef};
use chrono::{Datelike, Months};
use dmb_spec::{FieldId, FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, Input, ParamDescriptor, ParamKind,
    ParamProblem, Words,
};
use crate::generators::support::describe::{TEXT, bundle, defaulted, optional, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::stream::Stream;

/// Networks.
pub(crate) struct CardNetwork;
/// Months of expiry.
pub(crate) struct CardExpiry;
/// Security codes.
pub(crate) struct CardCvv;

/// Names of networks in the words of `finance.card_number`, and as people read them.
const NETWORKS: [(&str, &str); 5] = [
    ("visa", "Visa"),
    ("mastercard", "Mastercard"),
    ("amex", "American Express"),
    ("diners", "Diners Club"),
    ("discover", "Discover"),
];
const AMEX: usize = 2;
const CASES: &[&str] = &["name", "code"];
const FORMS: &[&str] = &["MM/YY", "MM/YYYY", "YYYY-MM"];

impl Generator for CardNetwork {
    fn descriptor(&self) -> Descriptor {
        let form = defaulted(
            "as",
            ParamKind::Choice(CASES),
            words("As", "Como"),
            words("Visa, or visa.", "Visa (name) o visa (code)."),
            CASES[0],
        );
        descriptor(
            "finance.card_network",
            words("Card network", "Red de tarjeta"),
            words(
                "Networks of payment cards: that of the row's card number, or of the number in a column that is named.",
                "Redes de tarjetas de pago: la del número de tarjeta de la fila, o la del número de la columna indicada.",
            ),
            vec![number(), form, bundle(&["card"])],
            json!({ "as": "name" }),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let coded = reader.choice("as", CASES) == "code";
        let cards = Cards::compile(&mut reader, cx);
        reader.finish(Box::new(Networks { cards, coded, limit: limit(cx.field) }))
    }
}

impl Generator for CardCvv {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "finance.card_cvv",
            words("Card security code", "Código de seguridad de tarjeta"),
            words(
                "Security codes of payment cards: four digits for American Express, three for the others.",
                "Códigos de seguridad de tarjetas de pago: cuatro dígitos en American Express, tres en las demás.",
            ),
            vec![number(), bundle(&["card"])],
            json!({}),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let cards = Cards::compile(&mut reader, cx);
        if let Some(most) = limit(cx.field).filter(|most| *most < 4) {
            reader.problem("", "too_short", format!("these codes need a length of 4; the field allows {most}"));
        }
        reader.finish(Box::new(Codes(cards)))
    }
}

impl Generator for CardExpiry {
    fn descriptor(&self) -> Descriptor {
        let form = defaulted(
            "as",
            ParamKind::Choice(FORMS),
            words("Form", "Forma"),
            words("How month and year are written.", "Cómo se escriben el mes y el año."),
            FORMS[0],
        );
        let expired = defaulted(
            "expired",
            ParamKind::Number { min: Some(0.0), max: Some(1.0) },
            words("Expired", "Caducadas"),
            words("What share of the cards is out of date.", "Qué proporción de las tarjetas está caducada."),
            0.0,
        );
        descriptor(
            "finance.card_expiry",
            words("Card expiry", "Caducidad de tarjeta"),
            words(
                "Month and year until which a card is valid, within five years of the design's now.",
                "Mes y año hasta los que vale una tarjeta, dentro de los cinco años desde el ahora del diseño.",
            ),
            vec![form, expired, bundle(&["card"])],
            json!({ "as": "MM/YY" }),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let form = reader.choice("as", FORMS);
        let expired = reader.number("expired").unwrap_or(0.0);
        if let Some(most) = limit(cx.field).filter(|most| (*most as usize) < form.len()) {
            let message = format!("{form} needs a length of {}; the field allows {most}", form.len());
            reader.problem("as", "too_short", message);
        }
        let stream = stream(&mut reader, cx).slot(1);
        let month = cx.as_of.date_naive().with_day(1).unwrap_or(cx.as_of.date_naive());
        reader.finish(Box::new(Expiries { form, expired, month, stream }))
    }
}

fn descriptor(
    name: &'static str,
    label: Words,
    description: Words,
    params: Vec<ParamDescriptor>,
    example: serde_json::Value,
) -> Descriptor {
    Descriptor {
        name,
        family: Family::Finance,
        label,
        description,
        produces: TEXT,
        params,
        example,
        localized: false,
        unique: false,
    }
}

fn number() -> ParamDescriptor {
    optional(
        "number",
        ParamKind::Field,
        words("Column of card numbers", "Columna de números de tarjeta"),
        words(
            "The field of this table whose card number it belongs to.",
            "El campo de esta tabla a cuyo número de tarjeta pertenece.",
        ),
    )
}

/// Of the cards of a bundle.
pub(super) fn stream(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Stream {
    cx.table_stream.named("card").named(reader.text("bundle", ""))
}

/// The cards of a bundle.
struct Cards {
    number: Option<FieldId>,
    stream: Stream,
}

impl Cards {
    fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let name = reader.text("number", "");
        let field = cx.table.field(name);
        if field.is_none() && !name.is_empty() {
            reader.problem("number", "unknown_field", format!("there is no field {name:?} in {}", cx.table.name));
        }
        if field.is_some_and(|field| ![FieldType::String, FieldType::Text].contains(&field.field_type)) {
            reader.problem("number", "wrong_type", format!("{name} holds no text, so no card numbers"));
        }
        Self { number: field.map(|field| field.id), stream: stream(reader, cx) }
    }

    fn inputs(&self) -> Vec<Input> {
        self.number.map(Input::Field).into_iter().collect()
    }

    /// The place among [`NETWORKS`] of each row's network; none where its number is missing or of another network.
    fn networks<'a>(&'a self, cx: &'a FillContext<'_>) -> Box<dyn Iterator<Item = (u64, Option<usize>)> + 'a> {
        let rows = cx.rows.iter().copied();
        match cx.inputs.first() {
            Some(numbers) => {
                let texts = numbers.as_string_opt::<i32>();
                Box::new(rows.enumerate().map(move |(at, row)| {
                    let text = texts.filter(|texts| texts.is_valid(at)).map(|texts| texts.value(at));
                    (row, text.and_then(network))
                }))
            }
            None => Box::new(rows.map(|row| (row, Some(drawn(self.stream, row))))),
        }
    }
}

/// The place among [`NETWORKS`] of a row's network, in every column that tells of the bundle's card.
pub(super) fn drawn(card: Stream, row: u64) -> usize {
    match card.slot(0).cell(row).below(100) {
        0..=54 => 0,
        55..=89 => 1,
        90..=95 => AMEX,
        96..=97 => 3,
        _ => 4,
    }
}

/// The network of a number by its first digits.
fn network(number: &str) -> Option<usize> {
    let mut digits = number.bytes().filter(u8::is_ascii_digit);
    match (digits.next()?, digits.next()?) {
        (b'4', _) => Some(0),
        (b'5', b'1'..=b'5') | (b'2', _) => Some(1),
        (b'3', b'4' | b'7') => Some(AMEX),
        (b'3', _) => Some(3),
        (b'6', _) => Some(4),
        _ => None,
    }
}

struct Networks {
    cards: Cards,
    coded: bool,
    limit: Option<u32>,
}

impl Filler for Networks {
    fn inputs(&self) -> Vec<Input> {
        self.cards.inputs()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 10, self.limit);
        for (_, network) in self.cards.networks(cx) {
            let (code, name) = network.map_or(("other", "Other"), |network| NETWORKS[network]);
            out.push(if self.coded { code } else { name });
            out.end();
        }
        out.finish()
    }
}

struct Codes(Cards);

impl Filler for Codes {
    fn inputs(&self) -> Vec<Input> {
        self.0.inputs()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 3, None);
        let stream = self.0.stream.slot(2);
        for (row, network) in self.0.networks(cx) {
            let number = stream.cell(row).below(10_000);
            out.push_padded(number, if network == Some(AMEX) { 4 } else { 3 });
            out.end();
        }
        out.finish()
    }
}

struct Expiries {
    form: &'static str,
    expired: f64,
    /// First day of the month that is now.
    month: chrono::NaiveDate,
    stream: Stream,
}

impl Filler for Expiries {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), self.form.len(), None);
        for &row in cx.rows {
            let mut cell = self.stream.cell(row);
            let past = cell.unit() < self.expired;
            // Valid for up to five years; expired ones lie up to two years back.
            let date = if past {
                self.month.checked_sub_months(Months::new(1 + cell.below(24) as u32))
            } else {
                self.month.checked_add_months(Months::new(cell.below(60) as u32))
            };
            let date = date.unwrap_or(self.month);
            let (year, month) = (date.year() as u64, u64::from(date.month()));
            match self.form {
                "YYYY-MM" => {
                    out.push_padded(year, 4);
                    out.push_byte(b'-');
                    out.push_padded(month, 2);
                }
                form => {
                    out.push_padded(month, 2);
                    out.push_byte(b'/');
                    out.push_padded(year, form.len() - 3);
                }
            }
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Trial;

    #[test]
    fn network_and_code_are_those_of_the_number() {
        let numbers = Trial::new("finance.card_number", json!({}), FieldType::String).fill(1_000);
        let beside = |name: &'static str, params: serde_json::Value| {
            let trial = Trial::new(name, params, FieldType::String).beside("pan", FieldType::String, None);
            let made = trial.fill_with(1_000, std::slice::from_ref(&numbers));
            made.as_string::<i32>().iter().flatten().map(str::to_owned).collect::<Vec<_>>()
        };
        let networks = beside("finance.card_network", json!({ "number": "pan", "as": "code" }));
        let codes = beside("finance.card_cvv", json!({ "number": "pan" }));
        for (at, number) in numbers.as_string::<i32>().iter().flatten().enumerate() {
            let amex = number.len() == 15;
            assert_eq!(networks[at] == "amex", amex, "{number}");
            assert_eq!(networks[at] == "visa", number.starts_with('4'), "{number}");
            assert_eq!(networks[at] == "diners", number.len() == 14, "{number}");
            assert_eq!(codes[at].len(), if amex { 4 } else { 3 }, "{number}");
        }
        let wrong = Trial::new("finance.card_cvv", json!({ "number": "nothing" }), FieldType::String);
        assert_eq!(wrong.compile().err().unwrap()[0].code, "unknown_field");
    }

    #[test]
    fn columns_of_a_row_tell_of_one_card_without_being_told() {
        let texts = |name| Trial::new(name, json!({}), FieldType::String).texts(1_000);
        let (numbers, codes) = (texts("finance.card_number"), texts("finance.card_cvv"));
        let networks = texts("finance.card_network");
        for ((number, shown), code) in numbers.iter().zip(&networks).zip(&codes) {
            assert_eq!(network(number).map(|place| NETWORKS[place].1), Some(shown.as_str()), "{number}");
            assert_eq!(code.len(), if shown == "American Express" { 4 } else { 3 }, "{number}");
        }
    }

    #[test]
    fn cards_expire_within_five_years_unless_they_have() {
        let texts = |params| Trial::new("finance.card_expiry", params, FieldType::String).texts(500);
        let valid = texts(json!({ "as": "YYYY-MM" }));
        assert!(valid.iter().all(|m| ("2026-01".."2031-01").contains(&m.as_str())));
        let past = texts(json!({ "as": "YYYY-MM", "expired": 1.0 }));
        assert!(past.iter().all(|m| ("2024-01".."2026-01").contains(&m.as_str())));
        assert!(texts(json!({})).iter().all(|m| m.len() == 5 && m.as_bytes()[2] == b'/'));
    }
}
