//! Parquet: columns in row groups, compressed, with types exact and statistics, a file a table.

mod table;

use dmb_engine::generator::{ParamDescriptor, ParamKind, Words};
use dmb_engine::output::{Output, OutputError, TableHeader};
use parquet::basic::Compression as Codec;
use parquet::basic::ZstdLevel;
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties};

use crate::columnar::{ColumnarOutput, TableWriter, words};
use crate::compression::Compression;
use crate::options::{Options, param};
use crate::output::ExportInfo;
use crate::registry::FormatDescriptor;
use crate::table_files::{Kind, Place, TableFiles};

const MEDIA_TYPE: &str = "application/vnd.apache.parquet";
/// Rows of a row group unless told: a unit of parallel reading that fits a processor's caches column by column.
const GROUP_ROWS: i64 = 131_072;

/// Begins the file or stream.
pub(crate) fn open(options: &Options<'_>, place: Place, info: Option<&ExportInfo>) -> Box<dyn Output> {
    let kind = Kind {
        extension: "parquet",
        media_type: MEDIA_TYPE,
        compression: Compression::None,
        together: false,
        dense: options.text("compression") != "none",
    };
    let layout = Layout::of(options);
    let info = info.cloned();
    let begin = move |files: TableFiles, header: &TableHeader| -> Result<Box<dyn TableWriter>, OutputError> {
        let properties = layout.properties(info.as_ref(), header);
        Ok(Box::new(table::ParquetTable::begin(files, header, properties, layout.group_rows)?))
    };
    ColumnarOutput::boxed(Box::new(begin), kind, place)
}

/// How files are laid out.
struct Layout {
    codec: Codec,
    group_rows: usize,
    dictionary: bool,
    statistics: EnabledStatistics,
}

impl Layout {
    fn of(options: &Options<'_>) -> Self {
        Self {
            codec: match options.text("compression") {
                "snappy" => Codec::SNAPPY,
                "none" => Codec::UNCOMPRESSED,
                _ => Codec::ZSTD(ZstdLevel::default()),
            },
            group_rows: usize::try_from(options.whole("row_group_rows")).unwrap_or(GROUP_ROWS as usize),
            dictionary: options.flag("dictionary"),
            statistics: match options.text("statistics") {
                "none" => EnabledStatistics::None,
                "page" => EnabledStatistics::Page,
                _ => EnabledStatistics::Chunk,
            },
        }
    }

    fn properties(&self, info: Option<&ExportInfo>, header: &TableHeader) -> WriterProperties {
        let words = words(info, header).into_iter().map(|(key, value)| KeyValue::new(key, value)).collect();
        WriterProperties::builder()
            .set_created_by("Dynamic Model Builder".to_owned())
            .set_compression(self.codec)
            .set_dictionary_enabled(self.dictionary)
            .set_statistics_enabled(self.statistics)
            .set_key_value_metadata(Some(words))
            .build()
    }
}

/// What the library says, in words for the person who started the job.
fn failed(error: ParquetError) -> OutputError {
    let other = |told: String| OutputError::Internal(format!("the Parquet file could not be made: {told}"));
    match error {
        ParquetError::External(source) => match source.downcast::<std::io::Error>() {
            Ok(source) => OutputError::Io { context: "the Parquet file could not be written".into(), source: *source },
            Err(source) => other(source.to_string()),
        },
        error => other(error.to_string()),
    }
}

/// The entry of the catalogue.
pub(crate) fn descriptor() -> FormatDescriptor {
    FormatDescriptor {
        id: "parquet",
        label: Words { en: "Parquet", es: "Parquet" },
        description: Words {
            en: "Compressed columns with exact types and statistics, for data tools. Several tables come as a zip archive \
                 of one file each.",
            es: "Columnas comprimidas con tipos exactos y estadísticas, para herramientas de datos. Varias tablas se \
                 entregan en un archivo zip con un fichero cada una.",
        },
        extension: "parquet",
        media_type: MEDIA_TYPE,
        params: params(),
        max_rows: None,
    }
}

fn params() -> Vec<ParamDescriptor> {
    vec![
        param(
            "compression",
            Words { en: "Compression", es: "Compresión" },
            Words {
                en: "zstd, the smallest; snappy, which every reader knows; or none.",
                es: "zstd, la más pequeña; snappy, que todo lector conoce; o none: ninguna.",
            },
            ParamKind::Choice(&["zstd", "snappy", "none"]),
            "zstd",
        ),
        param(
            "row_group_rows",
            Words { en: "Rows of a row group", es: "Filas por grupo" },
            Words {
                en: "Readers skip and share work by row group; larger ones compress better.",
                es: "Los lectores omiten y reparten el trabajo por grupos; los mayores se comprimen mejor.",
            },
            ParamKind::Integer { min: Some(1_024), max: Some(4_194_304) },
            GROUP_ROWS,
        ),
        param(
            "dictionary",
            Words { en: "Dictionaries", es: "Diccionarios" },
            Words {
                en: "Writes values that come again and again once a row group.",
                es: "Escribe una sola vez por grupo los valores que se repiten.",
            },
            ParamKind::Boolean,
            true,
        ),
        param(
            "statistics",
            Words { en: "Statistics", es: "Estadísticas" },
            Words {
                en: "Smallest, greatest and number of nulls: chunk, of each row group; page, of each page too; or none.",
                es: "Mínimo, máximo y número de nulos: chunk, de cada grupo; page, también de cada página; o none.",
            },
            ParamKind::Choice(&["chunk", "page", "none"]),
            "chunk",
        ),
    ]
}
