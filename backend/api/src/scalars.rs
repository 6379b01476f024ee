//! Scalars of our own.

use async_graphql::{InputValueError, InputValueResult, Number, Scalar, ScalarType, Value};

/// The largest whole number that every JSON reader keeps exact.
const EXACT: i128 = (1 << 53) - 1;

/// A whole number of 64 bits, with or without a sign. On the wire a number up to 2^53 - 1 and a string of digits
/// beyond it, so that no client loses digits; both are accepted for any value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct BigInt(i128);

impl BigInt {
    /// The number, where it has no sign.
    pub fn to_u64(self) -> Option<u64> {
        u64::try_from(self.0).ok()
    }
}

impl From<u64> for BigInt {
    fn from(number: u64) -> Self {
        Self(number.into())
    }
}

impl From<u32> for BigInt {
    fn from(number: u32) -> Self {
        Self(number.into())
    }
}

fn in_range(number: i128) -> Option<BigInt> {
    (i128::from(i64::MIN)..=i128::from(u64::MAX)).contains(&number).then_some(BigInt(number))
}

/// A whole number of 64 bits, with or without a sign. Sent as a number up to 2^53 - 1 and as a string of digits beyond
/// it; both forms are accepted for any value.
#[Scalar(name = "BigInt")]
impl ScalarType for BigInt {
    fn parse(value: Value) -> InputValueResult<Self> {
        let number = match &value {
            Value::Number(number) => {
                number.as_u64().map(i128::from).or_else(|| number.as_i64().map(i128::from)).and_then(in_range)
            }
            Value::String(digits) if digits.len() <= 20 && is_whole(digits) => digits.parse().ok().and_then(in_range),
            _ => None,
        };
        number.ok_or_else(|| InputValueError::custom("a whole number of 64 bits, as a number or a string of digits"))
    }

    fn to_value(&self) -> Value {
        if self.0.abs() > EXACT {
            return Value::String(self.0.to_string());
        }
        // Within 2^53, so it fits.
        Value::Number(Number::from(self.0 as i64))
    }
}

fn is_whole(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(value: Value) -> Option<i128> {
        BigInt::parse(value).ok().map(|n| n.0)
    }

    #[test]
    fn numbers_and_digits_are_read_and_nothing_else() {
        assert_eq!(read(Value::from(42)), Some(42));
        assert_eq!(read(Value::from("18446744073709551615")), Some(u64::MAX.into()));
        assert_eq!(read(Value::from("-9223372036854775808")), Some(i64::MIN.into()));
        for odd in ["18446744073709551616", "-9223372036854775809", "1.5", "", "-", "+1", "1e3", "٣", " 1"] {
            assert_eq!(read(Value::from(odd)), None, "{odd}");
        }
        assert_eq!(read(Value::Number(Number::from_f64(1.5).unwrap())), None);
    }

    #[test]
    fn what_a_client_might_round_is_sent_as_text() {
        assert_eq!(BigInt::from((1_u64 << 53) - 1).to_value(), Value::from(9_007_199_254_740_991_i64));
        assert_eq!(BigInt::from(1_u64 << 53).to_value(), Value::from("9007199254740992"));
        assert_eq!(BigInt::from(u64::MAX).to_value(), Value::from("18446744073709551615"));
    }
}
