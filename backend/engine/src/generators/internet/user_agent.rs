//! `internet.user_agent`: what browsers say of themselves.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{TEXT, defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::generators::support::weights::Alias;
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct UserAgent;

const DEVICES: &[&str] = &["any", "desktop", "mobile"];

/// A browser on a system: share among users, whether it is mobile, its versions, and the text with `{v}` for the version.
struct Browser {
    share: f64,
    mobile: bool,
    versions: (u64, u64),
    text: &'static str,
}

const fn browser(share: f64, mobile: bool, versions: (u64, u64), text: &'static str) -> Browser {
    Browser { share, mobile, versions, text }
}

#[rustfmt::skip]
const BROWSERS: [Browser; 11] = [
    browser(30.0, false, (120, 142), "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{v}.0.0.0 Safari/537.36"),
    browser(8.0, false, (120, 142), "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{v}.0.0.0 Safari/537.36"),
    browser(3.0, false, (120, 142), "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{v}.0.0.0 Safari/537.36"),
    browser(7.0, false, (120, 142), "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{v}.0.0.0 Safari/537.36 Edg/{v}.0.0.0"),
    browser(5.0, false, (118, 144), "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:{v}.0) Gecko/20100101 Firefox/{v}.0"),
    browser(2.0, false, (118, 144), "Mozilla/5.0 (X11; Linux x86_64; rv:{v}.0) Gecko/20100101 Firefox/{v}.0"),
    browser(6.0, false, (16, 18), "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/{v}.1 Safari/605.1.15"),
    browser(24.0, true, (120, 142), "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{v}.0.0.0 Mobile Safari/537.36"),
    browser(4.0, true, (22, 28), "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/{v}.0 Chrome/125.0.0.0 Mobile Safari/537.36"),
    browser(18.0, true, (16, 18), "Mozilla/5.0 (iPhone; CPU iPhone OS {v}_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/{v}.4 Mobile/15E148 Safari/604.1"),
    browser(2.0, true, (118, 144), "Mozilla/5.0 (Android 14; Mobile; rv:{v}.0) Gecko/{v}.0 Firefox/{v}.0"),
];

impl Generator for UserAgent {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "internet.user_agent",
            family: Family::Internet,
            label: words("User agent", "Agente de usuario"),
            description: words(
                "What the common browsers say of themselves, as frequent as they are used.",
                "Lo que los navegadores habituales dicen de sí mismos, según su uso.",
            ),
            produces: TEXT,
            params: vec![defaulted(
                "device",
                ParamKind::Choice(DEVICES),
                words("Device", "Dispositivo"),
                words(
                    "Browsers of any device, of desktops or of phones.",
                    "De cualquier dispositivo (any), de escritorio (desktop) o de móvil (mobile).",
                ),
                DEVICES[0],
            )],
            example: json!({ "device": "any" }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let device = reader.choice("device", DEVICES);
        let shares = BROWSERS.iter().map(|b| match device {
            "desktop" if b.mobile => 0.0,
            "mobile" if !b.mobile => 0.0,
            _ => b.share,
        });
        reader.finish(Box::new(Agents { alias: Alias::new(shares), stream: cx.stream, limit: limit(cx.field) }))
    }
}

struct Agents {
    alias: Alias,
    stream: Stream,
    limit: Option<u32>,
}

impl Filler for Agents {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 120, self.limit);
        for &row in cx.rows {
            let mut cell = self.stream.cell(row);
            let browser = &BROWSERS[self.alias.pick(cell.bits())];
            let (oldest, newest) = browser.versions;
            let version = oldest + cell.below(newest - oldest + 1);
            for (n, part) in browser.text.split("{v}").enumerate() {
                if n > 0 {
                    out.push_number(version);
                }
                out.push(part);
            }
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn phones_say_that_they_are_mobile() {
        let made =
            |device: &str| Trial::new("internet.user_agent", json!({ "device": device }), FieldType::String).texts(200);
        assert!(made("mobile").iter().all(|a| a.contains("Mobile") && a.starts_with("Mozilla/5.0 (")));
        assert!(made("desktop").iter().all(|a| !a.contains("Mobile") && !a.contains("{v}")));
    }
}
