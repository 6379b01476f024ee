//! Files: name, path, extension, media type, kind and size of a row agree.

use crate::generator::{CompileContext, Family, ParamDescriptor, ParamKind, Words};
use crate::generators::support::describe::{bundle, defaulted, words};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::{normal, numbers, texts};
use crate::generators::support::folding::fold;
use crate::generators::support::language::Language;
use crate::generators::support::locale::PerLocale;
use crate::generators::support::params::Reader;
use crate::generators::support::text::TextColumn;
use crate::generators::support::weights::Alias;
use crate::stream::Stream;
use dmb_spec::FieldType;

const STYLES: &[&str] = &["unix", "windows"];
const KINDS: &[&str] = &["any", "document", "image", "audio", "video", "archive", "data", "code"];

/// A type of file: media type as IANA registers it (or the usual one), how often it is met with, the usual size in bytes.
struct Format {
    kind: &'static str,
    extension: &'static str,
    media_type: &'static str,
    share: f64,
    size: f64,
}

const fn format(
    kind: &'static str,
    extension: &'static str,
    media_type: &'static str,
    share: f64,
    size: f64,
) -> Format {
    Format { kind, extension, media_type, share, size }
}

#[rustfmt::skip]
static FORMATS: [Format; 34] = [
    format("document", "pdf", "application/pdf", 16.0, 420e3),
    format("document", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 8.0, 85e3),
    format("document", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 7.0, 60e3),
    format("document", "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", 3.0, 2.4e6),
    format("document", "odt", "application/vnd.oasis.opendocument.text", 1.0, 45e3),
    format("document", "txt", "text/plain", 4.0, 6e3),
    format("document", "md", "text/markdown", 2.0, 5e3),
    format("document", "epub", "application/epub+zip", 0.5, 1.1e6),
    format("image", "jpg", "image/jpeg", 14.0, 1.6e6),
    format("image", "png", "image/png", 9.0, 320e3),
    format("image", "gif", "image/gif", 1.5, 500e3),
    format("image", "webp", "image/webp", 2.0, 140e3),
    format("image", "svg", "image/svg+xml", 2.0, 12e3),
    format("image", "heic", "image/heic", 1.0, 1.9e6),
    format("image", "tiff", "image/tiff", 0.5, 9e6),
    format("audio", "mp3", "audio/mpeg", 3.0, 4.6e6),
    format("audio", "wav", "audio/wav", 0.8, 24e6),
    format("audio", "flac", "audio/flac", 0.5, 26e6),
    format("audio", "ogg", "audio/ogg", 0.5, 3.8e6),
    format("audio", "m4a", "audio/mp4", 0.8, 4.2e6),
    format("video", "mp4", "video/mp4", 4.0, 48e6),
    format("video", "webm", "video/webm", 0.8, 22e6),
    format("video", "mov", "video/quicktime", 1.0, 90e6),
    format("video", "mkv", "video/matroska", 0.5, 700e6),
    format("archive", "zip", "application/zip", 3.0, 5.5e6),
    format("archive", "gz", "application/gzip", 1.5, 2.8e6),
    format("archive", "7z", "application/x-7z-compressed", 0.5, 8e6),
    format("data", "csv", "text/csv", 4.0, 180e3),
    format("data", "json", "application/json", 3.0, 22e3),
    format("data", "xml", "application/xml", 1.5, 35e3),
    format("data", "parquet", "application/vnd.apache.parquet", 0.5, 12e6),
    format("code", "html", "text/html", 1.0, 28e3),
    format("code", "css", "text/css", 0.6, 18e3),
    format("code", "js", "text/javascript", 1.0, 40e3),
];

/// Folders of a home, by language English or Spanish.
const FOLDERS: [Words; 8] = [
    words("documents", "documentos"),
    words("reports", "informes"),
    words("projects", "proyectos"),
    words("shared", "compartido"),
    words("downloads", "descargas"),
    words("backup", "copias"),
    words("invoices", "facturas"),
    words("pictures", "fotos"),
];
/// User names in paths.
const USERS: [&str; 8] = ["admin", "ana", "david", "laura", "carlos", "maria", "john", "sofia"];

/// The files of a bundle.
struct Files {
    slots: [Stream; 3],
    alias: Alias,
    words: PerLocale<(Vec<String>, Language)>,
    year: u64,
}

impl Files {
    fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let kind = reader.choice("kind", KINDS);
        let stream = cx.table_stream.named("file").named(reader.text("bundle", ""));
        let shares = FORMATS.iter().map(|f| if kind == "any" || f.kind == kind { f.share } else { 0.0 });
        let words = PerLocale::compile(reader, cx, |locale| {
            (locale.language.words.iter().map(|w| fold(w, locale.language.spelling)).collect(), Language::of(locale))
        });
        let year = u64::from(chrono::Datelike::year(&cx.as_of).unsigned_abs());
        Self { slots: std::array::from_fn(|n| stream.slot(n as u64)), alias: Alias::new(shares), words, year }
    }

    fn at(&self, row: u64) -> &'static Format {
        &FORMATS[self.alias.pick(self.slots[0].cell(row).bits())]
    }

    /// Two words, often a year or a number, and the extension.
    fn write_name(&self, row: u64, out: &mut TextColumn) {
        let mut cell = self.slots[1].cell(row);
        let words = &self.words.at(row).0;
        let mut word = || words[cell.below(words.len() as u64) as usize].as_str();
        let (first, second) = (word(), word());
        out.push(first);
        if second != first {
            out.push("-");
            out.push(second);
        }
        match cell.below(4) {
            0 => {
                out.push("-");
                out.push_number(self.year - cell.below(4));
            }
            1 => {
                out.push("_");
                out.push_padded(1 + cell.below(99), 2);
            }
            _ => {}
        }
        out.push(".");
        out.push(self.at(row).extension);
    }

    fn write_path(&self, row: u64, windows: bool, out: &mut TextColumn) {
        let mut cell = self.slots[2].cell(row);
        let language = self.words.at(row).1;
        let mark = if windows { "\\" } else { "/" };
        out.push(if windows { "C:\\Users\\" } else { "/home/" });
        out.push(USERS[cell.below(USERS.len() as u64) as usize]);
        // One or two different folders.
        let (first, step) = (cell.below(8), 1 + cell.below(7));
        for n in 0..=cell.below(2) {
            out.push(mark);
            out.push(language.of_two(FOLDERS[((first + n * step) % 8) as usize]));
        }
        out.push(mark);
        self.write_name(row, out);
    }
}

fn params() -> Vec<ParamDescriptor> {
    let kind = defaulted(
        "kind",
        ParamKind::Choice(KINDS),
        words("Kind", "Tipo"),
        words(
            "Files of any kind or of one. Give it to every column that should agree.",
            "Archivos de cualquier tipo (any) o de uno. Indíquelo en todas las columnas que deban concordar.",
        ),
        KINDS[0],
    );
    vec![kind, bundle(&["file"])]
}

/// Names.
pub(super) static NAME: Entry = Entry::text(
    "media.file_name",
    Family::Media,
    words("File name", "Nombre de archivo"),
    words(
        "Names of files: words of the language, often a year or number, and the extension of the row's type.",
        "Nombres de archivos: palabras del idioma, a menudo un año o número, y la extensión del tipo de la fila.",
    ),
    |reader, cx| {
        let files = Files::compile(reader, cx);
        texts(cx, 24, move |row, out| files.write_name(row, out))
    },
)
.with(params, r#"{"kind":"any"}"#)
.localized();

/// Paths.
pub(super) static PATH: Entry = Entry::text(
    "media.file_path",
    Family::Media,
    words("File path", "Ruta de archivo"),
    words(
        "Paths of Unix or Windows that end with the row's file name.",
        "Rutas de Unix o Windows que acaban con el nombre de archivo de la fila.",
    ),
    |reader, cx| {
        let windows = reader.choice("style", STYLES) == "windows";
        let files = Files::compile(reader, cx);
        texts(cx, 48, move |row, out| files.write_path(row, windows, out))
    },
)
.with(
    || {
        let style = defaulted(
            "style",
            ParamKind::Choice(STYLES),
            words("Style", "Estilo"),
            words("Of Unix or of Windows.", "De Unix o de Windows."),
            STYLES[0],
        );
        [vec![style], params()].concat()
    },
    r#"{"style":"unix"}"#,
)
.localized();

/// Extensions.
pub(super) static EXTENSION: Entry = Entry::text(
    "media.file_extension",
    Family::Media,
    words("File extension", "Extensión de archivo"),
    words("Of the row's file, without the point.", "La del archivo de la fila, sin el punto."),
    |reader, cx| {
        let files = Files::compile(reader, cx);
        texts(cx, 4, move |row, out| out.push(files.at(row).extension))
    },
)
.with(params, r#"{"kind":"any"}"#);

/// Media types.
pub(super) static TYPE: Entry = Entry::text(
    "media.mime_type",
    Family::Media,
    words("Media type", "Tipo MIME"),
    words("The media type (MIME) of the row's file.", "El tipo de medio (MIME) del archivo de la fila."),
    |reader, cx| {
        let files = Files::compile(reader, cx);
        texts(cx, 20, move |row, out| out.push(files.at(row).media_type))
    },
)
.with(params, r#"{"kind":"any"}"#);

/// Kinds.
pub(super) static KIND: Entry = Entry::text(
    "media.file_kind",
    Family::Media,
    words("File kind", "Clase de archivo"),
    words(
        "document, image, audio, video, archive, data or code: the row's file.",
        "document, image, audio, video, archive, data o code: el archivo de la fila.",
    ),
    |reader, cx| {
        let files = Files::compile(reader, cx);
        texts(cx, 8, move |row, out| out.push(files.at(row).kind))
    },
)
.with(params, r#"{"kind":"any"}"#);

/// Sizes.
pub(super) static SIZE: Entry = Entry::number(
    "media.file_size",
    Family::Media,
    words("File size", "Tamaño de archivo"),
    words(
        "Bytes of the row's file: log-normal around what is usual for its type.",
        "Bytes del archivo de la fila: log-normal en torno a lo habitual de su tipo.",
    ),
    |reader, cx| {
        let files = Files::compile(reader, cx);
        let stream = files.slots[0].slot(1);
        numbers(reader, cx, move |row| (files.at(row).size * (normal(&mut stream.cell(row)) * 0.9).exp()).round())
    },
)
.producing(&[FieldType::BigInteger, FieldType::Integer, FieldType::Float, FieldType::Decimal])
.with(params, r#"{"kind":"any"}"#);

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Int64Type;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn name_path_type_and_size_of_a_row_are_of_one_file() {
        let texts = |name| Trial::new(name, json!({}), FieldType::String).locale("es_MX").texts(1_000);
        let (names, paths, types) = (texts("media.file_name"), texts("media.file_path"), texts("media.mime_type"));
        let (extensions, kinds) = (texts("media.file_extension"), texts("media.file_kind"));
        let sizes = Trial::new("media.file_size", json!({}), FieldType::BigInteger).fill(1_000);
        for row in 0..names.len() {
            let format = FORMATS.iter().find(|f| f.extension == extensions[row]).unwrap();
            assert_eq!((format.media_type, format.kind), (&*types[row], &*kinds[row]));
            assert!(names[row].ends_with(&format!(".{}", format.extension)), "{}", names[row]);
            assert!(paths[row].ends_with(&format!("/{}", names[row])), "{} {}", paths[row], names[row]);
            let size = sizes.as_primitive::<Int64Type>().value(row) as f64;
            assert!(size > format.size / 60.0 && size < format.size * 60.0, "{size} {}", format.extension);
        }
    }

    #[test]
    fn files_are_of_the_kind_told() {
        for kind in &KINDS[1..] {
            let made = Trial::new("media.file_kind", json!({ "kind": kind }), FieldType::String).texts(100);
            assert!(made.iter().all(|k| k == kind), "{kind}");
        }
        let windows = Trial::new("media.file_path", json!({ "style": "windows" }), FieldType::String).texts(50);
        assert!(windows.iter().all(|p| p.starts_with("C:\\Users\\") && !p.contains('/')));
    }
}
