//! Types of columns in SQL, as types of a design.

use dmb_spec::{Constraints, FieldType, GeneratorRef};
use serde_json::{Value, json};
use sqlparser::ast::{ArrayElemTypeDef, BinaryLength, CharacterLength, DataType as Sql, EnumMember, ExactNumberInfo};

use super::SqlDialect;
use crate::raw::generator;

/// Longest text that the type `string` takes; longer ones are `text`.
const LONGEST_STRING: u64 = 16_000;
const LONGEST_TEXT: u64 = 1_000_000;

/// What a type of SQL is in a design.
#[derive(Clone, Debug)]
pub(super) struct Kind {
    pub field_type: FieldType,
    pub constraints: Constraints,
    pub generator: Option<GeneratorRef>,
    /// Counts up by itself.
    pub counts: bool,
    /// What is not carried over, in words.
    pub lost: Option<String>,
}

impl Kind {
    fn of(field_type: FieldType) -> Self {
        Self { field_type, constraints: Constraints::default(), generator: None, counts: false, lost: None }
    }

    fn lost(mut self, message: impl Into<String>) -> Self {
        self.lost = Some(message.into());
        self
    }

    fn between(field_type: FieldType, min: i64, max: i64) -> Self {
        let mut kind = Self::of(field_type);
        (kind.constraints.min, kind.constraints.max) = (Some(min.into()), Some(max.into()));
        kind
    }

    fn at_least_zero(field_type: FieldType) -> Self {
        let mut kind = Self::of(field_type);
        kind.constraints.min = Some(0.into());
        kind
    }

    fn counting(field_type: FieldType) -> Self {
        Self { counts: true, ..Self::of(field_type) }
    }

    pub(super) fn choices(choices: Vec<String>) -> Self {
        let mut kind = Self::of(FieldType::Enum);
        kind.constraints.choices = Some(choices);
        kind
    }
}

/// What a type is. `None`: it is named, and known to nobody but the text that declares it.
pub(super) fn kind(sql: &Sql, dialect: SqlDialect) -> Option<Kind> {
    use FieldType as T;
    Some(match sql {
        Sql::Character(length) | Sql::Char(length) => characters(length.as_ref().or(Some(&ONE)), dialect),
        Sql::CharacterVarying(length) | Sql::CharVarying(length) | Sql::Varchar(length) | Sql::Nvarchar(length) => {
            characters(length.as_ref(), dialect)
        }
        Sql::FixedString(length) => text_of(*length),
        Sql::String(Some(length)) => text_of(*length),
        Sql::Text | Sql::String(None) | Sql::MediumText | Sql::LongText | Sql::Unspecified => Kind::of(T::Text),
        Sql::CharacterLargeObject(_) | Sql::CharLargeObject(_) | Sql::Clob(_) => Kind::of(T::Text),
        Sql::TinyText => text_of(255),
        Sql::Uuid => Kind::of(T::Uuid),
        Sql::Binary(length) => bytes(length.or(Some(1))),
        Sql::Varbinary(length) => bytes(match length {
            Some(BinaryLength::IntegerLength { length }) => Some(*length),
            Some(BinaryLength::Max) | None => None,
        }),
        Sql::TinyBlob => bytes(Some(255)),
        Sql::Blob(length) | Sql::Bytes(length) => bytes(*length),
        Sql::MediumBlob | Sql::LongBlob | Sql::Bytea => bytes(None),
        Sql::TinyInt(Some(1)) if dialect == SqlDialect::Mysql => Kind::of(T::Boolean),
        Sql::Bool | Sql::Boolean => Kind::of(T::Boolean),
        Sql::Bit(None | Some(1)) => Kind::of(T::Boolean),
        Sql::Bit(Some(length)) | Sql::BitVarying(Some(length)) | Sql::VarBit(Some(length)) => bits(*length),
        Sql::BitVarying(None) | Sql::VarBit(None) => bits(64),
        Sql::Date | Sql::Date32 => Kind::of(T::Date),
        Sql::Time(_, zone) => {
            let kind = Kind::of(T::Time);
            let zoned = matches!(zone, sqlparser::ast::TimezoneInfo::WithTimeZone | sqlparser::ast::TimezoneInfo::Tz);
            if zoned { kind.lost("times of day have no zone in a design") } else { kind }
        }
        Sql::Datetime(_) | Sql::Datetime64(_, _) | Sql::Timestamp(_, _) | Sql::TimestampNtz(_) => Kind::of(T::Datetime),
        Sql::Interval { .. } => interval(),
        Sql::JSON | Sql::JSONB => Kind::of(T::Json),
        Sql::Enum(members, _) => Kind::choices(members.iter().map(member).collect()),
        Sql::Set(members) => {
            Kind::choices(members.clone()).lost("a set of several values is one of the values in a design")
        }
        Sql::Array(item) => array(item, dialect),
        Sql::TsVector | Sql::TsQuery => Kind::of(T::Text).lost("text search vectors are plain text in a design"),
        Sql::GeometricType(_) => point(),
        Sql::Nullable(inner) | Sql::LowCardinality(inner) => return kind(inner, dialect),
        Sql::Custom(name, args) => {
            let last = name.0.last().map(ToString::to_string).unwrap_or_default();
            return named(&last, args);
        }
        other => return number(other).or_else(|| Some(unknown(other))),
    })
}

const ONE: CharacterLength = CharacterLength::IntegerLength { length: 1, unit: None };

fn number(sql: &Sql) -> Option<Kind> {
    use FieldType as T;
    let small = || Kind::between(T::Integer, -32_768, 32_767);
    Some(match sql {
        Sql::TinyInt(_) => Kind::between(T::Integer, -128, 127),
        Sql::TinyIntUnsigned(_) | Sql::UTinyInt | Sql::UInt8 => Kind::between(T::Integer, 0, 255),
        Sql::SmallInt(_) | Sql::Int2(_) | Sql::Int16 => small(),
        Sql::SmallIntUnsigned(_) | Sql::Int2Unsigned(_) | Sql::USmallInt | Sql::UInt16 => {
            Kind::between(T::Integer, 0, 65_535)
        }
        Sql::MediumInt(_) => Kind::between(T::Integer, -8_388_608, 8_388_607),
        Sql::MediumIntUnsigned(_) => Kind::between(T::Integer, 0, 16_777_215),
        Sql::Int(_) | Sql::Int4(_) | Sql::Integer(_) | Sql::Int32 | Sql::Signed | Sql::SignedInteger => {
            Kind::of(T::Integer)
        }
        Sql::IntUnsigned(_)
        | Sql::Int4Unsigned(_)
        | Sql::IntegerUnsigned(_)
        | Sql::Unsigned
        | Sql::UnsignedInteger
        | Sql::UInt32 => Kind::between(T::BigInteger, 0, i64::from(u32::MAX)),
        Sql::BigInt(_) | Sql::Int8(_) | Sql::Int64 => Kind::of(T::BigInteger),
        Sql::BigIntUnsigned(_) | Sql::UBigInt | Sql::Int8Unsigned(_) | Sql::UInt64 => {
            Kind::at_least_zero(T::BigInteger)
        }
        Sql::Int128 | Sql::Int256 | Sql::HugeInt => {
            Kind::of(T::BigInteger).lost("whole numbers have 64 bits in a design")
        }
        Sql::UInt128 | Sql::UInt256 | Sql::UHugeInt => {
            Kind::at_least_zero(T::BigInteger).lost("whole numbers have 64 bits in a design")
        }
        Sql::Numeric(digits)
        | Sql::Decimal(digits)
        | Sql::Dec(digits)
        | Sql::BigNumeric(digits)
        | Sql::BigDecimal(digits) => decimal(digits),
        Sql::DecimalUnsigned(digits) | Sql::DecUnsigned(digits) => {
            let mut kind = decimal(digits);
            kind.constraints.min = Some(0.into());
            kind
        }
        Sql::Float(_)
        | Sql::Float4
        | Sql::Float8
        | Sql::Float32
        | Sql::Float64
        | Sql::Real
        | Sql::Double(_)
        | Sql::DoublePrecision => Kind::of(T::Float),
        Sql::FloatUnsigned(_) | Sql::RealUnsigned | Sql::DoubleUnsigned(_) | Sql::DoublePrecisionUnsigned => {
            Kind::at_least_zero(T::Float)
        }
        _ => return None,
    })
}

fn characters(length: Option<&CharacterLength>, dialect: SqlDialect) -> Kind {
    match length {
        Some(CharacterLength::IntegerLength { length, .. }) => text_of(*length),
        Some(CharacterLength::Max) => Kind::of(FieldType::Text),
        // SQLite's varchar without a length is any text, as PostgreSQL's is.
        None if dialect == SqlDialect::Mysql => text_of(255),
        None => Kind::of(FieldType::Text),
    }
}

fn text_of(length: u64) -> Kind {
    let field_type = if length <= LONGEST_STRING { FieldType::String } else { FieldType::Text };
    let mut kind = Kind::of(field_type);
    kind.constraints.max_length = u32::try_from(length.clamp(1, LONGEST_TEXT)).ok();
    kind
}

fn bytes(length: Option<u64>) -> Kind {
    let mut kind = Kind::of(FieldType::Binary);
    kind.constraints.max_length = length.and_then(|length| u32::try_from(length.clamp(1, LONGEST_TEXT)).ok());
    kind
}

fn bits(length: u64) -> Kind {
    let length = length.clamp(1, 255);
    let mut kind = text_of(length);
    kind.constraints.pattern = Some(format!("[01]{{{length}}}"));
    kind.lost("strings of bits are texts of 0 and 1 in a design")
}

fn decimal(digits: &ExactNumberInfo) -> Kind {
    let mut kind = Kind::of(FieldType::Decimal);
    let (precision, scale) = match digits {
        ExactNumberInfo::None => {
            kind.lost = Some("its digits are not told; 12 are taken, 2 of them behind the point".to_owned());
            (12, 2)
        }
        ExactNumberInfo::Precision(precision) => (*precision, 0),
        ExactNumberInfo::PrecisionAndScale(precision, scale) => (*precision, *scale),
    };
    if precision > 38 || !(0..=38).contains(&scale) {
        kind.lost = Some(format!("{precision} digits, {scale} behind the point, are cut to what a design holds"));
    }
    let precision = precision.clamp(1, 38) as u8;
    kind.constraints.precision = Some(precision);
    kind.constraints.scale = Some((scale.clamp(0, 38) as u8).min(precision));
    kind
}

fn interval() -> Kind {
    let mut kind = text_of(30);
    kind.constraints.pattern = Some("PT[1-9][0-9]{0,3}M".to_owned());
    kind.lost("spans of time are texts such as PT90M in a design")
}

fn point() -> Kind {
    let members = json!({ "members": [
        { "name": "latitude", "generator": "address.latitude" },
        { "name": "longitude", "generator": "address.longitude" },
    ] });
    let mut kind = Kind::of(FieldType::Json).lost("a shape on the map is a JSON object with latitude and longitude");
    kind.generator = Some(generator("object", members));
    kind
}

fn array(item: &ArrayElemTypeDef, dialect: SqlDialect) -> Kind {
    let inner = match item {
        ArrayElemTypeDef::None => None,
        ArrayElemTypeDef::AngleBracket(inner)
        | ArrayElemTypeDef::SquareBracket(inner, _)
        | ArrayElemTypeDef::Parenthesis(inner) => kind(inner, dialect),
    };
    let mut kind = Kind::of(FieldType::Json).lost("arrays are JSON in a design");
    let item = match inner.map(|inner| inner.field_type) {
        Some(FieldType::Integer | FieldType::BigInteger) => Value::from("number.integer"),
        Some(FieldType::Float | FieldType::Decimal) => Value::from("number.uniform"),
        Some(FieldType::Uuid) => Value::from("code.uuid"),
        Some(FieldType::Boolean) => Value::from("boolean"),
        _ => Value::from("text.word"),
    };
    kind.generator = Some(generator("array", json!({ "item": { "generator": item } })));
    kind
}

fn member(member: &EnumMember) -> String {
    match member {
        EnumMember::Name(name) | EnumMember::NamedValue(name, _) => name.clone(),
    }
}

/// Types that dialects know by name.
fn named(name: &str, args: &[String]) -> Option<Kind> {
    use FieldType as T;
    let length = args.first().and_then(|arg| arg.parse::<u64>().ok());
    let name = name.trim_matches(['"', '`', '[', ']']).to_lowercase();
    Some(match name.as_str() {
        "serial" | "serial4" => Kind::counting(T::Integer),
        "bigserial" | "serial8" => Kind::counting(T::BigInteger),
        "smallserial" | "serial2" => Kind::counting(T::Integer),
        "citext" | "xml" | "ntext" | "long" | "unitext" => Kind::of(T::Text),
        "bpchar" | "nchar" | "varchar2" | "nvarchar2" => length.map_or_else(|| Kind::of(T::Text), text_of),
        "name" => text_of(63),
        "inet" => Kind::of(T::IpAddress),
        "cidr" => text_of(43).lost("networks are plain text in a design"),
        "macaddr" | "macaddr8" => Kind { generator: Some(GeneratorRef::named("internet.mac")), ..text_of(23) },
        "money" | "smallmoney" => decimal(&ExactNumberInfo::PrecisionAndScale(19, 2)),
        "year" => Kind::between(T::Integer, 1901, 2155),
        "timestamptz" | "smalldatetime" | "datetime2" => Kind::of(T::Datetime),
        "timetz" => Kind::of(T::Time).lost("times of day have no zone in a design"),
        "interval" => interval(),
        "hstore" => Kind::of(T::Json).lost("hstore is JSON in a design"),
        "image" | "rowversion" => bytes(None),
        "oid" | "regclass" => Kind::at_least_zero(T::BigInteger),
        "uniqueidentifier" => Kind::of(T::Uuid),
        "number" => decimal(&ExactNumberInfo::None),
        "tsvector" | "tsquery" => Kind::of(T::Text).lost("text search vectors are plain text in a design"),
        "geometry" | "geography" | "point" | "polygon" | "linestring" | "multipolygon" | "geometrycollection" => {
            point()
        }
        _ => return None,
    })
}

fn unknown(sql: &Sql) -> Kind {
    Kind::of(FieldType::Text).lost(format!("the type {sql} is plain text in a design"))
}
