//! The family `structure`: choices, sequences, keys, copies of other fields, and generators inside others. They know relations; of other families
//! only series that begin anew with every parent do (see `support::ordinal`).

use crate::generator::Generator;

mod array;
mod boolean;
mod choice;
mod constant;
mod copy;
mod expression;
mod foreign_key;
mod inside;
mod literal;
mod object;
mod row_in_parent;
mod sequence;
mod when;

pub(crate) use foreign_key::NAME as FOREIGN_KEY;
pub(crate) use row_in_parent::NAME as ROW_IN_PARENT;

/// The generators of this family, a line each.
pub(crate) const ALL: &[&dyn Generator] = &[
    &sequence::Sequence,
    &constant::Constant,
    &choice::Choice,
    &boolean::Boolean,
    &foreign_key::ForeignKey,
    &row_in_parent::RowInParent,
    &copy::Copy,
    &expression::Expression,
    &when::When,
    &object::Object,
    &array::List,
];
