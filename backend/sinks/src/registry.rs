//! The formats there are. Everything a person sees of them is read from here; a new format is one folder and one line.

use std::io::Write;
use std::sync::{Arc, LazyLock};

use dmb_engine::generator::{ParamDescriptor, Words};
use dmb_engine::output::Output;
use dmb_spec::{Params, Violation, words};

use crate::options::{self, Options};
use crate::output::{Artifacts, ExportInfo, FileOutput, FileTarget};
use crate::table_files::Place;
use crate::{arrow, csv, html, json, manifest, markdown, parquet, sql, xlsx};

/// What the catalogue tells of a format.
#[derive(Clone, Debug, PartialEq)]
pub struct FormatDescriptor {
    /// Word used in jobs and in the API.
    pub id: &'static str,
    /// What people are shown.
    pub label: Words,
    /// One or two sentences.
    pub description: Words,
    /// Ending of the file where it holds one table.
    pub extension: &'static str,
    /// Media type of that file.
    pub media_type: &'static str,
    /// Its options, in the order of the form.
    pub params: Vec<ParamDescriptor>,
    /// Most rows of one table, where the format has a limit.
    pub max_rows: Option<u64>,
}

/// Everything needed to begin a whole file.
pub(crate) struct OpenRequest<'a> {
    pub(crate) options: Options<'a>,
    pub(crate) target: FileTarget,
    pub(crate) info: &'a ExportInfo,
    pub(crate) artifacts: Artifacts,
}

/// How a format is begun.
enum Maker {
    /// As a whole file, which goes back to what was written before.
    Whole(fn(OpenRequest<'_>) -> Box<dyn Output>),
    /// A file a table, written as rows come, so that it can be a stream too.
    Flowing(fn(&Options<'_>, Place, Option<&ExportInfo>) -> Box<dyn Output>),
}

static FORMATS: LazyLock<(Vec<FormatDescriptor>, Vec<Maker>)> = LazyLock::new(|| {
    let all = [
        (xlsx::descriptor(), Maker::Whole(xlsx::open)),
        (csv::descriptor(), Maker::Flowing(csv::open)),
        (json::lines(), Maker::Flowing(json::open_lines)),
        (json::list(), Maker::Flowing(json::open_list)),
        (parquet::descriptor(), Maker::Flowing(parquet::open)),
        (arrow::descriptor(), Maker::Flowing(arrow::open)),
        (sql::descriptor(), Maker::Flowing(sql::open)),
        (markdown::descriptor(), Maker::Flowing(markdown::open)),
        (html::descriptor(), Maker::Flowing(html::open)),
    ];
    all.into_iter().unzip()
});

static MANIFEST: LazyLock<FormatDescriptor> = LazyLock::new(manifest::descriptor);

/// Every format to choose from, in the order people are shown them.
pub fn formats() -> &'static [FormatDescriptor] {
    &FORMATS.0
}

/// What a finished file of this format is: one of [`formats`], or the manifest of faults, which nobody chooses.
pub fn find(id: &str) -> Option<&'static FormatDescriptor> {
    formats().iter().chain([&*MANIFEST]).find(|f| f.id == id)
}

/// Everything wrong with the options of a format, with paths such as `options.delimiter`.
pub fn check(format: &str, options: &Params) -> Vec<Violation> {
    match formats().iter().find(|f| f.id == format) {
        Some(format) => options::check(format, options),
        None => vec![unknown(format)],
    }
}

/// Begins a file, or says everything wrong with the request. Nothing is written before the first table.
pub fn open(
    format: &str,
    options: &Params,
    target: FileTarget,
    info: &ExportInfo,
) -> Result<FileOutput, Vec<Violation>> {
    let Some(at) = formats().iter().position(|f| f.id == format) else { return Err(vec![unknown(format)]) };
    let violations = options::check(&FORMATS.0[at], options);
    if !violations.is_empty() {
        return Err(violations);
    }
    let artifacts = Artifacts::default();
    let options = Options::new(&FORMATS.0[at], options);
    let listed = Arc::clone(&artifacts);
    let output = match FORMATS.1[at] {
        Maker::Whole(open) => open(OpenRequest { options, target, info, artifacts: listed }),
        Maker::Flowing(open) => open(&options, Place::File(target, listed), Some(info)),
    };
    Ok(FileOutput::new(output, artifacts))
}

/// Begins one table as a stream of bytes, or says everything wrong with the request: not every format can be written
/// without going back to what was written before.
pub fn stream(
    format: &str,
    options: &Params,
    writer: Box<dyn Write + Send>,
) -> Result<Box<dyn Output>, Vec<Violation>> {
    let Some(at) = formats().iter().position(|f| f.id == format) else { return Err(vec![unknown(format)]) };
    let Maker::Flowing(open) = FORMATS.1[at] else {
        let others = formats().iter().zip(&FORMATS.1).filter(|(_, maker)| matches!(maker, Maker::Flowing(_)));
        let others = others.map(|(known, _)| known.id).collect::<Vec<_>>().join(", ");
        let message = format!("{format} is written as a whole file, not as a stream; streams can be: {others}.");
        return Err(vec![Violation::error("format", "not_a_stream", message)]);
    };
    let violations = options::check(&FORMATS.0[at], options);
    if !violations.is_empty() {
        return Err(violations);
    }
    Ok(open(&Options::new(&FORMATS.0[at], options), Place::Stream(writer), None))
}

fn unknown(format: &str) -> Violation {
    let known = || formats().iter().map(|f| f.id);
    let message = format!("There is no format “{format}”; there are: {}.", known().collect::<Vec<_>>().join(", "));
    let mut violation = Violation::error("format", "unknown_format", message);
    violation.suggestion = words::nearest(format, known()).map(str::to_owned);
    violation
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn everything_wrong_with_a_request_is_told() {
        let options = json!({ "delimter": "comma", "delimiter": "komma", "safe": "yes", "null": 5 });
        let found = check("csv", options.as_object().unwrap());
        let told: Vec<_> = found.iter().map(|v| format!("{} {}", v.code, v.path)).collect();
        assert_eq!(
            told,
            [
                "unknown_option options.delimter",
                "option_invalid options.delimiter",
                "option_invalid options.safe",
                "option_invalid options.null",
            ]
        );
        assert_eq!(found[0].suggestion.as_deref(), Some("delimiter"));
        assert_eq!(found[1].suggestion.as_deref(), Some("comma"));
        assert_eq!(check("cvs", &Params::new())[0].suggestion.as_deref(), Some("csv"));
        assert_eq!(check("csv", &Params::new()), []);
    }

    #[test]
    fn defaults_of_options_are_legal_themselves() {
        for format in formats() {
            let defaults: Params =
                format.params.iter().filter_map(|p| Some((p.name.to_owned(), p.default.clone()?))).collect();
            assert_eq!(check(format.id, &defaults), [], "{}", format.id);
            assert_eq!(defaults.len(), format.params.len(), "every option of {} has a default", format.id);
        }
    }
}
