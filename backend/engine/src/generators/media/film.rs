//! Pictures and films: size of the picture, codec, frames and bits a second of a row agree; lengths; pictures in an
//! address.

use dmb_spec::FieldType;

use crate::generator::{Family, ParamKind};
use crate::generators::support::describe::{NUMBERS, bundle, defaulted, words};
use crate::generators::support::digits::{HEX, push_digits};
use crate::generators::support::entry::Entry;
use crate::generators::support::facts::Facts;
use crate::generators::support::fillers::{normal, numbers, texts, whole_texts};
use crate::generators::support::weights::Alias;

const CODECS: &[&str] = &["video", "audio"];

/// A size of picture with its share of films, and the bits a second (in thousands) that films of 30 frames usually have.
struct Screen {
    width: u16,
    height: u16,
    share: f64,
    text: &'static str,
    aspect: &'static str,
    bits: f64,
}

const fn screen(width: u16, height: u16, share: f64, text: &'static str, aspect: &'static str, bits: f64) -> Screen {
    Screen { width, height, share, text, aspect, bits }
}

/// Bits a second: the rates YouTube recommends for uploads (2024), rounded.
static SCREENS: Facts<Screen> = Facts::new(
    "film",
    &[
        screen(3840, 2160, 12.0, "3840x2160", "16:9", 40_000.0),
        screen(2560, 1440, 8.0, "2560x1440", "16:9", 16_000.0),
        screen(1920, 1080, 46.0, "1920x1080", "16:9", 8_000.0),
        screen(1280, 720, 18.0, "1280x720", "16:9", 5_000.0),
        screen(854, 480, 5.0, "854x480", "16:9", 2_500.0),
        screen(640, 360, 4.0, "640x360", "16:9", 1_000.0),
        screen(1080, 1920, 5.0, "1080x1920", "9:16", 8_000.0),
        screen(640, 480, 2.0, "640x480", "4:3", 1_500.0),
    ],
    |screen| screen.share,
);
const FRAME_RATES: [(f64, f64); 6] =
    [(23.976, 16.0), (24.0, 8.0), (25.0, 20.0), (29.97, 18.0), (30.0, 22.0), (60.0, 16.0)];
const VIDEO: [(&str, f64); 5] = [("h264", 62.0), ("hevc", 18.0), ("vp9", 10.0), ("av1", 8.0), ("mpeg2video", 2.0)];
const AUDIO: [(&str, f64); 6] =
    [("aac", 55.0), ("mp3", 20.0), ("opus", 12.0), ("flac", 6.0), ("ac3", 4.0), ("vorbis", 3.0)];

/// Pictures.
pub(super) static IMAGE: Entry = Entry::text(
    "media.image_url",
    Family::Media,
    words("Picture address", "Dirección de imagen"),
    words(
        "A picture in the address itself (a data URI with an SVG, no network): one colour in the size told.",
        "Una imagen en la propia dirección (URI de datos con un SVG, sin red): un color en el tamaño indicado.",
    ),
    |reader, cx| {
        let (width, height) = (reader.integer("width", (1, 9_999), 640), reader.integer("height", (1, 9_999), 480));
        let stream = cx.stream;
        whole_texts(reader, cx, 190, move |row, out| {
            out.push("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='");
            out.push_number(width.unsigned_abs());
            out.push("' height='");
            out.push_number(height.unsigned_abs());
            out.push("'%3E%3Crect width='100%25' height='100%25' fill='%23");
            push_digits(u128::from(stream.cell(row).bits() & 0xFF_FFFF), HEX, 6, out);
            out.push("'/%3E%3C/svg%3E");
        })
    },
)
.producing(&[FieldType::Url, FieldType::String, FieldType::Text])
.with(
    || {
        let size = |name, label, default: i64| {
            let kind = ParamKind::Integer { min: Some(1), max: Some(9_999) };
            defaulted(name, kind, label, words("In pixels.", "En píxeles."), default)
        };
        vec![size("width", words("Width", "Anchura"), 640), size("height", words("Height", "Altura"), 480)]
    },
    r#"{"width":640,"height":480}"#,
);

/// Resolutions.
pub(super) static RESOLUTION: Entry = Entry::text(
    "media.resolution",
    Family::Media,
    words("Resolution", "Resolución"),
    words(
        "Width and height of the row's film in pixels, as 1920x1080.",
        "Anchura y altura del vídeo de la fila en píxeles, como 1920x1080.",
    ),
    |reader, cx| SCREENS.codes(reader, cx, |screen| screen.text),
)
.with(|| SCREENS.params(), "{}");

/// Widths.
pub(super) static WIDTH: Entry = Entry::number(
    "media.width",
    Family::Media,
    words("Picture width", "Anchura de imagen"),
    words("Pixels of the row's film from left to right.", "Píxeles del vídeo de la fila de izquierda a derecha."),
    |reader, cx| SCREENS.numbers(reader, cx, |screen| f64::from(screen.width)),
)
.producing(NUMBERS)
.with(|| SCREENS.params(), "{}");

/// Heights.
pub(super) static HEIGHT: Entry = Entry::number(
    "media.height",
    Family::Media,
    words("Picture height", "Altura de imagen"),
    words("Pixels of the row's film from top to bottom.", "Píxeles del vídeo de la fila de arriba abajo."),
    |reader, cx| SCREENS.numbers(reader, cx, |screen| f64::from(screen.height)),
)
.producing(NUMBERS)
.with(|| SCREENS.params(), "{}");

/// Aspects.
pub(super) static ASPECT: Entry = Entry::text(
    "media.aspect_ratio",
    Family::Media,
    words("Aspect ratio", "Relación de aspecto"),
    words("Of the row's film, as 16:9.", "La del vídeo de la fila, como 16:9."),
    |reader, cx| SCREENS.codes(reader, cx, |screen| screen.aspect),
)
.with(|| SCREENS.params(), "{}");

/// Lengths.
pub(super) static DURATION: Entry = Entry::number(
    "media.duration",
    Family::Media,
    words("Duration", "Duración"),
    words(
        "Lengths of songs and films: seconds in a number field, hours:minutes:seconds in a text field; log-normal.",
        "Duraciones de canciones y vídeos: segundos en un campo numérico, horas:minutos:segundos en uno de texto; log-normal.",
    ),
    |reader, cx| {
        let median = reader.positive("median", 210.0);
        let stream = cx.stream;
        let seconds = move |row| (median * (normal(&mut stream.cell(row)) * 0.5).exp()).round().clamp(1.0, 359_999.0);
        if cx.field.field_type.is_text() {
            return texts(cx, 8, move |row, out| {
                let seconds = seconds(row) as u64;
                for (before, part) in [("", seconds / 3_600), (":", seconds / 60 % 60), (":", seconds % 60)] {
                    out.push(before);
                    out.push_padded(part, 2);
                }
            });
        }
        numbers(reader, cx, seconds)
    },
)
.producing(&[
    FieldType::Integer,
    FieldType::BigInteger,
    FieldType::Float,
    FieldType::Decimal,
    FieldType::String,
    FieldType::Text,
])
.with(
    || {
        vec![defaulted(
            "median",
            ParamKind::Number { min: Some(0.0), max: None },
            words("Median", "Mediana"),
            words("Seconds that half of them do not reach; above 0.", "Segundos que la mitad no alcanza; mayor que 0."),
            210.0,
        )]
    },
    r#"{"median":210}"#,
);

/// Codecs.
pub(super) static CODEC: Entry = Entry::text(
    "media.codec",
    Family::Media,
    words("Codec", "Códec"),
    words(
        "How films or sounds are packed, as frequent as it is used.",
        "Cómo se codifican vídeos o sonidos, según su uso.",
    ),
    |reader, cx| {
        let table: &'static [(&str, f64)] = if reader.choice("kind", CODECS) == "audio" { &AUDIO } else { &VIDEO };
        let (alias, stream) = (Alias::new(table.iter().map(|(_, share)| *share)), cx.stream);
        texts(cx, 5, move |row, out| out.push(table[alias.pick(stream.cell(row).bits())].0))
    },
)
.with(
    || {
        vec![defaulted(
            "kind",
            ParamKind::Choice(CODECS),
            words("Kind", "Tipo"),
            words("Of films or of sounds.", "De vídeo (video) o de sonido (audio)."),
            CODECS[0],
        )]
    },
    r#"{"kind":"video"}"#,
);

/// Frames a second.
pub(super) static FRAME_RATE: Entry = Entry::number(
    "media.frame_rate",
    Family::Media,
    words("Frame rate", "Imágenes por segundo"),
    words(
        "Pictures a second of the row's film: one of the usual rates.",
        "Imágenes por segundo del vídeo de la fila: una de las tasas habituales.",
    ),
    |reader, cx| {
        let (alias, stream) = (frame_rates(), cx.table_stream.named("frame rate").named(reader.text("bundle", "")));
        numbers(reader, cx, move |row| FRAME_RATES[alias.pick(stream.cell(row).bits())].0)
    },
)
.producing(&[FieldType::Float, FieldType::Decimal, FieldType::Integer, FieldType::BigInteger])
.with(|| vec![bundle(&["film"])], "{}");

fn frame_rates() -> Alias {
    Alias::new(FRAME_RATES.iter().map(|(_, share)| *share))
}

/// Bits a second.
pub(super) static BIT_RATE: Entry = Entry::number(
    "media.bit_rate",
    Family::Media,
    words("Bit rate", "Tasa de bits"),
    words(
        "Kilobits a second of the row's film, which suit its size and frames.",
        "Kilobits por segundo del vídeo de la fila, acordes con su tamaño y sus imágenes.",
    ),
    |reader, cx| {
        let screens = SCREENS.drawer(reader, cx);
        let stream = cx.table_stream.named("frame rate").named(reader.text("bundle", ""));
        let alias = frame_rates();
        numbers(reader, cx, move |row| {
            let fast = FRAME_RATES[alias.pick(stream.cell(row).bits())].0 > 50.0;
            let usual = screens.at(row).bits * if fast { 1.5 } else { 1.0 };
            (usual * (normal(&mut stream.slot(1).cell(row)) * 0.25).exp()).round()
        })
    },
)
.producing(NUMBERS)
.with(|| SCREENS.params(), "{}");

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Int32Type;
    use serde_json::json;

    use crate::testing::Trial;

    use super::*;

    #[test]
    fn width_height_and_resolution_of_a_row_agree() {
        let number = |name| Trial::new(name, json!({}), FieldType::Integer).fill(500);
        let (widths, heights) = (number("media.width"), number("media.height"));
        let texts = |name| Trial::new(name, json!({}), FieldType::String).texts(500);
        for (row, text) in texts("media.resolution").iter().enumerate() {
            let at = |array: &arrow_array::ArrayRef| array.as_primitive::<Int32Type>().value(row);
            assert_eq!(*text, format!("{}x{}", at(&widths), at(&heights)));
        }
    }

    #[test]
    fn durations_say_the_same_in_text_and_number() {
        let seconds = Trial::new("media.duration", json!({}), FieldType::Integer).fill(500);
        let texts = Trial::new("media.duration", json!({}), FieldType::String).texts(500);
        for (row, text) in texts.iter().enumerate() {
            let told = text.split(':').fold(0, |sum, part| sum * 60 + part.parse::<i32>().unwrap());
            assert_eq!(told, seconds.as_primitive::<Int32Type>().value(row), "{text}");
        }
    }

    #[test]
    fn pictures_fit_a_string_field_and_hold_their_size() {
        let made = Trial::new("media.image_url", json!({ "width": 9999, "height": 9999 }), FieldType::String).texts(50);
        assert!(made.iter().all(|u| u.len() <= 190 && u.contains("width='9999'") && u.is_ascii()));
    }
}
