//! Compression of text as it is written. Each piece is a whole gzip member or zstd frame: readers take several in a row
//! for one file, and so every generating thread can compress its own.

use std::io::Write;
use std::sync::Arc;

use arrow_array::RecordBatch;
use dmb_engine::generator::{ParamDescriptor, ParamKind, Words};
use dmb_engine::output::{Encoded, Encoder, OutputError};
use flate2::write::GzEncoder;

use crate::options::{Options, param};

/// Levels at which a thread compresses about as fast as it writes text.
const GZIP_LEVEL: u32 = 4;
const ZSTD_LEVEL: i32 = 3;

/// How text is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Compression {
    None,
    Gzip,
    Zstd,
}

impl Compression {
    /// The one chosen.
    pub(crate) fn of(options: &Options<'_>) -> Self {
        match options.text("compression") {
            "gzip" => Self::Gzip,
            "zstd" => Self::Zstd,
            _ => Self::None,
        }
    }

    /// What is added to a file's ending.
    pub(crate) fn suffix(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Gzip => ".gz",
            Self::Zstd => ".zst",
        }
    }

    /// The media type of a compressed file.
    pub(crate) fn media_type(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Gzip => Some("application/gzip"),
            Self::Zstd => Some("application/zstd"),
        }
    }

    /// Bytes as one compressed piece.
    pub(crate) fn squeeze(self, bytes: &[u8]) -> Result<Vec<u8>, OutputError> {
        let squeezed = match self {
            Self::None => return Ok(bytes.to_vec()),
            Self::Gzip => gzip(bytes),
            Self::Zstd => zstd::bulk::compress(bytes, ZSTD_LEVEL),
        };
        squeezed.map_err(|source| OutputError::Io { context: "the rows could not be compressed".into(), source })
    }

    /// The encoder with compression behind it.
    pub(crate) fn after(self, inner: Arc<dyn Encoder>) -> Arc<dyn Encoder> {
        if self == Self::None { inner } else { Arc::new(Squeezing { inner, compression: self }) }
    }
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    // Its header says no name and no time, so the same rows give the same bytes.
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 4), flate2::Compression::new(GZIP_LEVEL));
    encoder.write_all(bytes)?;
    encoder.finish()
}

struct Squeezing {
    inner: Arc<dyn Encoder>,
    compression: Compression,
}

impl Encoder for Squeezing {
    fn encode(&self, batch: &RecordBatch) -> Result<Encoded, OutputError> {
        match self.inner.encode(batch)? {
            Encoded::Bytes { bytes, rows } => Ok(Encoded::Bytes { bytes: self.compression.squeeze(&bytes)?, rows }),
            batch @ Encoded::Batch(_) => Ok(batch),
        }
    }
}

/// The option that chooses it.
pub(crate) fn option() -> ParamDescriptor {
    param(
        "compression",
        Words { en: "Compression", es: "Compresión" },
        Words {
            en: "none; gzip, which everything reads; or zstd, which is smaller and faster.",
            es: "none: ninguna; gzip, que todo programa lee; o zstd, más pequeña y rápida.",
        },
        ParamKind::Choice(&["none", "gzip", "zstd"]),
        "none",
    )
}
