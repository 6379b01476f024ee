//! Base58Check, in which older Bitcoin addresses are written: a version, 20 bytes and four bytes of a doubled SHA-256.

use sha2::{Digest, Sha256};

const ALPHABET: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/// Version, hash and checksum.
const BYTES: usize = 25;
/// Most characters of an address: 25 bytes times log 256 / log 58, rounded up.
const MOST: usize = 35;

/// Writes the address of a hash; gives how many of the characters (the last ones) it takes.
pub(super) fn address(version: u8, hash: &[u8; 20], out: &mut [u8; MOST]) -> usize {
    let mut bytes = [0_u8; BYTES];
    bytes[0] = version;
    bytes[1..21].copy_from_slice(hash);
    let checksum = Sha256::digest(Sha256::digest(&bytes[..21]));
    bytes[21..].copy_from_slice(&checksum[..4]);
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let mut at = MOST;
    // Long division by 58, from the left, until nothing is left.
    let mut start = zeros;
    while start < BYTES {
        let mut rest = 0_u32;
        for byte in &mut bytes[start..] {
            let part = rest << 8 | u32::from(*byte);
            *byte = (part / 58) as u8;
            rest = part % 58;
        }
        at -= 1;
        out[at] = ALPHABET[rest as usize];
        while start < BYTES && bytes[start] == 0 {
            start += 1;
        }
    }
    for _ in 0..zeros {
        at -= 1;
        out[at] = ALPHABET[0];
    }
    MOST - at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_the_first_block_comes_out() {
        // The hash of the key that the genesis block pays to.
        let hash = [
            0x62, 0xe9, 0x07, 0xb1, 0x5c, 0xbf, 0x27, 0xd5, 0x42, 0x53, 0x99, 0xeb, 0xf6, 0xf0, 0xfb, 0x50, 0xeb, 0xb8,
            0x8f, 0x18,
        ];
        let mut out = [0; MOST];
        let len = address(0, &hash, &mut out);
        assert_eq!(&out[MOST - len..], b"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa");
    }
}
