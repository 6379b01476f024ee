//! Drawing by weight in constant time (Walker's alias method, 1977, set up as Vose did in 1991).

/// A table to draw positions from, each as often as its weight says.
#[derive(Clone, Debug)]
pub(crate) struct Alias {
    /// For each position: how much of its slot (of 2^32) is its own, and whose the rest is.
    slots: Box<[(u32, u32)]>,
}

impl Alias {
    /// Weights must be finite and not negative; where none is above 0, all count the same. At least one, at most 2^31.
    pub(crate) fn new(weights: impl IntoIterator<Item = f64>) -> Self {
        let mut weights: Vec<f64> = weights.into_iter().collect();
        let total: f64 = weights.iter().sum();
        if total.is_nan() || total <= 0.0 {
            weights.iter_mut().for_each(|w| *w = 1.0);
        }
        let mean = weights.iter().sum::<f64>() / weights.len() as f64;
        let mut shares: Vec<f64> = weights.iter().map(|w| w / mean).collect();
        let (mut small, mut large): (Vec<usize>, Vec<usize>) = (0..shares.len()).partition(|&i| shares[i] < 1.0);
        let mut slots: Vec<(u32, u32)> = (0..shares.len()).map(|i| (u32::MAX, i as u32)).collect();
        while let (Some(lacking), Some(&giving)) = (small.pop(), large.last()) {
            slots[lacking] = ((shares[lacking] * 4_294_967_296.0) as u32, giving as u32);
            shares[giving] -= 1.0 - shares[lacking];
            if shares[giving] < 1.0 {
                large.pop();
                small.push(giving);
            }
        }
        Self { slots: slots.into() }
    }

    /// Draws a position with 64 random bits.
    #[inline]
    pub(crate) fn pick(&self, bits: u64) -> usize {
        let product = u128::from(bits) * self.slots.len() as u128;
        let slot = (product >> 64) as usize;
        // The low half is evenly spread within the slot: its top 32 bits decide between owner and alias.
        let (own, other) = self.slots[slot];
        if (((product as u64) >> 32) as u32) < own { slot } else { other as usize }
    }

    /// Draws a position with 32 random bits, so that one 64-bit draw serves two tables.
    #[inline]
    pub(crate) fn pick32(&self, bits: u32) -> usize {
        self.pick(u64::from(bits) << 32 | u64::from(bits.wrapping_mul(0x9E37_79B9)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::Stream;

    #[test]
    fn positions_come_as_often_as_their_weights_say() {
        let alias = Alias::new([70.0, 0.0, 27.0, 3.0]);
        let mut counts = [0_u32; 4];
        for row in 0..100_000 {
            counts[alias.pick(Stream::root(5).cell(row).bits())] += 1;
        }
        assert!((69_300..70_700).contains(&counts[0]), "{counts:?}");
        assert_eq!(counts[1], 0);
        assert!((26_300..27_700).contains(&counts[2]), "{counts:?}");
        assert!((2_700..3_300).contains(&counts[3]), "{counts:?}");
    }

    #[test]
    fn weights_of_zero_count_the_same() {
        let alias = Alias::new([0.0, 0.0]);
        let drawn = (0..100).filter(|&row| alias.pick(Stream::root(1).cell(row).bits()) == 0).count();
        assert!((25..75).contains(&drawn), "{drawn}");
    }
}
