//! Arrow files (also called Feather 2): columns as they lie in memory, a file a table.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_ipc::writer::{FileWriter, IpcWriteOptions};
use arrow_ipc::{CompressionType, MetadataVersion};
use arrow_schema::{ArrowError, SchemaRef};
use dmb_engine::generator::{ParamKind, Words};
use dmb_engine::output::{Output, OutputError, TableHeader};

use crate::columnar::{ColumnarOutput, TableWriter, marked_schema, words};
use crate::compression::Compression;
use crate::options::{Options, param};
use crate::output::ExportInfo;
use crate::registry::FormatDescriptor;
use crate::table_files::{Kind, Place, TableFiles};

const MEDIA_TYPE: &str = "application/vnd.apache.arrow.file";
/// Bytes that buffers are aligned to, as processors like to load them.
const ALIGNMENT: usize = 64;

/// Begins the file or stream.
pub(crate) fn open(options: &Options<'_>, place: Place, info: Option<&ExportInfo>) -> Box<dyn Output> {
    let codec = match options.text("compression") {
        "zstd" => Some(CompressionType::ZSTD),
        "lz4" => Some(CompressionType::LZ4_FRAME),
        _ => None,
    };
    let kind = Kind {
        extension: "arrow",
        media_type: MEDIA_TYPE,
        compression: Compression::None,
        together: false,
        dense: codec.is_some(),
    };
    let info = info.cloned();
    let begin = move |files: TableFiles, header: &TableHeader| -> Result<Box<dyn TableWriter>, OutputError> {
        let words: HashMap<String, String> = words(info.as_ref(), header).into_iter().collect();
        let schema = Arc::new(marked_schema(header).as_ref().clone().with_metadata(words));
        Ok(Box::new(ArrowTable::begin(files, schema, codec).map_err(failed)?))
    };
    ColumnarOutput::boxed(Box::new(begin), kind, place)
}

struct ArrowTable {
    writer: FileWriter<TableFiles>,
    schema: SchemaRef,
}

impl ArrowTable {
    fn begin(files: TableFiles, schema: SchemaRef, codec: Option<CompressionType>) -> Result<Self, ArrowError> {
        let options = IpcWriteOptions::try_new(ALIGNMENT, false, MetadataVersion::V5)?.try_with_compression(codec)?;
        let writer = FileWriter::try_new_with_options(files, &schema, options)?;
        Ok(Self { writer, schema })
    }
}

impl TableWriter for ArrowTable {
    fn write(&mut self, batch: &RecordBatch) -> Result<(), OutputError> {
        let marked = RecordBatch::try_new(Arc::clone(&self.schema), batch.columns().to_vec());
        marked.and_then(|batch| self.writer.write(&batch)).map_err(failed)
    }

    fn end(self: Box<Self>) -> Result<TableFiles, OutputError> {
        self.writer.into_inner().map_err(failed)
    }
}

fn failed(error: ArrowError) -> OutputError {
    match error {
        ArrowError::IoError(_, source) => {
            OutputError::Io { context: "the Arrow file could not be written".into(), source }
        }
        other => OutputError::Internal(format!("the Arrow file could not be made: {other}")),
    }
}

/// The entry of the catalogue.
pub(crate) fn descriptor() -> FormatDescriptor {
    FormatDescriptor {
        id: "arrow",
        label: Words { en: "Arrow (Feather)", es: "Arrow (Feather)" },
        description: Words {
            en: "Columns as data tools hold them in memory, types exact. Several tables come as a zip archive of one \
                 file each.",
            es: "Columnas tal como las herramientas de datos las tienen en memoria, con tipos exactos. Varias tablas se \
                 entregan en un archivo zip con un fichero cada una.",
        },
        extension: "arrow",
        media_type: MEDIA_TYPE,
        params: vec![param(
            "compression",
            Words { en: "Compression", es: "Compresión" },
            Words {
                en: "none, so that files can be mapped into memory; lz4, quick to read; or zstd, the smallest.",
                es: "none: ninguna, para mapear el archivo en memoria; lz4, rápida de leer; o zstd, la más pequeña.",
            },
            ParamKind::Choice(&["none", "lz4", "zstd"]),
            "none",
        )],
        max_rows: None,
    }
}
