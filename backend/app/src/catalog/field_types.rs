//! The types of fields in words.

use dmb_engine::generator::Words;
use dmb_spec::FieldType;

/// A field type as the catalogue shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldTypeInfo {
    /// The type.
    pub field_type: FieldType,
    /// What people are shown.
    pub label: Words,
    /// One sentence.
    pub description: Words,
    /// Names of the constraints it knows, as in design files.
    pub constraints: &'static [&'static str],
}

/// Every field type, in the order people are shown them.
pub fn field_types() -> Vec<FieldTypeInfo> {
    FieldType::ALL.into_iter().map(describe).collect()
}

const TEXT: &[&str] = &["min_length", "max_length", "pattern"];
const RANGE: &[&str] = &["min", "max"];

fn describe(field_type: FieldType) -> FieldTypeInfo {
    let (label, description, constraints) = words(field_type);
    let words = |(en, es)| Words { en, es };
    FieldTypeInfo { field_type, label: words(label), description: words(description), constraints }
}

type Pair = (&'static str, &'static str);

fn words(field_type: FieldType) -> (Pair, Pair, &'static [&'static str]) {
    match field_type {
        FieldType::String => (
            ("Short text", "Texto corto"),
            (
                "Text of up to 255 characters, or as many as you say.",
                "Texto de hasta 255 caracteres, o los que indiques.",
            ),
            TEXT,
        ),
        FieldType::Text => (("Long text", "Texto largo"), ("Text without a limit.", "Texto sin límite."), TEXT),
        FieldType::Integer => (
            ("Whole number", "Número entero"),
            ("From −2,147,483,648 to 2,147,483,647.", "De −2.147.483.648 a 2.147.483.647."),
            RANGE,
        ),
        FieldType::BigInteger => (
            ("Big whole number", "Número entero grande"),
            ("Whole numbers of 64 bits.", "Números enteros de 64 bits."),
            RANGE,
        ),
        FieldType::Float => (
            ("Decimal number, rounded", "Número decimal aproximado"),
            ("Measured values; about 15 digits are kept.", "Valores medidos; se conservan unas 15 cifras."),
            RANGE,
        ),
        FieldType::Decimal => (
            ("Decimal number, exact", "Número decimal exacto"),
            ("Money and the like: every digit is kept.", "Dinero y similares: se conserva cada cifra."),
            &["min", "max", "precision", "scale"],
        ),
        FieldType::Boolean => (("Yes or no", "Sí o no"), ("True or false.", "Verdadero o falso."), &[]),
        FieldType::Date => (("Date", "Fecha"), ("A day of the calendar.", "Un día del calendario."), RANGE),
        FieldType::Time => (("Time of day", "Hora"), ("To the second.", "Hasta el segundo."), RANGE),
        FieldType::Datetime => {
            (("Date and time", "Fecha y hora"), ("A moment, kept in UTC.", "Un momento, guardado en UTC."), RANGE)
        }
        FieldType::Email => (
            ("E-mail address", "Correo electrónico"),
            ("An address such as ana@example.org.", "Una dirección como ana@example.org."),
            TEXT,
        ),
        FieldType::Url => (
            ("Web address", "Dirección web"),
            ("An address such as https://example.org.", "Una dirección como https://example.org."),
            TEXT,
        ),
        FieldType::Uuid => (("UUID", "UUID"), ("An identifier of 128 bits.", "Un identificador de 128 bits."), &[]),
        FieldType::Json => (("JSON", "JSON"), ("Nested values.", "Valores anidados."), &[]),
        FieldType::Enum => {
            (("Choice", "Opción"), ("One of the values you list.", "Uno de los valores que indiques."), &["choices"])
        }
        FieldType::Phone => (
            ("Phone number", "Teléfono"),
            ("A telephone number as it is written in its country.", "Un teléfono tal como se escribe en su país."),
            TEXT,
        ),
        FieldType::IpAddress => (
            ("IP address", "Dirección IP"),
            ("An address of the internet, version 4 or 6.", "Una dirección de internet, versión 4 o 6."),
            &[],
        ),
        FieldType::Binary => {
            (("Bytes", "Bytes"), ("Raw bytes.", "Bytes sin interpretar."), &["min_length", "max_length"])
        }
        FieldType::AutoIncrement => (
            ("Automatic number", "Número automático"),
            ("Counts up from 1 by itself; a good key.", "Cuenta desde 1 por sí solo; una buena clave."),
            &[],
        ),
        FieldType::ForeignKey => (
            ("Reference", "Referencia"),
            ("A row of another table of the project.", "Una fila de otra tabla del proyecto."),
            &[],
        ),
    }
}
