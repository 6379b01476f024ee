//! Colours and files: a colour's name and codes agree in a row, a file's name, path, type and size do (see [`file`]), and
//! so do the figures of a film (see [`film`]).

use crate::generator::Generator;

mod colour;
mod colours;
mod digest;
mod file;
mod film;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[
    &colour::NAME,
    &colour::HEX_CODE,
    &colour::RGB,
    &colour::HSL,
    &file::NAME,
    &file::PATH,
    &file::EXTENSION,
    &file::TYPE,
    &file::KIND,
    &file::SIZE,
    &film::IMAGE,
    &film::RESOLUTION,
    &film::WIDTH,
    &film::HEIGHT,
    &film::ASPECT,
    &film::DURATION,
    &film::CODEC,
    &film::FRAME_RATE,
    &film::BIT_RATE,
    &digest::MD5,
    &digest::SHA1,
    &digest::SHA256,
    &digest::BASE_64,
];
