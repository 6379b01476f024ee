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
        formats { id extension params { name } } generators(search: \"name\", type: STRING) { name family familyLabel { es } params { name kind } exampleValues }
        suggestGenerators(name: \"email\") { generator { name } fieldType score } }";
    let data = app.anonymous().get(query, Value::Null, "").await;
    assert!(data["templates"].as_array().unwrap().iter().any(|t| t["id"] == "payments"));
    assert_eq!(data["fieldTypes"].as_array().unwrap().len(), 20);
    assert!(data["generators"].as_array().unwrap().len() > 2);
    assert_eq!(data["suggestGenerators"][0]["fieldType"], "EMAIL");
    assert!(data["formats"].as_array().unwrap().iter().any(|f| f["id"] == "xlsx"));
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
