//! Bech32 and Bech32m, in which newer Bitcoin addresses are written (BIP 173 and 350): groups of five bits and six signs of
//! a checksum over GF(32).

const ALPHABET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
/// What the checksum comes to: of version 0, and of later ones.
const BECH32: u32 = 1;
const BECH32M: u32 = 0x2bc8_30a3;
/// The prefix of the main network with its parting 1.
const PREFIX: &[u8; 3] = b"bc1";

/// The checksum with one more group of five bits.
fn step(checksum: u32, group: u8) -> u32 {
    const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    let top = checksum >> 25;
    let shifted = (checksum & 0x01ff_ffff) << 5 ^ u32::from(group);
    GENERATOR.iter().enumerate().filter(|(bit, _)| top >> bit & 1 == 1).fold(shifted, |sum, (_, part)| sum ^ part)
}

/// Hands out the characters of the address of a witness program (20 or 32 bytes) of a version below 17.
pub(super) fn address(version: u8, program: &[u8], mut put: impl FnMut(u8)) {
    // The prefix counts by its upper bits, a zero, and its lower bits.
    let mut checksum = [b'b' >> 5, b'c' >> 5, 0, b'b' & 31, b'c' & 31].into_iter().fold(1, step);
    PREFIX.iter().for_each(|byte| put(*byte));
    let mut group = |bits: u8| {
        checksum = step(checksum, bits);
        put(ALPHABET[usize::from(bits)]);
    };
    group(version);
    let (mut bits, mut held) = (0_u32, 0);
    for byte in program {
        bits = bits << 8 | u32::from(*byte);
        held += 8;
        while held >= 5 {
            held -= 5;
            group((bits >> held & 31) as u8);
        }
        bits &= 0xff;
    }
    if held > 0 {
        group((bits << (5 - held) & 31) as u8);
    }
    let sum = (0..6).fold(checksum, |sum, _| step(sum, 0)) ^ if version == 0 { BECH32 } else { BECH32M };
    for at in (0..6).rev() {
        put(ALPHABET[(sum >> (5 * at) & 31) as usize]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(version: u8, program: &[u8], expect: &str) {
        let mut made = String::new();
        address(version, program, |byte| made.push(char::from(byte)));
        assert_eq!(made, expect);
    }

    #[test]
    fn the_examples_of_the_standards_come_out() {
        let hash = [
            0x75, 0x1e, 0x76, 0xe8, 0x19, 0x91, 0x96, 0xd4, 0x54, 0x94, 0x1c, 0x45, 0xd1, 0xb3, 0xa3, 0x23, 0xf1, 0x43,
            0x3b, 0xd6,
        ];
        check(0, &hash, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");
        let key = [
            0x79, 0xbe, 0x66, 0x7e, 0xf9, 0xdc, 0xbb, 0xac, 0x55, 0xa0, 0x62, 0x95, 0xce, 0x87, 0x0b, 0x07, 0x02, 0x9b,
            0xfc, 0xdb, 0x2d, 0xce, 0x28, 0xd9, 0x59, 0xf2, 0x81, 0x5b, 0x16, 0xf8, 0x17, 0x98,
        ];
        check(1, &key, "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0");
    }
}
