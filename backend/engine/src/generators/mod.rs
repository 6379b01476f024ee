//! The generators, a folder a family, a file a generator or a close kin. Each family lists its own in `ALL`, one line a
//! generator; [`FAMILIES`] lists the families in the order people are shown them.

use crate::generator::Generator;

mod address;
pub(crate) mod code;
mod commerce;
mod company;
mod datetime;
mod finance;
mod identity;
mod internet;
mod media;
mod number;
mod person;
mod phone;
mod science;
pub(crate) mod structure;
pub(crate) mod support;
mod system;
mod text;
mod travel;

/// Every family's generators, in the order of [`crate::generator::Family::ALL`].
pub(crate) const FAMILIES: [&[&dyn Generator]; 17] = [
    person::ALL,
    internet::ALL,
    address::ALL,
    phone::ALL,
    company::ALL,
    commerce::ALL,
    finance::ALL,
    identity::ALL,
    datetime::ALL,
    text::ALL,
    number::ALL,
    code::ALL,
    system::ALL,
    media::ALL,
    science::ALL,
    travel::ALL,
    structure::ALL,
];
