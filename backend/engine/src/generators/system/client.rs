//! Visitors' machines: device, system, browser and user agent of a row agree. Shares are rounded from StatCounter Global
//! Stats (2025); texts of agents have the form the browsers' makers document, reduced as they are since 2022.

use crate::generator::{CompileContext, Family, ParamDescriptor, ParamKind};
use crate::generators::support::describe::{bundle, defaulted, words};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::{one, texts};
use crate::generators::support::params::Reader;
use crate::generators::support::text::TextColumn;
use crate::generators::support::weights::Alias;
use crate::stream::Stream;

const FORMS: &[&str] = &["name", "name_version"];

/// A browser on a system of a kind of device.
struct Client {
    share: f64,
    device: &'static str,
    models: &'static [&'static str],
    os: &'static str,
    os_versions: &'static [&'static str],
    browser: &'static str,
    /// Oldest and newest major version.
    versions: (u64, u64),
    /// What stands behind the major version.
    minor: &'static str,
    /// The agent, with `{v}` for the whole version, `{m}` for its major part and `{u}` for it with an underscore.
    agent: &'static str,
}

const PCS: &[&str] = &[
    "Dell XPS 13",
    "Dell Latitude 5440",
    "HP EliteBook 840",
    "HP Pavilion 15",
    "Lenovo ThinkPad X1 Carbon",
    "Lenovo IdeaPad 3",
    "ASUS VivoBook 15",
    "Acer Aspire 5",
    "Microsoft Surface Laptop 5",
];
const MACS: &[&str] =
    &["MacBook Air M2", "MacBook Air M3", "MacBook Pro 14", "MacBook Pro 16", "iMac 24", "Mac mini M2"];
const IPHONES: &[&str] =
    &["iPhone 12", "iPhone 13", "iPhone 14", "iPhone 14 Pro", "iPhone 15", "iPhone 15 Pro", "iPhone 16", "iPhone SE"];
const IPADS: &[&str] = &["iPad Air", "iPad Pro 11", "iPad Pro 12.9", "iPad mini", "iPad (10th generation)"];
const GALAXIES: &[&str] =
    &["Galaxy A15", "Galaxy A54", "Galaxy S22", "Galaxy S23", "Galaxy S24", "Galaxy S24 Ultra", "Galaxy Z Flip5"];
const ANDROIDS: &[&str] = &[
    "Galaxy A15",
    "Galaxy A54",
    "Galaxy S23",
    "Redmi Note 12",
    "Redmi Note 13",
    "Moto G54",
    "Moto G84",
    "Pixel 7",
    "Pixel 8",
    "Pixel 8a",
    "OPPO A78",
    "Xiaomi 13T",
];
const TABLETS: &[&str] = &["Galaxy Tab A9", "Galaxy Tab S9", "Lenovo Tab M10", "Xiaomi Pad 6"];
const WINDOWS: &[&str] = &["10", "11", "11"];
const MACOS: &[&str] = &["13", "14", "15"];
const LINUX: &[&str] = &["22.04", "24.04"];
const ANDROID: &[&str] = &["12", "13", "14", "15"];

#[rustfmt::skip]
static CLIENTS: [Client; 14] = [
    client(26.0, "desktop", PCS, "Windows", WINDOWS, "Chrome", (128, 142), ".0.0.0", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{v} Safari/537.36"),
    client(5.5, "desktop", PCS, "Windows", WINDOWS, "Edge", (128, 142), ".0.0.0", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{v} Safari/537.36 Edg/{v}"),
    client(2.5, "desktop", PCS, "Windows", WINDOWS, "Firefox", (128, 144), ".0", "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:{v}) Gecko/20100101 Firefox/{v}"),
    client(1.5, "desktop", PCS, "Windows", WINDOWS, "Opera", (112, 123), ".0.0.0", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36 OPR/{v}"),
    client(4.5, "desktop", MACS, "macOS", MACOS, "Chrome", (128, 142), ".0.0.0", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{v} Safari/537.36"),
    client(3.5, "desktop", MACS, "macOS", MACOS, "Safari", (16, 18), ".4", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/{v} Safari/605.1.15"),
    client(1.0, "desktop", PCS, "Linux", LINUX, "Firefox", (128, 144), ".0", "Mozilla/5.0 (X11; Linux x86_64; rv:{v}) Gecko/20100101 Firefox/{v}"),
    client(1.2, "desktop", PCS, "Linux", LINUX, "Chrome", (128, 142), ".0.0.0", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{v} Safari/537.36"),
    client(31.0, "mobile", ANDROIDS, "Android", ANDROID, "Chrome", (128, 142), ".0.0.0", "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{v} Mobile Safari/537.36"),
    client(2.5, "mobile", GALAXIES, "Android", ANDROID, "Samsung Internet", (24, 28), ".0", "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/{v} Chrome/130.0.0.0 Mobile Safari/537.36"),
    client(14.0, "mobile", IPHONES, "iOS", &[], "Safari", (16, 18), ".5", "Mozilla/5.0 (iPhone; CPU iPhone OS {u} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/{v} Mobile/15E148 Safari/604.1"),
    client(4.0, "mobile", IPHONES, "iOS", &["17", "18"], "Chrome", (128, 142), ".0.0.0", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/{v} Mobile/15E148 Safari/604.1"),
    client(1.5, "tablet", IPADS, "iPadOS", &[], "Safari", (16, 18), ".5", "Mozilla/5.0 (iPad; CPU OS {u} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/{v} Mobile/15E148 Safari/604.1"),
    client(1.3, "tablet", TABLETS, "Android", ANDROID, "Chrome", (128, 142), ".0.0.0", "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{v} Safari/537.36"),
];

#[expect(clippy::too_many_arguments, reason = "a row of a table")]
const fn client(
    share: f64,
    device: &'static str,
    models: &'static [&'static str],
    os: &'static str,
    os_versions: &'static [&'static str],
    browser: &'static str,
    versions: (u64, u64),
    minor: &'static str,
    agent: &'static str,
) -> Client {
    Client { share, device, models, os, os_versions, browser, versions, minor, agent }
}

/// The machines of a bundle.
pub(super) struct Clients {
    stream: Stream,
    alias: Alias,
}

/// The machine of a row.
struct Machine {
    client: &'static Client,
    model: &'static str,
    version: u64,
    os_version: Option<&'static str>,
}

impl Clients {
    pub(super) fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let stream = cx.table_stream.named("client").named(reader.text("bundle", ""));
        Self { stream, alias: Alias::new(CLIENTS.iter().map(|c| c.share)) }
    }

    fn at(&self, row: u64) -> Machine {
        let mut cell = self.stream.cell(row);
        let client = &CLIENTS[self.alias.pick(cell.bits())];
        let (oldest, newest) = client.versions;
        // The square of an even draw: most people have a recent version.
        let share = cell.unit();
        let version = newest - (share * share * (newest - oldest + 1) as f64) as u64;
        let model = one(&mut cell, client.models);
        let os_version = (!client.os_versions.is_empty()).then(|| one(&mut cell, client.os_versions));
        Machine { client, model, version, os_version }
    }

    /// What the row's browser says of itself.
    pub(super) fn write_agent(&self, row: u64, out: &mut TextColumn) {
        let machine = self.at(row);
        for (n, part) in machine.client.agent.split(['{', '}']).enumerate() {
            match part {
                literal if n % 2 == 0 => out.push(literal),
                "u" => {
                    out.push_number(machine.version);
                    out.push("_");
                    out.push(&machine.client.minor[1..]);
                }
                _ => machine.write_version(out),
            }
        }
    }
}

impl Machine {
    fn write_version(&self, out: &mut TextColumn) {
        out.push_number(self.version);
        out.push(self.client.minor);
    }
}

fn params() -> Vec<ParamDescriptor> {
    vec![bundle(&["client"])]
}

/// Systems.
pub(super) static OS: Entry = Entry::text(
    "system.os",
    Family::System,
    words("Operating system", "Sistema operativo"),
    words("Of the row's machine, as frequent as it is used.", "Del equipo de la fila, según su uso."),
    |reader, cx| {
        let whole = reader.choice("form", FORMS) == "name_version";
        let clients = Clients::compile(reader, cx);
        texts(cx, 10, move |row, out| {
            let machine = clients.at(row);
            out.push(machine.client.os);
            if whole {
                out.push(" ");
                match machine.os_version {
                    Some(version) => out.push(version),
                    // Apple's small systems have the version of their browser.
                    None => machine.write_version(out),
                }
            }
        })
    },
)
.with(
    || {
        let form = defaulted(
            "form",
            ParamKind::Choice(FORMS),
            words("Form", "Forma"),
            words("The name, or name and version.", "El nombre (name) o nombre y versión (name_version)."),
            FORMS[0],
        );
        vec![form, bundle(&["client"])]
    },
    r#"{"form":"name_version"}"#,
);

/// Browsers.
pub(super) static BROWSER: Entry = Entry::text(
    "system.browser",
    Family::System,
    words("Browser", "Navegador"),
    words("Of the row's machine, as frequent as it is used.", "Del equipo de la fila, según su uso."),
    |reader, cx| {
        let clients = Clients::compile(reader, cx);
        texts(cx, 8, move |row, out| out.push(clients.at(row).client.browser))
    },
)
.with(params, "{}");

/// Versions of browsers.
pub(super) static BROWSER_VERSION: Entry = Entry::text(
    "system.browser_version",
    Family::System,
    words("Browser version", "Versión del navegador"),
    words(
        "Of the row's browser, recent ones the more frequent.",
        "Del navegador de la fila, más frecuentes las recientes.",
    ),
    |reader, cx| {
        let clients = Clients::compile(reader, cx);
        texts(cx, 9, move |row, out| clients.at(row).write_version(out))
    },
)
.with(params, "{}");

/// Kinds of device.
pub(super) static DEVICE_TYPE: Entry = Entry::text(
    "system.device_type",
    Family::System,
    words("Device type", "Tipo de dispositivo"),
    words("desktop, mobile or tablet: the row's machine.", "desktop, mobile o tablet: el equipo de la fila."),
    |reader, cx| {
        let clients = Clients::compile(reader, cx);
        texts(cx, 7, move |row, out| out.push(clients.at(row).client.device))
    },
)
.with(params, "{}");

/// Models.
pub(super) static DEVICE_MODEL: Entry = Entry::text(
    "system.device_model",
    Family::System,
    words("Device model", "Modelo de dispositivo"),
    words("Of the row's machine, which suits its system.", "Del equipo de la fila, acorde con su sistema."),
    |reader, cx| {
        let clients = Clients::compile(reader, cx);
        texts(cx, 14, move |row, out| out.push(clients.at(row).model))
    },
)
.with(params, "{}");

/// User agents.
pub(super) static AGENT: Entry = Entry::text(
    "system.user_agent",
    Family::System,
    words("User agent of the device", "Agente de usuario del dispositivo"),
    words(
        "What the row's browser says of itself; agrees with device, system and version.",
        "Lo que el navegador de la fila dice de sí mismo; concuerda con dispositivo, sistema y versión.",
    ),
    |reader, cx| {
        let clients = Clients::compile(reader, cx);
        texts(cx, 120, move |row, out| clients.write_agent(row, out))
    },
)
.with(params, "{}");

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use serde_json::json;

    use crate::testing::Trial;

    #[test]
    fn the_agent_tells_of_system_browser_version_and_device() {
        let texts = |name| Trial::new(name, json!({}), FieldType::String).texts(2_000);
        let agents = texts("system.user_agent");
        let (systems, versions) = (texts("system.os"), texts("system.browser_version"));
        let (devices, models) = (texts("system.device_type"), texts("system.device_model"));
        for row in 0..agents.len() {
            let agent = &agents[row];
            assert!(agent.contains(&versions[row]) && !agent.contains(['{', '}']), "{agent} {}", versions[row]);
            let mark = match &*systems[row] {
                "Windows" => "Windows NT",
                "macOS" => "Macintosh",
                "Linux" => "X11; Linux",
                "Android" => "Android",
                "iOS" => "iPhone OS",
                _ => "iPad",
            };
            assert!(agent.contains(mark), "{agent} {}", systems[row]);
            assert_eq!(devices[row] == "mobile", agent.contains("Mobile") && !agent.contains("iPad"), "{agent}");
            assert_eq!(models[row].starts_with("iPhone"), systems[row] == "iOS", "{}", models[row]);
        }
    }
}
