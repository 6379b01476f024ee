//! `text.review`: what buyers say of a product, as content as the row's rating says.

use arrow_array::ArrayRef;
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, Input, ParamDescriptor, ParamKind,
    ParamProblem,
};
use crate::generators::support::describe::{defaulted, locale, optional, words};
use crate::generators::support::language::Language;
use crate::generators::support::locale::PerLocale;
use crate::generators::support::numbers::read;
use crate::generators::support::params::Reader;
use crate::generators::support::steps::NumberKind;
use crate::generators::support::text::{TextColumn, least, limit};
use crate::stream::{Cell, Stream};
use crate::types;

use super::opinions::{Opinions, opinions};

/// The catalogue's entry.
pub(crate) struct Review;

/// Below this share of the scale buyers are discontented: one and two stars of five.
const DISCONTENTED: f64 = 0.375;
/// From this share on they are content: four and five stars of five.
const CONTENT: f64 = 0.7;
/// How many of a hundred buyers are discontented, and how many of the others undecided, where no rating is named.
const USUAL: (u64, u64) = (16, 24);

impl Generator for Review {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "text.review",
            family: Family::Text,
            label: words("Product review", "Reseña de producto"),
            description: words(
                "What buyers say, as content as the rating of the row says: name the rating field.",
                "Lo que dicen los compradores, tan contentos como indique la valoración de la fila: nombra su campo.",
            ),
            produces: &[FieldType::Text, FieldType::String],
            params: params(),
            example: json!({}),
            localized: true,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let rating = rating(&mut reader, cx);
        let worst = reader.number("worst").unwrap_or(1.0);
        let best = reader.number("best").unwrap_or(5.0);
        if worst >= best {
            reader.problem(
                "worst",
                "empty_range",
                format!("the worst rating, {worst}, must lie below the best, {best}"),
            );
        }
        let languages = PerLocale::compile(&mut reader, cx, |locale| opinions(Language::of(locale)));
        reader.finish(Box::new(Reviews {
            rating,
            worst,
            best,
            languages,
            stream: cx.stream,
            limit: limit(cx.field),
            least: least(cx.field),
        }))
    }
}

fn params() -> Vec<ParamDescriptor> {
    let number = || ParamKind::Number { min: None, max: None };
    vec![
        optional(
            "rating",
            ParamKind::Field,
            words("Rating field", "Campo de valoración"),
            words(
                "A number of the row; where absent, most reviews are good.",
                "Un número de la fila; si falta, la mayoría son buenas.",
            ),
        ),
        defaulted(
            "worst",
            number(),
            words("Worst rating", "Peor nota"),
            words("Lower end of its scale.", "Extremo inferior de su escala."),
            1,
        ),
        defaulted(
            "best",
            number(),
            words("Best rating", "Mejor nota"),
            words("Upper end of its scale.", "Extremo superior de su escala."),
            5,
        ),
        locale(),
    ]
}

/// The field that `rating` names.
fn rating(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Option<Input> {
    let name = reader.text("rating", "");
    if name.is_empty() {
        return None;
    }
    let Some(field) = cx.table.field(name) else {
        reader.problem("rating", "unknown_field", format!("there is no field \"{name}\" in {}", cx.table.name));
        return None;
    };
    if field.field_type == FieldType::ForeignKey || NumberKind::of(&types::data_type(cx.design, field)).is_none() {
        reader.problem("rating", "wrong_type", format!("{name} is {}, not a number", field.field_type));
    }
    Some(Input::Field(field.id))
}

struct Reviews {
    rating: Option<Input>,
    worst: f64,
    best: f64,
    languages: PerLocale<&'static [Opinions; 3]>,
    stream: Stream,
    limit: Option<u32>,
    /// Fewest characters.
    least: usize,
}

impl Reviews {
    /// The opinions of a row: those of its rating, or as they usually come where there is none.
    fn kind(&self, rating: Option<f64>, cell: &mut Cell) -> usize {
        // Drawn with a rating too, so that what follows is the same words for the same row.
        let (discontented, undecided) = (cell.below(100) < USUAL.0, cell.below(100) < USUAL.1);
        match rating {
            Some(rating) => {
                let share = (rating - self.worst) / (self.best - self.worst);
                usize::from(share >= DISCONTENTED) + usize::from(share >= CONTENT)
            }
            None if discontented => 0,
            None => {
                if undecided {
                    1
                } else {
                    2
                }
            }
        }
    }

    /// Whole sentences as far as they fit: an opening, one to three details, often a closing.
    fn write(&self, row: u64, rating: Option<f64>, out: &mut TextColumn) {
        let mut cell = self.stream.cell(row);
        let opinions = &self.languages.at(row)[self.kind(rating, &mut cell)];
        out.push(one(opinions.openings, &mut cell));
        let count = 1 + cell.below(3);
        let first = cell.below(opinions.details.len() as u64);
        for n in 0..count {
            // Neighbours in the table, so none comes twice.
            self.sentence(opinions.details[((first + n) % opinions.details.len() as u64) as usize], out);
        }
        if cell.below(3) > 0 {
            self.sentence(one(opinions.closings, &mut cell), out);
        }
        while self.least > 0 && out.chars() < self.least {
            let before = out.len();
            self.sentence(one(opinions.details, &mut cell), out);
            if out.len() == before {
                break;
            }
        }
    }

    /// Appends a sentence where there is room for it.
    fn sentence(&self, text: &str, out: &mut TextColumn) {
        // Bytes are at least as many as characters, so what passes here fits.
        if self.limit.is_none_or(|most| out.len() + 1 + text.len() <= most as usize) {
            out.push(" ");
            out.push(text);
        }
    }
}

fn one(table: &'static [&'static str], cell: &mut Cell) -> &'static str {
    table[cell.below(table.len() as u64) as usize]
}

impl Filler for Reviews {
    fn inputs(&self) -> Vec<Input> {
        self.rating.iter().cloned().collect()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let ratings = self.rating.as_ref().map(|_| read(cx.inputs.first())).transpose()?;
        let mut out = TextColumn::new(cx.rows.len(), 120, self.limit);
        for (at, &row) in cx.rows.iter().enumerate() {
            self.write(row, ratings.as_ref().and_then(|ratings| ratings[at]), &mut out);
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::cast::AsArray;
    use arrow_array::{Decimal128Array, Int32Array};

    use super::*;
    use crate::testing::Trial;

    fn kind_of(text: &str, language: Language) -> Option<usize> {
        opinions(language).iter().position(|kind| kind.openings.iter().any(|opening| text.starts_with(opening)))
    }

    #[test]
    fn reviews_agree_with_their_ratings() {
        let trial = Trial::new("text.review", json!({ "rating": "stars" }), FieldType::Text)
            .beside("stars", FieldType::Integer, None)
            .locale("es_MX");
        let stars: Vec<Option<i32>> = (0..300).map(|n| Some(n % 5 + 1)).collect();
        let made = trial.fill_with(300, &[Arc::new(Int32Array::from(stars.clone()))]);
        for (text, stars) in made.as_string::<i32>().iter().flatten().zip(stars.into_iter().flatten()) {
            let expect = [0, 0, 1, 2, 2][stars as usize - 1];
            assert_eq!(kind_of(text, Language::Spanish), Some(expect), "{stars}: {text}");
        }
    }

    #[test]
    fn other_scales_and_missing_ratings() {
        let params = json!({ "rating": "mark", "worst": 0, "best": 10 });
        let trial = Trial::new("text.review", params, FieldType::Text).beside("mark", FieldType::Decimal, None);
        let marks =
            Decimal128Array::from(vec![Some(150), Some(550), Some(950), None]).with_precision_and_scale(12, 2).unwrap();
        let made = trial.fill_with(4, &[Arc::new(marks)]);
        let kinds: Vec<_> =
            made.as_string::<i32>().iter().flatten().map(|text| kind_of(text, Language::English)).collect();
        assert_eq!(kinds[..3], [Some(0), Some(1), Some(2)]);
        assert!(kinds[3].is_some());
    }

    #[test]
    fn reviews_without_ratings_are_mostly_good_and_of_whole_sentences() {
        let trial =
            Trial::new("text.review", json!({}), FieldType::String).field(|f| f.constraints.max_length = Some(90));
        let texts = trial.texts(1_000);
        let good = texts.iter().filter(|text| kind_of(text, Language::English) == Some(2)).count();
        assert!((570..700).contains(&good), "{good}");
        assert!(texts.iter().all(|text| text.chars().count() <= 90 && text.ends_with(['.', '!'])));
    }

    #[test]
    fn what_is_no_rating_is_refused() {
        let trial = |params| Trial::new("text.review", params, FieldType::Text).beside("name", FieldType::String, None);
        assert_eq!(trial(json!({ "rating": "name" })).compile().err().unwrap()[0].code, "wrong_type");
        assert_eq!(trial(json!({ "worst": 5, "best": 1 })).compile().err().unwrap()[0].code, "empty_range");
    }
}
