//! Money: currencies, cards, accounts. Numbers pass the usual check digits and belong to nobody known.

use crate::generator::Generator;

mod card_number;
mod currency;
mod iban;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[&currency::Currency, &card_number::CardNumber, &iban::Iban];
