//! Designs that tests often need, as files.

/// Two related tables with a few rows: customers, and orders that refer to them.
pub const SMALL: &str = r"
dmb: 1
name: Small
seed: 7
tables:
  customers:
    rows: 20
    fields:
      id: { type: auto_increment }
      name: { type: string, max_length: 80 }
      email: { type: email, unique: true }
  orders:
    rows: 50
    fields:
      id: { type: auto_increment }
      customer_id: { type: foreign_key, to: customers.id }
      amount: { type: decimal, precision: 10, scale: 2, min: 1, max: 500 }
";
