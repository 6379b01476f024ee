//! The main job through the API: a design, its tables, its rows, its file.

use dmb_testkit::{TestApp, designs};
use serde_json::{Value, json};

#[tokio::test]
async fn a_design_becomes_tables_rows_and_a_file() {
    let app = TestApp::spawn().await;
    let client = app.user().await;
    let project = client.project_of(designs::SMALL).await;
    let migration = client.migrate(&project).await;
    let job = client.generate(&project, json!({ "intoTables": "REPLACE", "files": [{ "format": "xlsx" }] })).await;
    let job = client.finished(&job).await;
    assert_eq!(job["status"], "COMPLETED", "{job}");
    assert_eq!(job["exports"].as_array().unwrap().len(), 1);
    const REPORT: &str = "query($id: ID!) { job(id: $id) { report { tables { name rows sampledRows
        columns { name nulls distinct distinctError topError top { value count }
          measure { of min max mean deviation histogram { edges counts below above } } }
        checks { fields kind asked got statistic pValue verdict reason } } } } }";
    let tables = client.get(REPORT, json!({ "id": job["id"] }), "/job/report/tables").await;
    assert_eq!((tables[1]["name"].as_str(), tables[1]["rows"].as_u64()), (Some("orders"), Some(50)));
    let id = &tables[1]["columns"][0];
    assert_eq!((id["distinct"].as_u64(), id["measure"]["max"].as_u64()), (Some(50), Some(50)), "{id}");
    let verdicts = tables[1]["checks"].as_array().unwrap();
    assert!(!verdicts.is_empty() && verdicts.iter().all(|check| check["verdict"] != "OFF"), "{verdicts:?}");

    const ROWS: &str = "query($id: ID!) { project(id: $id) { table(name: \"orders\") { state rowCount
        rows(first: 10, filter: [{ field: \"amount\", op: GE, value: 1 }], sort: [{ field: \"id\", direction: DESC }]) {
          columns totalCount nodes edges { cursor } pageInfo { hasNextPage endCursor } } } } }";
    let table = client.get(ROWS, json!({ "id": project }), "/project/table").await;
    assert_eq!((table["state"].as_str(), table["rowCount"].as_u64()), (Some("MIGRATED"), Some(50)));
    let rows = &table["rows"];
    assert_eq!(rows["columns"], json!(["id", "customer_id", "amount"]));
    assert_eq!((rows["totalCount"].as_u64(), rows["nodes"].as_array().unwrap().len()), (Some(50), 10));
    assert!(rows["nodes"][0][0].as_i64() > rows["nodes"][9][0].as_i64());
    assert_eq!(rows["pageInfo"]["hasNextPage"], true);

    let query = "mutation($id: ID!) { rollBackMigration(id: $id) { migration { status } violations { message } } }";
    let status = client.get(query, json!({ "id": migration }), "/rollBackMigration/migration/status").await;
    assert_eq!(status, "ROLLED_BACK");
    app.close().await;
}

#[tokio::test]
async fn a_table_is_made_changed_and_deleted_by_revision() {
    let app = TestApp::spawn().await;
    let client = app.user().await;
    let project = client.project_from("blank").await;
    const FIELDS: &str =
        "id revision name fields { id name type effectiveGenerator { name } constraints { maxLength } }";
    let create = format!(
        "mutation($input: CreateTableInput!) {{ createTable(input: $input) {{ table {{ {FIELDS} }} violations {{ path code }} }} }}"
    );
    let table = json!({ "name": "people", "plannedRows": { "total": 5 }, "fields": [
        { "name": "id", "type": "AUTO_INCREMENT" },
        { "name": "email", "type": "EMAIL", "unique": true, "constraints": { "maxLength": 120 } },
    ] });
    let made =
        client.get(&create, json!({ "input": { "projectId": project, "table": table } }), "/createTable/table").await;
    assert_eq!(made["fields"][1]["constraints"]["maxLength"], 120);
    assert!(made["fields"][1]["effectiveGenerator"]["name"].as_str().unwrap().contains("email"));

    let update = format!(
        "mutation($input: UpdateTableInput!) {{ updateTable(input: $input) {{ table {{ {FIELDS} }} violations {{ path code }} conflict {{ revision }} }} }}"
    );
    let mut renamed = table.clone();
    renamed["fields"][1]["id"] = made["fields"][1]["id"].clone();
    renamed["fields"][1]["name"] = "mail".into();
    let input = json!({ "id": made["id"], "revision": made["revision"], "table": renamed });
    let changed = client.get(&update, json!({ "input": input }), "/updateTable/table").await;
    assert_eq!(changed["fields"][1]["id"], made["fields"][1]["id"], "a field keeps its identity through a rename");
    let stale = client.get(&update, json!({ "input": input }), "/updateTable").await;
    assert_eq!((&stale["table"], &stale["conflict"]["revision"]), (&Value::Null, &changed["revision"]));

    let mut wrong = renamed.clone();
    wrong["plannedRows"] = json!({ "total": -1 });
    wrong["fields"][1]["generator"] = json!({ "name": "internet.email", "params": [1] });
    let input = json!({ "id": made["id"], "revision": changed["revision"], "table": wrong });
    let refused = client.get(&update, json!({ "input": input }), "/updateTable/violations").await;
    assert_eq!(refused.as_array().unwrap().len(), 2, "everything at once: {refused}");

    let delete =
        "mutation($id: ID!, $revision: Int!) { deleteTable(id: $id, revision: $revision) { deletedId conflict } }";
    let stale =
        client.get(delete, json!({ "id": made["id"], "revision": made["revision"] }), "/deleteTable/conflict").await;
    assert_eq!(stale, true);
    let gone = client
        .get(delete, json!({ "id": made["id"], "revision": changed["revision"] }), "/deleteTable/deletedId")
        .await;
    assert_eq!(gone, made["id"]);
}

#[tokio::test]
async fn catalogues_are_for_everybody() {
    let app = TestApp::spawn().await;
    let query = "{ templates { id tables { name sample } } fieldTypes { type databaseTypes constraints } locales { id }
        formats { id extension params { name } } faultKinds { name label { es } strikes params { name kind } } generators(search: \"name\", type: STRING) { name family familyLabel { es } params { name kind } exampleValues }
        suggestGenerators(name: \"email\") { generator { name } fieldType score } }";
    let data = app.anonymous().get(query, Value::Null, "").await;
    assert!(data["templates"].as_array().unwrap().iter().any(|t| t["id"] == "payments"));
    assert_eq!(data["fieldTypes"].as_array().unwrap().len(), 20);
    assert!(data["generators"].as_array().unwrap().len() > 2);
    assert_eq!(data["suggestGenerators"][0]["fieldType"], "EMAIL");
    assert!(data["formats"].as_array().unwrap().iter().any(|f| f["id"] == "xlsx"));
    let orphan = data["faultKinds"].as_array().unwrap().iter().find(|kind| kind["name"] == "orphan").unwrap();
    assert_eq!((&orphan["strikes"], &orphan["params"][0]["kind"]), (&json!(["FOREIGN_KEY"]), &json!("FIELD")));
}

#[tokio::test]
async fn faults_of_a_table_are_kept_as_given_and_a_run_can_leave_them_out() {
    let app = TestApp::spawn().await;
    let client = app.user().await;
    let project = client.project_of(designs::SMALL).await;
    let create = "mutation($input: CreateTableInput!) { createTable(input: $input) { table { id faults { rate kinds { kind params } } } violations { path code } } }";
    let faults = json!({ "rate": 1.0, "kinds": [{ "kind": "negative", "params": { "field": "n" } }] });
    let table = |faults: &Value| json!({ "name": "faulty", "faults": faults, "fields": [{ "name": "n", "type": "INTEGER", "constraints": { "min": 1, "max": 9 } }] });
    let wrong = json!({ "rate": 2, "kinds": [{ "kind": "negative", "params": [1] }] });
    let input = json!({ "projectId": project, "table": table(&wrong) });
    let refused = client.get(create, json!({ "input": input }), "/createTable").await;
    assert_eq!(refused["violations"][0]["path"], "tables.faulty.faults.kinds[0]", "{refused}");
    let input = json!({ "projectId": project, "table": table(&faults) });
    let made = client.get(create, json!({ "input": input }), "/createTable").await;
    assert_eq!(made["table"]["faults"], faults, "{made}");
    let query = "query($id: ID!) { job(id: $id) { faults { table kind rows } exports { fileName format { id label { en } } } } }";
    let run = async |on: bool| {
        let tables = json!([{ "table": "faulty", "rows": 50 }]);
        let job =
            client.generate(&project, json!({ "tables": tables, "files": [{ "format": "csv" }], "faults": on })).await;
        client.finished(&job).await;
        client.get(query, json!({ "id": job }), "/job").await
    };
    let with = run(true).await;
    assert_eq!(with["faults"], json!([{ "table": "faulty", "kind": "negative", "rows": 50 }]), "{with}");
    assert_eq!(with["exports"][1]["format"]["label"]["en"], "Fault manifest", "{with}");
    let without = run(false).await;
    assert_eq!((&without["faults"], without["exports"].as_array().unwrap().len()), (&json!([]), 1));
    app.close().await;
}

#[tokio::test]
async fn a_preview_needs_nothing_saved() {
    let app = TestApp::spawn().await;
    let client = app.user().await;
    let project = client.project_of(designs::SMALL).await;
    let query = "query($input: PreviewInput!) { previewRows(input: $input) { columns { name type generator { name } } rows violations { path code severity } seed } }";
    let table = json!({ "name": "cities", "fields": [{ "name": "city", "type": "STRING" }, { "name": "seats", "type": "INTEGER", "constraints": { "min": 3, "max": 3 } }] });
    let input = json!({ "projectId": project, "table": table, "rows": 4, "seed": "18446744073709551615" });
    let preview = client.get(query, json!({ "input": input }), "/previewRows").await;
    assert_eq!(preview["rows"].as_array().unwrap().len(), 4);
    assert!(preview["rows"].as_array().unwrap().iter().all(|row| row[1] == 3), "{preview}");
    assert_eq!(preview["seed"], "18446744073709551615", "big numbers keep their digits");
}

#[tokio::test]
async fn a_field_can_be_looked_at_before_it_is_saved() {
    let app = TestApp::spawn().await;
    let client = app.user().await;
    let project = client.project_of(designs::SMALL).await;
    let query = "query($input: FieldDistributionInput!) { fieldDistribution(input: $input) { violations { code } distribution { rows nulls distinct shape logarithmic bins { from to count } top { value count } } } }";
    let table = json!({ "name": "seats", "plannedRows": { "total": 400 }, "fields": [
        { "name": "row", "type": "INTEGER", "constraints": { "min": 1, "max": 4 } },
        { "name": "free", "type": "BOOLEAN", "nullable": true, "nullRate": 0.5 },
    ] });
    let look = async |field: &str| {
        let input = json!({ "projectId": project, "table": table, "field": field });
        client.get(query, json!({ "input": input }), "/fieldDistribution/distribution").await
    };
    let row = look("row").await;
    assert_eq!(
        (row["rows"].as_u64(), row["shape"].as_str(), row["distinct"].as_u64()),
        (Some(400), Some("VALUES"), Some(4))
    );
    let ends: Vec<_> =
        row["bins"].as_array().unwrap().iter().map(|bin| (bin["from"].clone(), bin["to"].clone())).collect();
    assert_eq!(ends, [1, 2, 3, 4].map(|n| (json!(n), json!(n))));
    let free = look("free").await;
    assert_eq!(free["shape"], "TOP");
    let counted: u64 = free["top"].as_array().unwrap().iter().map(|each| each["count"].as_u64().unwrap()).sum();
    assert_eq!(counted + free["nulls"].as_u64().unwrap(), 400);
}

#[tokio::test]
async fn the_catalogue_tells_what_agrees_and_what_rows_hold() {
    let app = TestApp::spawn().await;
    let query = "{ generators { name subjects params { name kind columns { name kind required } } } }";
    let all = app.anonymous().get(query, Value::Null, "/generators").await;
    let find = |name: &str| all.as_array().unwrap().iter().find(|each| each["name"] == name).unwrap().clone();
    assert_eq!(find("person.full_name")["subjects"], json!(["person"]));
    assert_eq!(find("number.uniform")["subjects"], json!([]));
    let parts = &find("number.mixture")["params"][0];
    assert_eq!((parts["name"].as_str(), parts["kind"].as_str()), (Some("parts"), Some("ROWS")));
    assert_eq!(parts["columns"][2], json!({ "name": "weight", "kind": "NUMBER", "required": false }));
}

#[tokio::test]
async fn jobs_in_a_list_tell_their_projects() {
    let app = TestApp::spawn().await;
    let client = app.user().await;
    let project = client.project_of(designs::SMALL).await;
    let job = client.generate(&project, json!({ "files": [{ "format": "csv" }] })).await;
    client.finished(&job).await;
    let query = "{ jobs { nodes { id projectId project { id name } } } }";
    let listed = client.get(query, Value::Null, "/jobs/nodes/0").await;
    assert_eq!((&listed["id"], &listed["project"]["id"]), (&json!(job), &listed["projectId"]));
    assert!(listed["project"]["name"].as_str().is_some_and(|name| !name.is_empty()));
    app.close().await;
}
