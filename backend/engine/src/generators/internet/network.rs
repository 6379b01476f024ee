//! Networks: IPv4 and IPv6 blocks, autonomous systems.

use std::fmt::Write;
use std::net::{Ipv4Addr, Ipv6Addr};

use crate::generator::{Family, ParamDescriptor, ParamKind};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::codes;

const RANGES: &[&str] = &["private", "documentation"];
const NUMBERS: &[&str] = &["documentation", "private", "public"];

/// IPv4 blocks.
pub(super) static CIDR4: Entry = Entry::text(
    "internet.cidr",
    Family::Internet,
    words("IPv4 block", "Bloque IPv4"),
    words(
        "Private networks in CIDR form: an address whose host bits are 0, and the length of its prefix.",
        "Redes privadas en forma CIDR: una dirección con los bits de equipo a 0 y la longitud de su prefijo.",
    ),
    |reader, cx| {
        let prefix = reader.integer("prefix", (8, 32), 24) as u32;
        let free = 1_u128 << (prefix - 8);
        codes(reader, cx, free, 18, move |number, _, out| {
            let address = Ipv4Addr::from((10 << 24) | ((number as u32) << ((32 - prefix) % 32)));
            // Writing to a column can't fail.
            let _ = write!(out, "{address}/{prefix}");
        })
    },
)
.with(
    || vec![prefix(8, 32, 24, words("Bits of the network, from 8 to 32.", "Bits de la red, de 8 a 32."))],
    r#"{"prefix":24}"#,
)
.unique();

fn prefix(min: i64, max: i64, default: i64, help: crate::generator::Words) -> ParamDescriptor {
    let kind = ParamKind::Integer { min: Some(min), max: Some(max) };
    defaulted("prefix", kind, words("Prefix length", "Longitud del prefijo"), help, default)
}

/// IPv6 blocks.
pub(super) static CIDR6: Entry = Entry::text(
    "internet.cidr6",
    Family::Internet,
    words("IPv6 block", "Bloque IPv6"),
    words(
        "Unique local or documentation networks in CIDR form.",
        "Redes locales únicas o de documentación en forma CIDR.",
    ),
    |reader, cx| {
        let documentation = reader.choice("range", RANGES) == "documentation";
        let prefix = reader.integer("prefix", (33, 64), 48) as u32;
        // fd00::/8 and 2001:db8::/32.
        let (base, fixed) = if documentation { (0x2001_0DB8_u128 << 96, 32) } else { (0xFD_u128 << 120, 8) };
        codes(reader, cx, 1 << (prefix - fixed), 43, move |number, _, out| {
            let address = Ipv6Addr::from(base | number << (128 - prefix));
            let _ = write!(out, "{address}/{prefix}");
        })
    },
)
.with(
    || {
        let range = defaulted(
            "range",
            ParamKind::Choice(RANGES),
            words("Range", "Rango"),
            words(
                "private (fd00::/8) or documentation (2001:db8::/32).",
                "private (fd00::/8) o documentation (2001:db8::/32).",
            ),
            RANGES[0],
        );
        vec![range, prefix(33, 64, 48, words("Bits of the network, from 33 to 64.", "Bits de la red, de 33 a 64."))]
    },
    r#"{"range":"private","prefix":48}"#,
)
.unique();

/// Autonomous systems.
pub(super) static ASN: Entry = Entry::text(
    "internet.asn",
    Family::Internet,
    words("Autonomous system number", "Número de sistema autónomo"),
    words(
        "AS numbers: those reserved for documentation (RFC 5398) or private use (RFC 6996), or any public one.",
        "Números AS: los reservados para documentación (RFC 5398) o uso privado (RFC 6996), o cualquiera público.",
    ),
    |reader, cx| {
        let (first, count) = match reader.choice("range", NUMBERS) {
            "private" => (4_200_000_000, 94_967_295),
            "public" => (131_072, 270_000),
            // 64496 to 64511, then 65536 to 65551.
            _ => (64_496, 32),
        };
        codes(reader, cx, count, 12, move |number, _, out| {
            let gap = if count == 32 && number >= 16 { 65_536 - 64_512 } else { 0 };
            out.push("AS");
            out.push_number((first + number + gap) as u64);
        })
    },
)
.with(
    || {
        vec![defaulted(
            "range",
            ParamKind::Choice(NUMBERS),
            words("Range", "Rango"),
            words(
                "documentation, private or public.",
                "documentación (documentation), privado (private) o público (public).",
            ),
            NUMBERS[0],
        )]
    },
    r#"{"range":"private"}"#,
)
.unique();

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn blocks_have_no_host_bits_and_all_of_them_come() {
        for prefix in [8, 16, 24, 30, 32] {
            let trial = Trial::new("internet.cidr", json!({ "prefix": prefix }), FieldType::String);
            for block in trial.texts(200) {
                let (address, length) = block.split_once('/').unwrap();
                let bits = u32::from(address.parse::<Ipv4Addr>().unwrap());
                let hosts = u32::MAX.checked_shr(prefix).unwrap_or(0);
                assert!(bits & hosts == 0 && bits >> 24 == 10 && length.parse() == Ok(prefix), "{block}");
            }
        }
        let all = Trial::new("internet.cidr", json!({ "prefix": 16 }), FieldType::String).unique(256).texts(256);
        assert_eq!(all.into_iter().collect::<HashSet<_>>().len(), 256);
    }

    #[test]
    fn blocks_of_the_sixth_version_lie_in_their_range() {
        for (range, head) in [("private", "fd"), ("documentation", "2001:db8")] {
            let params = json!({ "range": range, "prefix": 56 });
            for block in Trial::new("internet.cidr6", params, FieldType::String).texts(200) {
                let address: Ipv6Addr = block.strip_suffix("/56").unwrap().parse().unwrap();
                assert!(block.starts_with(head) && u128::from(address) << 56 == 0, "{block}");
            }
        }
    }

    #[test]
    fn documentation_numbers_are_those_of_the_rfc() {
        let made = Trial::new("internet.asn", json!({}), FieldType::String).unique(32).texts(32);
        let numbers: HashSet<u32> = made.iter().map(|t| t[2..].parse().unwrap()).collect();
        assert_eq!(numbers, (64_496..=64_511).chain(65_536..=65_551).collect());
    }
}
