//! Keccak-256 as Ethereum uses it: the submission to NIST's competition, whose padding differs from the later SHA-3's
//! (Bertoni, Daemen, Peeters, Van Assche: "The Keccak reference", 2011).

/// Bytes taken in at a time: 1,600 bits less twice the 256 of the output.
const RATE: usize = 136;
const ROUNDS: usize = 24;
/// Rotations of the lanes in the order of the walk of step π, and that walk.
const ROTATIONS: [u32; 24] =
    [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44];
const WALK: [usize; 24] = [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1];

/// The digest of a text shorter than 136 bytes; of a longer one, of what fits.
pub(super) fn keccak256(text: &[u8]) -> [u8; 32] {
    let mut block = [0_u8; RATE];
    let len = text.len().min(RATE - 1);
    block[..len].copy_from_slice(&text[..len]);
    block[len] = 0x01;
    block[RATE - 1] |= 0x80;
    let mut lanes = [0_u64; 25];
    for (lane, bytes) in lanes.iter_mut().zip(block.chunks_exact(8)) {
        *lane = bytes.iter().rev().fold(0, |lane, byte| lane << 8 | u64::from(*byte));
    }
    permute(&mut lanes);
    let mut digest = [0; 32];
    for (bytes, lane) in digest.chunks_exact_mut(8).zip(lanes) {
        bytes.copy_from_slice(&lane.to_le_bytes());
    }
    digest
}

fn permute(lanes: &mut [u64; 25]) {
    let mut register = 1_u8;
    for _ in 0..ROUNDS {
        theta(lanes);
        // ρ and π in one walk over the lanes.
        let mut moved = lanes[1];
        for (to, rotation) in WALK.into_iter().zip(ROTATIONS) {
            moved = std::mem::replace(&mut lanes[to], moved.rotate_left(rotation));
        }
        chi(lanes);
        lanes[0] ^= round_constant(&mut register);
    }
}

fn theta(lanes: &mut [u64; 25]) {
    let columns: [u64; 5] = std::array::from_fn(|x| (0..5).fold(0, |sum, y| sum ^ lanes[x + 5 * y]));
    for x in 0..5 {
        let spread = columns[(x + 4) % 5] ^ columns[(x + 1) % 5].rotate_left(1);
        (0..5).for_each(|y| lanes[x + 5 * y] ^= spread);
    }
}

fn chi(lanes: &mut [u64; 25]) {
    for row in lanes.chunks_exact_mut(5) {
        let before: [u64; 5] = std::array::from_fn(|x| row[x]);
        for x in 0..5 {
            row[x] = before[x] ^ (!before[(x + 1) % 5] & before[(x + 2) % 5]);
        }
    }
}

/// The next round's constant: bits of a shift register at places 2^j - 1.
fn round_constant(register: &mut u8) -> u64 {
    (0..7).fold(0, |constant, j| {
        let bit = u64::from(*register & 1);
        *register = *register << 1 ^ if *register >> 7 == 1 { 0x71 } else { 0 };
        constant ^ bit << ((1_u32 << j) - 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &[u8], expect: &str) {
        let made: String = keccak256(text).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(made, expect);
    }

    #[test]
    fn published_digests_come_out() {
        check(b"", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
        check(b"abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
    }
}
