//! `internet.ipv4` and `internet.ipv6`.

use std::fmt::Write;
use std::net::Ipv6Addr;

use arrow_array::ArrayRef;
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamDescriptor, ParamKind,
    ParamProblem,
};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::TextColumn;
use crate::permutation::Permutation;
use crate::stream::Stream;

/// IPv4 addresses.
pub(crate) struct V4;
/// IPv6 addresses.
pub(crate) struct V6;

const PRODUCES: &[FieldType] = &[FieldType::IpAddress, FieldType::String, FieldType::Text];
const RANGES: &[&str] = &["public", "private", "documentation"];
/// First parts whose whole /8 is out of public use or holds a reserved block.
const SPECIAL: [u8; 9] = [0, 10, 100, 127, 169, 172, 192, 198, 203];
/// First 16 bits of blocks that the registries hand out to providers.
const GLOBAL: [u16; 8] = [0x2600, 0x2601, 0x2603, 0x2605, 0x2800, 0x2806, 0x2A01, 0x2A02];

impl Generator for V4 {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "internet.ipv4",
            family: Family::Internet,
            label: words("IPv4 address", "Dirección IPv4"),
            description: words(
                "Addresses of hosts, public unless told.",
                "Direcciones de equipos, públicas salvo indicación.",
            ),
            produces: PRODUCES,
            params: vec![range(RANGES)],
            example: json!({ "range": "public" }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        // Networks of 256 addresses, of which .0 and .255 are no hosts.
        let networks: Vec<[u8; 3]> = match reader.choice("range", RANGES) {
            "private" => vec![[10, 0, 0]],
            "documentation" => vec![[192, 0, 2], [198, 51, 100], [203, 0, 113]],
            _ => (1..=223).filter(|first| !SPECIAL.contains(first)).map(|first| [first, 0, 0]).collect(),
        };
        let fixed = networks.len() == 3;
        let count = networks.len() as u64 * if fixed { 254 } else { 256 * 256 * 254 };
        let permutation = cx.unique.then(|| Permutation::new(u128::from(count), cx.stream.key()));
        reader.finish(Box::new(Hosts4 { networks, fixed, count, permutation, stream: cx.stream }))
    }
}

impl Generator for V6 {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "internet.ipv6",
            family: Family::Internet,
            label: words("IPv6 address", "Dirección IPv6"),
            description: words(
                "Addresses of hosts in their shortest form, public unless told.",
                "Direcciones de equipos en su forma más corta, públicas salvo indicación.",
            ),
            produces: PRODUCES,
            params: vec![range(RANGES)],
            example: json!({ "range": "public" }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let range = reader.choice("range", RANGES);
        reader.finish(Box::new(Hosts6 { range, unique: cx.unique, stream: cx.stream }))
    }
}

fn range(choices: &'static [&'static str]) -> ParamDescriptor {
    defaulted(
        "range",
        ParamKind::Choice(choices),
        words("Range", "Rango"),
        words(
            "public, private networks, or the blocks reserved for documentation.",
            "públicas (public), redes privadas (private) o los bloques reservados para documentación (documentation).",
        ),
        choices[0],
    )
}

struct Hosts4 {
    networks: Vec<[u8; 3]>,
    /// Whether the second and third part belong to the network.
    fixed: bool,
    count: u64,
    permutation: Option<Permutation>,
    stream: Stream,
}

impl Filler for Hosts4 {
    fn capacity(&self) -> Option<u128> {
        self.permutation.as_ref().map(|_| u128::from(self.count))
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 15, None);
        for &row in cx.rows {
            let index = match &self.permutation {
                Some(permutation) => permutation.at(u128::from(row % self.count)) as u64,
                None => self.stream.cell(row).below(self.count),
            };
            let (host, rest) = (1 + index % 254, index / 254);
            let (middle, network) = if self.fixed { (0, rest) } else { (rest & 0xFFFF, rest >> 16) };
            let [first, second, third] = self.networks[network as usize];
            for part in [u64::from(first), u64::from(second) | middle >> 8, u64::from(third) | middle & 0xFF] {
                out.push_number(part);
                out.push_byte(b'.');
            }
            out.push_number(host);
            out.end();
        }
        out.finish()
    }
}

struct Hosts6 {
    range: &'static str,
    unique: bool,
    stream: Stream,
}

impl Filler for Hosts6 {
    fn capacity(&self) -> Option<u128> {
        // The first draw of a cell is a one-to-one map of the row number onto 64 bits: the host part.
        self.unique.then_some(1 << 64)
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 36, None);
        for &row in cx.rows {
            let mut cell = self.stream.cell(row);
            let (host, net) = (cell.bits(), cell.bits());
            let network = match self.range {
                "private" => 0xFD << 56 | net >> 8,
                "documentation" => 0x2001_0DB8 << 32 | net >> 32,
                _ => u64::from(GLOBAL[(net >> 61) as usize]) << 48 | net & 0xFFFF_FFFF_FFFF,
            };
            let address = Ipv6Addr::from(u128::from(network) << 64 | u128::from(host));
            write!(out, "{address}").map_err(|_| EngineError::fill("an address could not be written"))?;
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::net::Ipv4Addr;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn public_hosts_are_in_no_reserved_block() {
        for text in Trial::new("internet.ipv4", json!({}), FieldType::IpAddress).texts(2_000) {
            let ip: Ipv4Addr = text.parse().unwrap();
            assert!(!(ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_documentation()), "{ip}");
            assert!(!(ip.is_multicast() || ip.is_broadcast() || ip.is_unspecified() || ip.octets()[0] >= 224), "{ip}");
        }
    }

    #[test]
    fn ranges_are_kept_to() {
        let made =
            |generator, range: &str| Trial::new(generator, json!({ "range": range }), FieldType::IpAddress).texts(300);
        assert!(made("internet.ipv4", "private").iter().all(|t| t.parse::<Ipv4Addr>().unwrap().is_private()));
        assert!(
            made("internet.ipv4", "documentation").iter().all(|t| t.parse::<Ipv4Addr>().unwrap().is_documentation())
        );
        assert!(made("internet.ipv6", "documentation").iter().all(|t| t.starts_with("2001:db8:")));
        assert!(made("internet.ipv6", "private").iter().all(|t| t.parse::<Ipv6Addr>().unwrap().is_unique_local()));
    }

    #[test]
    fn a_small_range_is_used_up_whole() {
        let trial = Trial::new("internet.ipv4", json!({ "range": "documentation" }), FieldType::IpAddress).unique(762);
        assert_eq!(trial.compile().unwrap().capacity(), Some(762));
        assert_eq!(trial.texts(762).into_iter().collect::<HashSet<_>>().len(), 762);
    }
}
