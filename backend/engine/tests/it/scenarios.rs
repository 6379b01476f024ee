//! The two scenarios that everything is measured on, clause by clause, on rows of their templates.

use dmb_engine::plan::Plan;
use dmb_spec::templates;
use serde_json::Value;

use crate::support::{as_of, column, distinct, plan_of, request};

const ROWS: u64 = 20_000;

/// Some rows of a template's one table, without its faults.
fn some(template: &str) -> Plan {
    let mut design = templates::find(template).unwrap().design(None);
    design.tables[0].faults = None;
    let request = request(&design, template).rows(ROWS);
    plan_of(&design, vec![request])
}

fn texts(plan: &Plan, table: &str, field: &str) -> Vec<String> {
    let text = |value: Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    column(plan, table, field).into_iter().map(text).collect()
}

fn numbers(plan: &Plan, table: &str, field: &str) -> Vec<f64> {
    texts(plan, table, field).iter().map(|text| text.parse().unwrap_or(f64::NAN)).collect()
}

/// Every value matches the form.
fn matches(values: &[String], form: &str) {
    let form = regex::Regex::new(&format!("^(?:{form})$")).unwrap();
    assert!(values.iter().all(|value| form.is_match(value)), "{form}: {:?}", &values[..5]);
}

/// The values are these and no others, each about as often.
fn even(values: &[String], among: &[&str]) {
    for choice in among {
        let share = values.iter().filter(|value| value == choice).count() as f64 / values.len() as f64;
        assert!((share * among.len() as f64 - 1.0).abs() < 0.12, "{choice}: {share}");
    }
    assert!(values.iter().all(|value| among.contains(&value.as_str())));
}

/// The share of values that hold is about this.
fn share<T>(values: &[T], expect: f64, holds: impl Fn(&T) -> bool) {
    let found = values.iter().filter(|value| holds(value)).count() as f64 / values.len() as f64;
    assert!((found - expect).abs() < 0.015, "{found} where {expect} is due");
}

fn seconds(text: &str) -> i64 {
    text.parse::<chrono::DateTime<chrono::Utc>>().unwrap().timestamp()
}

/// All moments lie in the last so many years, some in each half of them.
fn within_years(values: &[String], years: i64) {
    let (now, span) = (as_of().timestamp(), years * 366 * 86_400);
    assert!(values.iter().all(|text| (now - span..=now).contains(&seconds(text))));
    share(values, 0.5, |text| seconds(text) < now - span / 2);
}

#[test]
fn payments_are_as_described() {
    let plan = some("payments");
    let texts = |field: &str| texts(&plan, "payments", field);
    matches(&texts("payment_id"), "PAY-[A-Z0-9]{8}-[A-Z0-9]{4}");
    assert!(distinct(&texts("payment_id")));
    matches(&texts("customer_id"), "CUST-[1-9][0-9]{5}");
    matches(&texts("payment_amount"), r"[0-9]+\.[0-9]{2}");
    let amounts = numbers(&plan, "payments", "payment_amount");
    assert!(amounts.iter().all(|amount| (1.0..=100_000.0).contains(amount)));
    share(&amounts, 0.70, |amount| *amount <= 500.0);
    share(&amounts, 0.27, |amount| *amount > 500.0 && *amount <= 5_000.0);
    share(&amounts, 0.03, |amount| *amount > 5_000.0);
    even(&texts("payment_currency"), &["USD", "EUR", "COP", "CLP", "MXN"]);
    within_years(&texts("payment_date"), 2);
    for (paid, updated) in texts("payment_date").iter().zip(texts("last_updated")) {
        assert!((0..=86_400).contains(&(seconds(&updated) - seconds(paid))), "{paid} {updated}");
    }
    even(&texts("payment_method"), &["CREDIT_CARD", "DEBIT_CARD", "BANK_TRANSFER", "DIGITAL_WALLET", "CASH"]);
    even(&texts("transaction_status"), &["PENDING", "COMPLETED", "FAILED", "CANCELLED", "REFUNDED"]);
    let merchants = numbers(&plan, "payments", "merchant_id");
    assert!(merchants.iter().all(|merchant| (1.0..=999_999.0).contains(merchant)));
    share(&merchants, 0.5, |merchant| *merchant < 500_000.0);
    matches(&texts("reference_number"), "REF-[A-Z0-9]{12}|null");
    share(&texts("reference_number"), 0.3, |text| text == "null");
}

#[test]
fn events_are_as_described() {
    let plan = some("events");
    let texts = |field: &str| texts(&plan, "events", field);
    matches(&texts("id"), "[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}");
    assert!(distinct(&texts("id")));
    matches(&texts("user_id"), "CUST-[0-9]{6}");
    within_years(&texts("timestamp"), 1);
    even(&texts("event_type"), &["LOGIN", "LOGOUT", "PURCHASE", "VIEW", "CLICK", "SEARCH", "UNKNOWN"]);
    even(&texts("device_type"), &["DESKTOP", "MOBILE", "TABLET", "TV", "UNKNOWN"]);
}

#[test]
fn measures_of_events_depend_on_one_another() {
    let plan = some("events");
    let durations = numbers(&plan, "events", "session_duration");
    share(&durations, 0.1, |duration| *duration == 0.0);
    share(&durations, 0.4, |duration| (1.0..=300.0).contains(duration));
    share(&durations, 0.3, |duration| *duration > 300.0 && *duration <= 1_800.0);
    share(&durations, 0.2, |duration| *duration > 1_800.0 && *duration <= 7_200.0);
    let views = numbers(&plan, "events", "page_views");
    let mut reached = [(f64::MAX, f64::MIN); 4];
    for (duration, views) in durations.iter().zip(&views) {
        let kind = usize::from(*duration > 0.0) + usize::from(*duration >= 300.0) + usize::from(*duration >= 1_800.0);
        reached[kind] = (reached[kind].0.min(*views), reached[kind].1.max(*views));
    }
    assert_eq!(reached, [(1.0, 1.0), (1.0, 5.0), (3.0, 15.0), (10.0, 50.0)]);
    let kinds = texts(&plan, "events", "event_type");
    for (kind, value) in kinds.iter().zip(texts(&plan, "events", "conversion_value")) {
        assert_eq!(kind == "PURCHASE", value != "null");
        if value != "null" {
            assert_eq!(value.split_once('.').unwrap().1.len(), 4, "{value}");
            assert!((10.0..=5_000.0).contains(&value.parse::<f64>().unwrap()));
        }
    }
}

#[test]
fn events_hold_objects() {
    let plan = some("events");
    let metadata = column(&plan, "events", "metadata");
    let members = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert!(metadata.iter().all(|value| members(value) == ["user_agent", "ip_address", "session_id", "referrer"]));
    assert!(metadata.iter().all(|value| value["user_agent"].as_str().unwrap().len() > 10));
    assert!(metadata.iter().all(|value| value["ip_address"].as_str().unwrap().parse::<std::net::Ipv4Addr>().is_ok()));
    assert!(metadata.iter().all(|value| uuid::Uuid::try_parse(value["session_id"].as_str().unwrap()).is_ok()));
    let referrers: Vec<Option<&str>> = metadata.iter().map(|value| value["referrer"].as_str()).collect();
    share(&referrers, 0.3, Option::is_none);
    assert!(referrers.iter().flatten().all(|url| url.starts_with("http")));
    let places = column(&plan, "events", "geo_location");
    share(&places, 0.2, Value::is_null);
    for place in places.iter().filter(|place| !place.is_null()) {
        assert_eq!(members(place), ["country", "city", "latitude", "longitude"]);
        let country = place["country"].as_str().unwrap();
        assert!(country.len() == 2 && !place["city"].as_str().unwrap().is_empty());
        let (north, east) = (place["latitude"].as_f64().unwrap(), place["longitude"].as_f64().unwrap());
        // Brazil lies in the south and west, Germany in the north and east: coordinates are those of the country.
        match country {
            "BR" => assert!(north < 6.0 && east < -30.0, "{place}"),
            "DE" => assert!((47.0..56.0).contains(&north) && (5.0..16.0).contains(&east), "{place}"),
            _ => assert!((-90.0..=90.0).contains(&north) && (-180.0..=180.0).contains(&east), "{place}"),
        }
    }
    assert!(["US", "MX", "BR", "DE"].iter().all(|country| places.iter().any(|place| place["country"] == *country)));
}

/// Every faulty cell of some rows of a template, and how many rows have one.
fn faulty(template: &str) -> (Vec<(String, String)>, f64) {
    let design = templates::find(template).unwrap().design(None);
    let plan = plan_of(&design, vec![request(&design, template).rows(ROWS)]);
    let table = &plan.tables()[0];
    let cells: Vec<_> = (0..table.chunk_count()).flat_map(|chunk| table.chunk_with_faults(chunk).unwrap().1).collect();
    let mut rows: Vec<u64> = cells.iter().map(|cell| cell.row).collect();
    rows.dedup();
    let named = cells.into_iter().map(|cell| (table.table().fields[cell.field].name.clone(), cell.value.unwrap()));
    (named.collect(), rows.len() as f64 / ROWS as f64)
}

/// Faulty cells are of these columns and forms, each column about as often.
fn faults(template: &str, rate: f64, forms: &[(&str, &str)]) {
    let (cells, found) = faulty(template);
    assert!((found - rate).abs() < 0.006, "{found} of the rows where {rate} are due");
    for (column, form) in forms {
        let values: Vec<String> = cells.iter().filter(|(of, _)| of == column).map(|(_, value)| value.clone()).collect();
        matches(&values, form);
        let share = values.len() as f64 / cells.len() as f64;
        assert!((share * forms.len() as f64 - 1.0).abs() < 0.3, "{column}: {share}");
    }
    assert!(cells.iter().all(|(of, _)| forms.iter().any(|(column, _)| of == column)));
}

#[test]
fn faults_of_payments_are_as_described() {
    let forms = [
        ("payment_id", "INVALID-[0-9]{4}"),
        ("customer_id", "INVALID-[0-9]{3}"),
        ("payment_amount", r"-[0-9]+\.[0-9]{2}"),
        ("payment_currency", "INVALID"),
        ("payment_date", "20[0-9]{2}-[0-9]{2}-[0-9]{2}T.*Z"),
        ("merchant_id", "[1-9][0-9]{6}"),
    ];
    faults("payments", 0.05, &forms);
    let ends = [1, 366].map(|days| (as_of() + chrono::TimeDelta::days(days)).format("%Y-%m-%dT%H:%M:%SZ").to_string());
    let dates = faulty("payments").0.into_iter().filter(|(column, _)| column == "payment_date");
    assert!(dates.into_iter().all(|(_, date)| (&ends[0]..=&ends[1]).contains(&&date)));
}

#[test]
fn faults_of_events_are_as_described() {
    let forms = [
        ("id", "INVALID-[0-9]{4}"),
        ("user_id", "INV-[0-9]{3}"),
        ("event_type", "SPAM"),
        ("session_duration", "-[0-9]+"),
        ("page_views", "100[1-9]|10[1-9][0-9]|1[1-9][0-9]{2}|[2-4][0-9]{3}|5000"),
    ];
    faults("events", 0.03, &forms);
}
