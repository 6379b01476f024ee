//! Clouds: provider, region, zone and machine type of a row agree, and so do the names of things at Amazon. Codes: the
//! providers' own lists of regions (2025).

use crate::generator::{CompileContext, Family, ParamDescriptor, ParamKind};
use crate::generators::support::describe::{bundle, defaulted, words};
use crate::generators::support::digits::{HEX, push_digits};
use crate::generators::support::entry::Entry;
use crate::generators::support::facts::{Drawer, Facts};
use crate::generators::support::fillers::{codes, one, texts};
use crate::generators::support::params::Reader;
use crate::generators::support::text::TextColumn;
use crate::stream::Stream;

use super::event::RESOURCES;

const PROVIDERS: &[&str] = &["any", "aws", "gcp", "azure"];
const SERVICES: &[&str] = &["any", "s3", "lambda", "sqs", "sns", "dynamodb", "ec2", "iam"];
const ENVIRONMENTS: [&str; 4] = ["prod", "staging", "dev", "test"];

/// A region of a provider, with its share among regions.
struct Region {
    provider: &'static str,
    code: &'static str,
    share: f64,
}

const fn region(provider: &'static str, code: &'static str, share: f64) -> Region {
    Region { provider, code, share }
}

static REGIONS: Facts<Region> = Facts::new(
    "cloud",
    &[
        region("aws", "us-east-1", 30.0),
        region("aws", "us-east-2", 8.0),
        region("aws", "us-west-1", 3.0),
        region("aws", "us-west-2", 12.0),
        region("aws", "ca-central-1", 2.0),
        region("aws", "sa-east-1", 4.0),
        region("aws", "eu-west-1", 10.0),
        region("aws", "eu-west-2", 4.0),
        region("aws", "eu-west-3", 3.0),
        region("aws", "eu-central-1", 7.0),
        region("aws", "eu-north-1", 2.0),
        region("aws", "eu-south-2", 2.0),
        region("aws", "ap-south-1", 4.0),
        region("aws", "ap-southeast-1", 4.0),
        region("aws", "ap-southeast-2", 3.0),
        region("aws", "ap-northeast-1", 4.0),
        region("aws", "ap-northeast-2", 2.0),
        region("aws", "mx-central-1", 1.0),
        region("gcp", "us-central1", 12.0),
        region("gcp", "us-east1", 4.0),
        region("gcp", "us-west1", 3.0),
        region("gcp", "southamerica-east1", 2.0),
        region("gcp", "southamerica-west1", 1.0),
        region("gcp", "europe-west1", 5.0),
        region("gcp", "europe-west3", 2.0),
        region("gcp", "europe-southwest1", 1.5),
        region("gcp", "asia-east1", 2.0),
        region("gcp", "asia-southeast1", 2.0),
        region("azure", "eastus", 10.0),
        region("azure", "eastus2", 8.0),
        region("azure", "westus2", 5.0),
        region("azure", "centralus", 4.0),
        region("azure", "northeurope", 5.0),
        region("azure", "westeurope", 8.0),
        region("azure", "uksouth", 3.0),
        region("azure", "spaincentral", 1.0),
        region("azure", "brazilsouth", 2.0),
        region("azure", "mexicocentral", 0.7),
        region("azure", "southeastasia", 2.0),
    ],
    |region| region.share,
);

/// The regions of a bundle, and the stream of what else is drawn.
struct Clouds {
    regions: Drawer<Region>,
    stream: Stream,
}

impl Clouds {
    fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>, provider: &'static str) -> Self {
        let regions = REGIONS.drawer_of(reader, cx, |region| provider == "any" || region.provider == provider);
        let stream = cx.table_stream.named("cloud").named(reader.text("bundle", ""));
        Self { regions, stream: stream.slot(1) }
    }

    fn of_param(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let provider = reader.choice("provider", PROVIDERS);
        Self::compile(reader, cx, provider)
    }

    /// The account of a row, twelve digits.
    fn write_account(&self, row: u64, out: &mut TextColumn) {
        out.push_padded(100_000_000_000 + self.stream.slot(1).cell(row).below(900_000_000_000), 12);
    }

    /// The name of a bucket of a row.
    fn write_bucket(&self, row: u64, out: &mut TextColumn) {
        let mut cell = self.stream.slot(2).cell(row);
        out.push("example-");
        out.push(one(&mut cell, &RESOURCES));
        out.push("-");
        out.push(one(&mut cell, &ENVIRONMENTS));
    }
}

fn params() -> Vec<ParamDescriptor> {
    let provider = defaulted(
        "provider",
        ParamKind::Choice(PROVIDERS),
        words("Provider", "Proveedor"),
        words(
            "Regions of any provider or of one. Give it to every column that should agree.",
            "Regiones de cualquier proveedor (any) o de uno. Indíquelo en todas las columnas que deban concordar.",
        ),
        PROVIDERS[0],
    );
    vec![provider, bundle(&["cloud"])]
}

/// Providers.
pub(super) static PROVIDER: Entry = Entry::text(
    "system.cloud_provider",
    Family::System,
    words("Cloud provider", "Proveedor de nube"),
    words("aws, gcp or azure: the row's cloud.", "aws, gcp o azure: la nube de la fila."),
    |reader, cx| {
        let clouds = Clouds::of_param(reader, cx);
        texts(cx, 5, move |row, out| out.push(clouds.regions.at(row).provider))
    },
)
.with(params, "{}");

/// Regions.
pub(super) static REGION: Entry = Entry::text(
    "system.cloud_region",
    Family::System,
    words("Cloud region", "Región de nube"),
    words(
        "A region of the row's cloud, large ones the more frequent.",
        "Una región de la nube de la fila, más frecuentes las grandes.",
    ),
    |reader, cx| {
        let clouds = Clouds::of_param(reader, cx);
        texts(cx, 12, move |row, out| out.push(clouds.regions.at(row).code))
    },
)
.with(params, "{}");

/// Zones.
pub(super) static ZONE: Entry = Entry::text(
    "system.cloud_zone",
    Family::System,
    words("Availability zone", "Zona de disponibilidad"),
    words(
        "A zone of the row's region, as its provider writes it.",
        "Una zona de la región de la fila, como la escribe su proveedor.",
    ),
    |reader, cx| {
        let clouds = Clouds::of_param(reader, cx);
        texts(cx, 14, move |row, out| {
            let (region, zone) = (clouds.regions.at(row), clouds.stream.cell(row).below(3) as u8);
            out.push(region.code);
            match region.provider {
                "aws" => out.push_byte(b'a' + zone),
                "gcp" => out.push_bytes(&[b'-', b'a' + zone]),
                _ => out.push_bytes(&[b'-', b'1' + zone]),
            }
        })
    },
)
.with(params, "{}");

/// Machine types, in the order of [`PROVIDERS`].
const MACHINES: [&[&str]; 3] = [
    &[
        "t3.micro",
        "t3.medium",
        "t4g.small",
        "m5.large",
        "m6i.xlarge",
        "m7g.large",
        "c5.xlarge",
        "c6i.2xlarge",
        "r5.large",
        "r6g.xlarge",
    ],
    &[
        "e2-micro",
        "e2-medium",
        "e2-standard-4",
        "n1-standard-1",
        "n2-standard-4",
        "n2d-standard-8",
        "c2-standard-4",
        "c3-standard-8",
    ],
    &["Standard_B1s", "Standard_B2ms", "Standard_D2s_v5", "Standard_D4s_v5", "Standard_E4s_v5", "Standard_F4s_v2"],
];

/// Machine types.
pub(super) static INSTANCE: Entry = Entry::text(
    "system.instance_type",
    Family::System,
    words("Machine type", "Tipo de instancia"),
    words(
        "Virtual machines as the row's provider calls them.",
        "Máquinas virtuales como las llama el proveedor de la fila.",
    ),
    |reader, cx| {
        let clouds = Clouds::of_param(reader, cx);
        texts(cx, 12, move |row, out| {
            let provider = clouds.regions.at(row).provider;
            let at = PROVIDERS[1..].iter().position(|p| *p == provider).unwrap_or(0);
            out.push(one(&mut clouds.stream.slot(3).cell(row), MACHINES[at]));
        })
    },
)
.with(params, "{}");

/// Regions of Amazon.
pub(super) static AWS_REGION: Entry = Entry::text(
    "system.aws_region",
    Family::System,
    words("AWS region", "Región de AWS"),
    words(
        "A region of Amazon Web Services, which the row's ARN has too.",
        "Una región de Amazon Web Services, que también lleva el ARN de la fila.",
    ),
    |reader, cx| {
        let clouds = Clouds::compile(reader, cx, "aws");
        texts(cx, 12, move |row, out| out.push(clouds.regions.at(row).code))
    },
)
.with(|| vec![bundle(&["cloud"])], "{}");

/// Accounts.
pub(super) static ACCOUNT: Entry = Entry::text(
    "system.aws_account",
    Family::System,
    words("AWS account", "Cuenta de AWS"),
    words("Twelve digits, which the row's ARN has too.", "Doce dígitos, que también lleva el ARN de la fila."),
    |reader, cx| {
        if cx.unique {
            return codes(reader, cx, 900_000_000_000, 12, |number, _, out| {
                out.push_number(100_000_000_000 + number as u64);
            });
        }
        let clouds = Clouds::compile(reader, cx, "aws");
        texts(cx, 12, move |row, out| clouds.write_account(row, out))
    },
)
.with(|| vec![bundle(&["cloud"])], "{}")
.unique();

/// Resource names.
pub(super) static ARN: Entry = Entry::text(
    "system.aws_arn",
    Family::System,
    words("AWS resource name", "Nombre de recurso de AWS"),
    words(
        "ARNs of functions, queues, tables, buckets and the like, with the row's region and account.",
        "ARN de funciones, colas, tablas, cubos y similares, con la región y la cuenta de la fila.",
    ),
    |reader, cx| {
        let service = reader.choice("service", SERVICES);
        let clouds = Clouds::compile(reader, cx, "aws");
        texts(cx, 64, move |row, out| {
            let mut cell = clouds.stream.slot(4).cell(row);
            let drawn = one(&mut cell, &SERVICES[1..]);
            let service = if service == "any" { drawn } else { service };
            out.push("arn:aws:");
            out.push(service);
            out.push(":");
            // Buckets need neither region nor account, users no region.
            if !matches!(service, "s3" | "iam") {
                out.push(clouds.regions.at(row).code);
            }
            out.push(":");
            if service != "s3" {
                clouds.write_account(row, out);
            }
            out.push(":");
            let thing = one(&mut cell, &RESOURCES);
            match service {
                "s3" => return clouds.write_bucket(row, out),
                "lambda" => out.push("function:"),
                "dynamodb" => out.push("table/"),
                "iam" => out.push("role/"),
                "ec2" => {
                    out.push("instance/i-");
                    push_digits(u128::from(cell.bits()), HEX, 17, out);
                    return;
                }
                _ => {}
            }
            out.push(thing);
            out.push("-");
            out.push(one(&mut cell, &ENVIRONMENTS));
        })
    },
)
.with(
    || {
        let service = defaulted(
            "service",
            ParamKind::Choice(SERVICES),
            words("Service", "Servicio"),
            words("Things of any service or of one.", "Cosas de cualquier servicio (any) o de uno."),
            SERVICES[0],
        );
        vec![service, bundle(&["cloud"])]
    },
    r#"{"service":"any"}"#,
);

const EXTENSIONS: [&str; 6] = ["parquet", "csv.gz", "json", "jsonl", "log.gz", "pdf"];

/// Addresses of objects.
pub(super) static BUCKET: Entry = Entry::text(
    "system.s3_uri",
    Family::System,
    words("S3 address", "Dirección S3"),
    words(
        "Objects in buckets, by year, month and day of the last year.",
        "Objetos en cubos, por año, mes y día del último año.",
    ),
    |reader, cx| {
        let clouds = Clouds::compile(reader, cx, "aws");
        let now = cx.as_of;
        texts(cx, 64, move |row, out| {
            let mut cell = clouds.stream.slot(5).cell(row);
            let day = now - chrono::TimeDelta::days(cell.below(365) as i64);
            out.push("s3://");
            clouds.write_bucket(row, out);
            for (key, value) in [
                ("/year=", chrono::Datelike::year(&day).unsigned_abs()),
                ("/month=", chrono::Datelike::month(&day)),
                ("/day=", chrono::Datelike::day(&day)),
            ] {
                out.push(key);
                out.push_padded(u64::from(value), if key == "/year=" { 4 } else { 2 });
            }
            out.push("/part-");
            out.push_padded(cell.below(64), 5);
            out.push(".");
            out.push(one(&mut cell, &EXTENSIONS));
        })
    },
)
.with(|| vec![bundle(&["cloud"])], "{}");

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    fn texts(name: &'static str, params: serde_json::Value) -> Vec<String> {
        Trial::new(name, params, FieldType::String).texts(1_000)
    }

    #[test]
    fn zone_region_and_machine_are_of_the_rows_provider() {
        let (providers, regions) = (texts("system.cloud_provider", json!({})), texts("system.cloud_region", json!({})));
        let (zones, machines) = (texts("system.cloud_zone", json!({})), texts("system.instance_type", json!({})));
        for row in 0..providers.len() {
            assert!(zones[row].starts_with(&regions[row]) && zones[row].len() <= regions[row].len() + 2);
            let at = PROVIDERS.iter().position(|p| *p == providers[row]).unwrap() - 1;
            assert!(MACHINES[at].contains(&&*machines[row]), "{} {}", providers[row], machines[row]);
        }
    }

    #[test]
    fn resource_names_have_region_and_account_of_the_row() {
        let (regions, accounts) = (texts("system.aws_region", json!({})), texts("system.aws_account", json!({})));
        for (row, name) in texts("system.aws_arn", json!({})).iter().enumerate() {
            let parts: Vec<&str> = name.splitn(6, ':').collect();
            assert_eq!((parts.len(), parts[0], parts[1]), (6, "arn", "aws"), "{name}");
            assert!(parts[3].is_empty() || parts[3] == regions[row], "{name}");
            assert!(parts[4].is_empty() || parts[4] == accounts[row], "{name}");
            assert!(!parts[5].is_empty() && SERVICES.contains(&parts[2]), "{name}");
        }
        assert!(texts("system.aws_arn", json!({ "service": "sqs" })).iter().all(|n| n.starts_with("arn:aws:sqs:")));
    }
}
