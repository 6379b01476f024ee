//! Where programs run: hosts, services, environments, ports, processes, containers, pods.

use arrow_array::ArrayRef;

use crate::generator::{CompileContext, EngineError, Family, FillContext, Filler, ParamDescriptor, ParamKind};
use crate::generators::support::describe::{NUMBERS, bundle, defaulted, words};
use crate::generators::support::digits::{HEX, push_digits};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::{Numbers, codes, fits, normal, numbers, one, texts};
use crate::generators::support::params::Reader;
use crate::generators::support::text::TextColumn;
use crate::generators::support::weights::Alias;
use crate::stream::Stream;

/// Names of services.
pub(super) const SERVICES: [&str; 20] = [
    "api-gateway",
    "auth-service",
    "billing-service",
    "cart-service",
    "catalog-service",
    "checkout",
    "email-worker",
    "frontend",
    "image-resizer",
    "inventory-service",
    "invoice-worker",
    "notification-service",
    "order-service",
    "payment-service",
    "pricing-service",
    "recommendation",
    "report-builder",
    "search-service",
    "shipping-service",
    "user-service",
];
const ROLES: [&str; 14] =
    ["web", "api", "app", "db", "cache", "worker", "proxy", "mq", "batch", "search", "auth", "mail", "log", "store"];
const STAGES: [&str; 5] = ["prod", "staging", "dev", "test", "qa"];
const ENVIRONMENTS: [(&str, f64); 5] =
    [("production", 55.0), ("staging", 18.0), ("development", 15.0), ("test", 8.0), ("qa", 4.0)];
const SPACES: [&str; 10] = [
    "default",
    "production",
    "staging",
    "payments",
    "checkout",
    "monitoring",
    "ingress-nginx",
    "kube-system",
    "logging",
    "data",
];
/// Letters of generated names in Kubernetes, which can't make words.
const SAFE: &[u8; 27] = b"bcdfghjklmnpqrstvwxz2456789";
const LENGTHS: &[&str] = &["short", "full"];
const PORTS: &[&str] = &["service", "registered", "dynamic", "any"];
/// Ports services listen on, with shares.
const LISTENING: [(u16, f64); 20] = [
    (443, 24.0),
    (80, 16.0),
    (8080, 10.0),
    (22, 8.0),
    (5432, 7.0),
    (3306, 6.0),
    (6379, 6.0),
    (3000, 4.0),
    (8443, 3.0),
    (27017, 3.0),
    (9092, 2.5),
    (5672, 2.0),
    (9200, 2.0),
    (53, 1.5),
    (25, 1.0),
    (587, 1.0),
    (8000, 1.0),
    (9090, 1.0),
    (2379, 0.5),
    (11211, 0.5),
];

/// Host names.
pub(super) static HOSTNAME: Entry = Entry::text(
    "system.hostname",
    Family::System,
    words("Host name", "Nombre de equipo"),
    words(
        "Names of servers: role, stage and number, under an internal domain.",
        "Nombres de servidores: función, etapa y número, bajo un dominio interno.",
    ),
    |reader, cx| {
        let domain = reader.text("domain", "example.internal").trim_matches('.').to_owned();
        if domain.len() > 100 || !domain.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.') {
            reader.problem("domain", "wrong_value", "domain must be of letters, digits, hyphens and points");
        }
        let hosts = (ROLES.len() * STAGES.len()) as u128;
        let longest = 19 + u32::from(!domain.is_empty()) + domain.len() as u32;
        codes(reader, cx, hosts * 999, longest, move |number, _, out| {
            out.push(ROLES[(number % hosts) as usize % ROLES.len()]);
            out.push("-");
            out.push(STAGES[(number % hosts) as usize / ROLES.len()]);
            out.push("-");
            out.push_padded((number / hosts) as u64 + 1, 3);
            if !domain.is_empty() {
                out.push(".");
                out.push(&domain);
            }
        })
    },
)
.with(
    || {
        vec![defaulted(
            "domain",
            ParamKind::Text,
            words("Domain", "Dominio"),
            words("What every name ends with; empty for none.", "Con lo que acaba cada nombre; vacío para ninguno."),
            "example.internal",
        )]
    },
    r#"{"domain":"example.internal"}"#,
)
.unique();

/// Services.
pub(super) static SERVICE: Entry = Entry::text(
    "system.service",
    Family::System,
    words("Service name", "Nombre de servicio"),
    words(
        "Names of services of a shop; the row's pod and image have it too.",
        "Nombres de servicios de una tienda; los llevan también el pod y la imagen de la fila.",
    ),
    |reader, cx| {
        let stream = services(reader, cx);
        texts(cx, 14, move |row, out| out.push(one(&mut stream.cell(row), &SERVICES)))
    },
)
.with(|| vec![bundle(&["service"])], "{}");

/// The stream of the services of a bundle.
fn services(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Stream {
    cx.table_stream.named("service").named(reader.text("bundle", ""))
}

/// Environments.
pub(super) static ENVIRONMENT: Entry = Entry::text(
    "system.environment",
    Family::System,
    words("Environment", "Entorno"),
    words("production, staging, development, test or qa.", "production, staging, development, test o qa."),
    |_, cx| {
        let (alias, stream) = (Alias::new(ENVIRONMENTS.iter().map(|(_, share)| *share)), cx.stream);
        texts(cx, 11, move |row, out| out.push(ENVIRONMENTS[alias.pick(stream.cell(row).bits())].0))
    },
);

/// Ports.
pub(super) static PORT: Entry = Entry::number(
    "system.port",
    Family::System,
    words("Port", "Puerto"),
    words(
        "Ports services listen on, as frequent as they are; or of the ranges of RFC 6335.",
        "Puertos en los que escuchan los servicios, según su frecuencia; o de los intervalos de RFC 6335.",
    ),
    |reader, cx| {
        let range = reader.choice("range", PORTS);
        let (alias, stream) = (Alias::new(LISTENING.iter().map(|(_, share)| *share)), cx.stream);
        numbers(reader, cx, move |row| {
            let mut cell = stream.cell(row);
            match range {
                "registered" => 1_024.0 + cell.below(48_128) as f64,
                "dynamic" => 49_152.0 + cell.below(16_384) as f64,
                "any" => 1.0 + cell.below(65_535) as f64,
                _ => f64::from(LISTENING[alias.pick(cell.bits())].0),
            }
        })
    },
)
.producing(NUMBERS)
.with(
    || {
        vec![defaulted(
            "range",
            ParamKind::Choice(PORTS),
            words("Range", "Intervalo"),
            words(
                "service: usual ones; registered: 1024 to 49151; dynamic: 49152 to 65535; any: 1 to 65535.",
                "service: los habituales; registered: 1024 a 49151; dynamic: 49152 a 65535; any: 1 a 65535.",
            ),
            PORTS[0],
        )]
    },
    r#"{"range":"service"}"#,
);

/// Process numbers.
pub(super) static PROCESS: Entry = Entry::number(
    "system.process_id",
    Family::System,
    words("Process number", "Número de proceso"),
    words(
        "Numbers of processes: small ones the more frequent, 4194304 at most.",
        "Números de procesos: más frecuentes los pequeños, 4194304 como máximo.",
    ),
    |reader, cx| {
        let stream = cx.stream;
        numbers(reader, cx, move |row| {
            (9_000.0 * (normal(&mut stream.cell(row)) * 1.3).exp()).round().clamp(1.0, 4_194_304.0)
        })
    },
)
.producing(NUMBERS);

/// Container ids.
pub(super) static CONTAINER: Entry = Entry::text(
    "system.container_id",
    Family::System,
    words("Container id", "Identificador de contenedor"),
    words(
        "Hexadecimal digits: 12 as people see them, or all 64.",
        "Dígitos hexadecimales: 12 como se muestran, o los 64.",
    ),
    |reader, cx| {
        let full = reader.choice("length", LENGTHS) == "full";
        codes(reader, cx, 1 << 48, if full { 64 } else { 12 }, move |number, cell, out| {
            push_digits(number, HEX, 12, out);
            if full {
                for _ in 0..3 {
                    push_digits(u128::from(cell.bits()), HEX, 16, out);
                }
                push_digits(u128::from(cell.bits()), HEX, 4, out);
            }
        })
    },
)
.with(|| vec![length()], r#"{"length":"short"}"#)
.unique();

/// `length`, short or full.
pub(super) fn length() -> ParamDescriptor {
    defaulted(
        "length",
        ParamKind::Choice(LENGTHS),
        words("Length", "Longitud"),
        words("short or full.", "corta (short) o entera (full)."),
        LENGTHS[0],
    )
}

/// Images everybody uses, with a tag.
const IMAGES: [&str; 14] = [
    "nginx:1.27-alpine",
    "postgres:16.4",
    "postgres:17.2",
    "redis:7.4-alpine",
    "mysql:8.4",
    "mongo:7.0",
    "rabbitmq:3.13-management",
    "node:22-slim",
    "python:3.12-slim",
    "golang:1.23",
    "alpine:3.20",
    "ubuntu:24.04",
    "grafana/grafana:11.3.0",
    "prom/prometheus:v2.55.0",
];

/// Images.
pub(super) static IMAGE: Entry = Entry::text(
    "system.docker_image",
    Family::System,
    words("Container image", "Imagen de contenedor"),
    words(
        "Images with their tag: of the row's service from a registry of one's own, or one everybody uses.",
        "Imágenes con su etiqueta: del servicio de la fila en un registro propio, o una de uso común.",
    ),
    |reader, cx| {
        let (services, stream) = (services(reader, cx), cx.stream);
        texts(cx, 48, move |row, out| {
            let mut cell = stream.cell(row);
            if cell.below(4) == 0 {
                return out.push(one(&mut cell, &IMAGES));
            }
            out.push("registry.example.com/shop/");
            out.push(one(&mut services.cell(row), &SERVICES));
            out.push(":");
            out.push_number(cell.below(6));
            out.push(".");
            out.push_number(cell.below(24));
            out.push(".");
            out.push_number(cell.below(12));
        })
    },
)
.with(|| vec![bundle(&["service"])], "{}");

/// Pods.
pub(super) static POD: Entry = Entry::text(
    "system.pod_name",
    Family::System,
    words("Pod name", "Nombre de pod"),
    words(
        "Pods of Kubernetes: the row's service, the hash of its deployment and five letters of its own.",
        "Pods de Kubernetes: el servicio de la fila, el resumen de su despliegue y cinco letras propias.",
    ),
    |reader, cx| {
        let services = services(reader, cx);
        fits(reader, cx, 38);
        let numbers = Numbers::new(cx, 27_u128.pow(5) * 27_u128.pow(10));
        Box::new(Pods { services, numbers })
    },
)
.with(|| vec![bundle(&["service"])], "{}")
.unique();

struct Pods {
    services: Stream,
    numbers: Numbers,
}

impl Filler for Pods {
    fn capacity(&self) -> Option<u128> {
        self.numbers.capacity()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 32, None);
        for &row in cx.rows {
            let (number, _) = self.numbers.at(row);
            out.push(one(&mut self.services.cell(row), &SERVICES));
            out.push("-");
            let rest = push_digits(number, SAFE, 10, &mut out);
            out.push("-");
            push_digits(rest, SAFE, 5, &mut out);
            out.end();
        }
        out.finish()
    }
}

/// Namespaces.
pub(super) static NAMESPACE: Entry = Entry::text(
    "system.k8s_namespace",
    Family::System,
    words("Kubernetes namespace", "Espacio de nombres de Kubernetes"),
    words("Usual names of namespaces.", "Nombres habituales de espacios de nombres."),
    |_, cx| {
        let stream = cx.stream;
        texts(cx, 10, move |row, out| out.push(one(&mut stream.cell(row), &SPACES)))
    },
);

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use arrow_array::cast::AsArray;
    use arrow_array::types::Int32Type;
    use dmb_spec::FieldType;
    use serde_json::json;

    use crate::testing::Trial;

    #[test]
    fn every_host_of_a_fleet_comes_and_names_are_valid() {
        let trial = Trial::new("system.hostname", json!({}), FieldType::String).unique(69_930);
        assert_eq!(trial.compile().unwrap().capacity(), Some(69_930));
        let made = trial.texts(69_930);
        assert_eq!(made.iter().collect::<HashSet<_>>().len(), 69_930);
        assert!(made.iter().all(|h| h.len() <= 36 && h.ends_with(".example.internal")));
    }

    #[test]
    fn the_pod_and_the_image_run_the_service_of_the_row() {
        let texts = |name| Trial::new(name, json!({}), FieldType::String).texts(500);
        let (services, images) = (texts("system.service"), texts("system.docker_image"));
        for (row, pod) in texts("system.pod_name").iter().enumerate() {
            assert!(pod.starts_with(&format!("{}-", services[row])) && pod.len() <= 38, "{pod}");
            assert!(!images[row].starts_with("registry") || images[row].contains(&services[row]), "{}", images[row]);
        }
        let pods = Trial::new("system.pod_name", json!({}), FieldType::String).unique(2_000).texts(2_000);
        assert_eq!(pods.iter().collect::<HashSet<_>>().len(), 2_000);
    }

    #[test]
    fn ports_lie_in_their_ranges() {
        for (range, low, high) in [("service", 22, 27_017), ("registered", 1_024, 49_151), ("dynamic", 49_152, 65_535)]
        {
            let made = Trial::new("system.port", json!({ "range": range }), FieldType::Integer).fill(2_000);
            assert!(made.as_primitive::<Int32Type>().values().iter().all(|p| (low..=high).contains(p)), "{range}");
        }
    }
}
