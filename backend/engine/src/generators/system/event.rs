//! The requests of a table: one for each row and bundle, the same in every column that tells of it. Method, path, status,
//! level, duration and error suit one another.

use crate::generator::{CompileContext, ParamDescriptor, ParamKind};
use crate::generators::support::describe::{bundle, defaulted, words};
use crate::generators::support::fillers::normal;
use crate::generators::support::params::Reader;
use crate::generators::support::text::TextColumn;
use crate::generators::support::weights::Alias;
use crate::stream::Stream;

/// How grave a log line is, in rising order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Trace,
    Debug,
    Info,
    Warn,
    Error,
    Fatal,
}

/// What is drawn of a request; each has its own stream, so that no column disturbs another.
#[derive(Clone, Copy)]
pub(super) enum Slot {
    Request,
    Level,
    Latency,
    Error,
    Line,
    Client,
}

/// A method with its share of requests, its statuses with shares, where all goes well and where the client errs, and how
/// its usual duration compares with that of the others.
struct Method {
    name: &'static str,
    share: f64,
    fine: &'static [(u16, f64)],
    wrong: &'static [(u16, f64)],
    slowness: f64,
}

/// Shares are those of an ordinary web service: most requests read.
static METHODS: [Method; 7] = [
    Method {
        name: "GET",
        share: 68.0,
        fine: &[(200, 88.0), (304, 7.0), (301, 2.0), (302, 2.0), (206, 1.0)],
        wrong: &[(404, 62.0), (401, 14.0), (403, 12.0), (429, 7.0), (400, 5.0)],
        slowness: 0.8,
    },
    Method {
        name: "POST",
        share: 19.0,
        fine: &[(201, 58.0), (200, 36.0), (202, 6.0)],
        wrong: &[(400, 30.0), (422, 28.0), (401, 18.0), (409, 12.0), (403, 7.0), (429, 5.0)],
        slowness: 1.8,
    },
    Method {
        name: "PUT",
        share: 5.0,
        fine: &[(200, 74.0), (204, 26.0)],
        wrong: &[(400, 32.0), (404, 28.0), (409, 20.0), (412, 8.0), (403, 12.0)],
        slowness: 1.6,
    },
    Method {
        name: "PATCH",
        share: 3.0,
        fine: &[(200, 85.0), (204, 15.0)],
        wrong: &[(400, 36.0), (404, 30.0), (409, 22.0), (403, 12.0)],
        slowness: 1.4,
    },
    Method {
        name: "DELETE",
        share: 2.5,
        fine: &[(204, 86.0), (200, 14.0)],
        wrong: &[(404, 62.0), (403, 26.0), (409, 12.0)],
        slowness: 1.2,
    },
    Method {
        name: "HEAD",
        share: 1.5,
        fine: &[(200, 92.0), (304, 8.0)],
        wrong: &[(404, 86.0), (403, 14.0)],
        slowness: 0.4,
    },
    Method {
        name: "OPTIONS",
        share: 1.0,
        fine: &[(204, 80.0), (200, 20.0)],
        wrong: &[(405, 70.0), (403, 30.0)],
        slowness: 0.3,
    },
];
/// What servers answer when they fail.
const FAILURES: [(u16, f64); 4] = [(500, 56.0), (503, 20.0), (502, 14.0), (504, 10.0)];
/// What requests are about.
pub(super) const RESOURCES: [&str; 14] = [
    "orders",
    "users",
    "products",
    "payments",
    "invoices",
    "sessions",
    "reports",
    "carts",
    "customers",
    "shipments",
    "notifications",
    "search",
    "events",
    "files",
];
/// Of failed requests so many are the server's fault.
const SERVERS_FAULT: f64 = 0.2;
/// Milliseconds after which a gateway gives up.
const TIMEOUT: f64 = 30_000.0;

/// The requests of a bundle.
pub(super) struct Events {
    slots: [Stream; 6],
    methods: Alias,
    fine: Vec<Alias>,
    wrong: Vec<Alias>,
    failures: Alias,
    error_rate: f64,
}

/// The request of a row.
pub(super) struct Event {
    pub(super) method: &'static str,
    pub(super) status: u16,
    slowness: f64,
    resource: usize,
    /// Number of the thing asked for, where it is about one.
    id: Option<u64>,
}

/// `error_rate` and `bundle`.
pub(super) fn params() -> Vec<ParamDescriptor> {
    let rate = defaulted(
        "error_rate",
        ParamKind::Number { min: Some(0.0), max: Some(1.0) },
        words("Error rate", "Tasa de errores"),
        words(
            "Share of requests that fail, a fifth of them by the server's fault. Give it to every column that should agree.",
            "Proporción de peticiones que fallan, un quinto por culpa del servidor. Indíquela en todas las columnas que \
             deban concordar.",
        ),
        0.06,
    );
    vec![rate, bundle(&["event"])]
}

impl Events {
    /// The requests that `bundle` and `error_rate` of the parameters speak of.
    pub(super) fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let stream = cx.table_stream.named("event").named(reader.text("bundle", ""));
        let statuses = |of: fn(&Method) -> &'static [(u16, f64)]| {
            METHODS.iter().map(|m| Alias::new(of(m).iter().map(|(_, share)| *share))).collect()
        };
        Self {
            slots: std::array::from_fn(|n| stream.slot(n as u64)),
            methods: Alias::new(METHODS.iter().map(|m| m.share)),
            fine: statuses(|m| m.fine),
            wrong: statuses(|m| m.wrong),
            failures: Alias::new(FAILURES.iter().map(|(_, share)| *share)),
            error_rate: reader.number("error_rate").unwrap_or(0.06),
        }
    }

    /// The stream of one purpose.
    pub(super) fn slot(&self, slot: Slot) -> Stream {
        self.slots[slot as usize]
    }

    /// The request of a row.
    #[inline]
    pub(super) fn at(&self, row: u64) -> Event {
        let mut cell = self.slot(Slot::Request).cell(row);
        let at = self.methods.pick(cell.bits());
        let method = &METHODS[at];
        let (fate, bits) = (cell.unit(), cell.bits());
        let status = if fate >= self.error_rate {
            method.fine[self.fine[at].pick(bits)].0
        } else if fate >= self.error_rate * SERVERS_FAULT {
            method.wrong[self.wrong[at].pick(bits)].0
        } else {
            FAILURES[self.failures.pick(bits)].0
        };
        let resource = cell.below(RESOURCES.len() as u64) as usize;
        // Things are made by asking the whole, changed and deleted by asking the thing.
        let single = match method.name {
            "POST" | "OPTIONS" => false,
            "GET" | "HEAD" => status == 404 || cell.below(2) == 0,
            _ => true,
        };
        let id = single.then(|| 1 + cell.below(99_999));
        Event { method: method.name, status, slowness: method.slowness, resource, id }
    }

    /// How grave the row's request is.
    #[inline]
    pub(super) fn level(&self, row: u64, event: &Event) -> Level {
        let odds = self.slot(Slot::Level).cell(row).below(100);
        match (event.status, odds) {
            (500.., 0..8) => Level::Fatal,
            (500.., _) => Level::Error,
            (400.., 0..15) => Level::Info,
            (400.., _) => Level::Warn,
            (_, 0..3) => Level::Trace,
            (_, 3..18) => Level::Debug,
            _ => Level::Info,
        }
    }

    /// Milliseconds the row's request took: log-normal, with a median of some 40; a gateway's timeout is as long as it is.
    #[inline]
    pub(super) fn latency(&self, row: u64, event: &Event) -> f64 {
        let mut cell = self.slot(Slot::Latency).cell(row);
        if event.status == 504 {
            return TIMEOUT + cell.unit() * 200.0;
        }
        let base = match event.status {
            304 | 401 | 403 | 429 => 8.0,
            500.. => 120.0,
            400.. => 18.0,
            _ => 48.0 * event.slowness,
        };
        (base * (normal(&mut cell) * 0.7).exp()).clamp(0.2, TIMEOUT)
    }
}

impl Event {
    /// What it asked for, such as `/api/v1/orders/812`.
    pub(super) fn write_path(&self, out: &mut TextColumn) {
        out.push("/api/v1/");
        out.push(RESOURCES[self.resource]);
        if let Some(id) = self.id {
            out.push("/");
            out.push_number(id);
        }
    }

    /// Bytes of the answer's body.
    pub(super) fn bytes(&self, row: u64, events: &Events) -> u64 {
        match (self.method, self.status) {
            ("HEAD", _) | (_, 204 | 304) => 0,
            (_, 300..) => 90 + events.slot(Slot::Line).cell(row).below(400),
            _ => (2_400.0 * (normal(&mut events.slot(Slot::Line).cell(row)) * 1.1).exp()) as u64,
        }
    }
}
