//! Who gets at what: every field of the schema that takes an id × {anonymous, stranger, administrator, owner}. What is
//! another's is answered as what isn't there. The table below must name every such field: the schema is read, and the
//! test fails on one that is missing.

use std::collections::{BTreeMap, BTreeSet};

use async_graphql::parser::types::{TypeKind, TypeSystemDefinition};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use dmb_testkit::{Answer, Client, Event, Socket, TestApp, designs};
use serde_json::{Value, json};
use uuid::Uuid;

/// A field that takes an id: root type, field, what the id is of, and an operation that needs nothing but `$id`.
/// Mutations are in an order that the owner can go through, the destructive ones last.
const ROWS: [(&str, &str, &str, &str); 33] = [
    ("Query", "node", "User", "query($id: ID!) { node(id: $id) { id } }"),
    ("Query", "node", "AccessToken", "query($id: ID!) { node(id: $id) { id } }"),
    ("Query", "node", "Project", "query($id: ID!) { node(id: $id) { id ... on Project { tables { name } } } }"),
    (
        "Query",
        "node",
        "TableDefinition",
        "query($id: ID!) { node(id: $id) { id ... on TableDefinition { rows { nodes } } } }",
    ),
    ("Query", "node", "Migration", "query($id: ID!) { node(id: $id) { id } }"),
    (
        "Query",
        "node",
        "GenerationJob",
        "query($id: ID!) { node(id: $id) { id ... on GenerationJob { exports { id } report { tables { name } } } } }",
    ),
    ("Query", "node", "Export", "query($id: ID!) { node(id: $id) { id ... on Export { downloadUrl job { id } } } }"),
    (
        "Query",
        "project",
        "Project",
        "query($id: ID!) { project(id: $id) { tables { rows { nodes } versions { revision } } jobs { nodes { events { at } } } exports { nodes { downloadUrl } } migrations { nodes { id } } designFile violations { code } migrationPlan { fingerprint } } }",
    ),
    ("Query", "table", "TableDefinition", "query($id: ID!) { table(id: $id) { rowCount violations { code } } }"),
    (
        "Query",
        "job",
        "GenerationJob",
        "query($id: ID!) { job(id: $id) { executions { attempt } events { at } report { tables { name } } } }",
    ),
    ("Query", "migrationPlan", "Project", "query($id: ID!) { migrationPlan(projectId: $id) { fingerprint } }"),
    (
        "Query",
        "previewRows",
        "Project",
        "query($id: ID!) { previewRows(input: { projectId: $id, table: { name: \"t\", fields: [{ name: \"a\", type: INTEGER }] } }) { rows } }",
    ),
    (
        "Query",
        "fieldDistribution",
        "Project",
        "query($id: ID!) { fieldDistribution(input: { projectId: $id, field: \"a\", table: { name: \"t\", fields: [{ name: \"a\", type: INTEGER }] } }) { distribution { rows } } }",
    ),
    (
        "Query",
        "estimateGeneration",
        "Project",
        "query($id: ID!) { estimateGeneration(input: { projectId: $id }) { rows } }",
    ),
    ("Subscription", "jobProgress", "GenerationJob", "subscription($id: ID!) { jobProgress(jobId: $id) { percent } }"),
    (
        "Subscription",
        "projectEvents",
        "Project",
        "subscription($id: ID!) { projectEvents(projectId: $id) { kind node { id } } }",
    ),
    (
        "Mutation",
        "updateProject",
        "Project",
        "mutation($id: ID!) { updateProject(input: { id: $id, revision: 0, name: \"x\" }) { project { id } } }",
    ),
    (
        "Mutation",
        "createTable",
        "Project",
        "mutation($id: ID!) { createTable(input: { projectId: $id, table: { name: \"t\", fields: [{ name: \"a\", type: INTEGER }] } }) { table { id } } }",
    ),
    // Fields that take ids of two kinds: the other kind.
    (
        "Query",
        "previewRows",
        "TableDefinition",
        "query($id: ID!) { previewRows(input: { projectId: \"OWN\", tableId: $id }) { rows } }",
    ),
    (
        "Query",
        "fieldDistribution",
        "TableDefinition",
        "query($id: ID!) { fieldDistribution(input: { projectId: \"OWN\", tableId: $id, field: \"id\" }) { distribution { rows } } }",
    ),
    (
        "Mutation",
        "updateTable",
        "FieldDefinition",
        "mutation($id: ID!) { updateTable(input: { id: \"OWN\", revision: 0, table: { name: \"t\", fields: [{ id: $id, name: \"a\", type: INTEGER }] } }) { table { id } } }",
    ),
    (
        "Mutation",
        "createTable",
        "FieldDefinition",
        "mutation($id: ID!) { createTable(input: { projectId: \"OWN\", table: { name: \"t\", fields: [{ id: $id, name: \"a\", type: INTEGER }] } }) { table { id } } }",
    ),
    (
        "Mutation",
        "updateTable",
        "TableDefinition",
        "mutation($id: ID!) { updateTable(input: { id: $id, revision: 0, table: { name: \"t\", fields: [] } }) { table { id } } }",
    ),
    (
        "Mutation",
        "deleteTable",
        "TableDefinition",
        "mutation($id: ID!) { deleteTable(id: $id, revision: 0) { deletedId } }",
    ),
    (
        "Mutation",
        "applyMigration",
        "Project",
        "mutation($id: ID!) { applyMigration(input: { projectId: $id, fingerprint: \"x\" }) { migration { id } } }",
    ),
    (
        "Mutation",
        "startGeneration",
        "Project",
        "mutation($id: ID!) { startGeneration(input: { projectId: $id, files: [{ format: \"csv\" }] }) { job { id } } }",
    ),
    (
        "Mutation",
        "startExport",
        "Project",
        "mutation($id: ID!) { startExport(input: { projectId: $id, format: \"csv\" }) { job { id } } }",
    ),
    ("Mutation", "retryJob", "GenerationJob", "mutation($id: ID!) { retryJob(id: $id) { job { id } } }"),
    ("Mutation", "cancelJob", "GenerationJob", "mutation($id: ID!) { cancelJob(id: $id) { job { id } } }"),
    (
        "Mutation",
        "rollBackMigration",
        "Migration",
        "mutation($id: ID!) { rollBackMigration(id: $id) { migration { id } } }",
    ),
    ("Mutation", "deleteExport", "Export", "mutation($id: ID!) { deleteExport(id: $id) { deletedId } }"),
    ("Mutation", "revokeAccessToken", "AccessToken", "mutation($id: ID!) { revokeAccessToken(id: $id) { revokedId } }"),
    ("Mutation", "deleteProject", "Project", "mutation($id: ID!) { deleteProject(id: $id) { deletedId } }"),
];

#[test]
fn every_field_that_takes_an_id_is_in_the_table() {
    let taken = fields_with_ids(&dmb_api::schema_sdl());
    let rows: BTreeSet<(String, String)> = ROWS.iter().map(|row| (row.0.to_owned(), row.1.to_owned())).collect();
    let missing: Vec<_> = taken.difference(&rows).collect();
    let surplus: Vec<_> = rows.difference(&taken).collect();
    assert!(taken.len() > 20, "the schema was not read");
    assert!(missing.is_empty(), "fields that take an id, without a row: {missing:?}");
    assert!(surplus.is_empty(), "rows without such a field: {surplus:?}");
}

/// Root fields with an argument that is an id, or holds one at any depth.
fn fields_with_ids(sdl: &str) -> BTreeSet<(String, String)> {
    let document = async_graphql::parser::parse_schema(sdl).unwrap();
    let types: BTreeMap<String, TypeKind> = document
        .definitions
        .into_iter()
        .filter_map(|definition| match definition {
            TypeSystemDefinition::Type(found) => Some((found.node.name.node.to_string(), found.node.kind)),
            _ => None,
        })
        .collect();
    let mut found = BTreeSet::new();
    for root in ["Query", "Mutation", "Subscription"] {
        let TypeKind::Object(object) = &types[root] else { panic!("{root} is no object") };
        for field in &object.fields {
            let arguments = field.node.arguments.iter().map(|argument| argument.node.ty.node.to_string());
            if arguments.into_iter().any(|ty| holds_id(&ty, &types)) {
                found.insert((root.to_owned(), field.node.name.node.to_string()));
            }
        }
    }
    found
}

fn holds_id(ty: &str, types: &BTreeMap<String, TypeKind>) -> bool {
    let name = ty.trim_matches(['[', ']', '!']);
    match types.get(name) {
        Some(TypeKind::InputObject(input)) => {
            input.fields.iter().any(|field| holds_id(&field.node.ty.node.to_string(), types))
        }
        _ => name == "ID",
    }
}

/// Things of the owner, by kind.
async fn things(owner: &Client) -> BTreeMap<&'static str, String> {
    const TOKEN: &str = "mutation { createAccessToken(input: { name: \"t\" }) { accessToken { id } } }";
    let project = owner.project_of(designs::SMALL).await;
    let migration = owner.migrate(&project).await;
    let job = owner.generate(&project, json!({ "intoTables": "APPEND", "files": [{ "format": "csv" }] })).await;
    let done = owner.finished(&job).await;
    let query = "query($id: ID!) { project(id: $id) { tables { id fields { id } } } }";
    let table = owner.get(query, json!({ "id": project }), "/project/tables/1").await;
    let token = owner.get(TOKEN, Value::Null, "/createAccessToken/accessToken/id").await;
    let text = |value: &Value| value.as_str().unwrap_or_else(|| panic!("no id in {done}")).to_owned();
    BTreeMap::from([
        ("User", owner.user_id.clone().unwrap()),
        ("AccessToken", text(&token)),
        ("TableDefinition", text(&table["id"])),
        ("FieldDefinition", text(&table["fields"][1]["id"])),
        ("Export", text(&done["exports"][0]["id"])),
        ("Project", project),
        ("Migration", migration),
        ("GenerationJob", job),
    ])
}

/// An id of the same kind that nothing has.
fn unknown(kind: &str) -> String {
    let uuid = Uuid::new_v4();
    URL_SAFE_NO_PAD.encode(match kind {
        "TableDefinition" | "FieldDefinition" => format!("{kind}:{}:{uuid}", Uuid::new_v4()),
        _ => format!("{kind}:{uuid}"),
    })
}

/// The operation with the caller's own thing where it needs one beside the id.
fn fill(query: &str, own: &BTreeMap<&str, String>) -> String {
    let kind = if query.contains("updateTable") { "TableDefinition" } else { "Project" };
    query.replace("OWN", own.get(kind).map_or("x", String::as_str))
}

async fn ask(
    client: &Client,
    socket: Option<&mut Socket>,
    row: (&str, &str, &str, &str),
    query: &str,
    id: &str,
) -> Value {
    if row.0 != "Subscription" {
        return client.send(query, json!({ "id": id })).await.body;
    }
    let Some(socket) = socket else { return Value::Null };
    let operation = Uuid::new_v4().to_string();
    socket.subscribe(&operation, query, json!({ "id": id })).await;
    let message = socket.message_of(&operation).await;
    assert_eq!(message["type"], "error", "{message}");
    json!({ "errors": message["payload"] })
}

fn code(body: &Value) -> &str {
    body["errors"][0]["extensions"]["code"].as_str().unwrap_or_default()
}

#[tokio::test]
async fn what_is_anothers_is_as_if_it_were_not_there() {
    let app = TestApp::spawn().await;
    let (admin, owner, stranger) = (app.user().await, app.user().await, app.user().await);
    let anonymous = app.anonymous();
    let theirs = things(&owner).await;
    let nothing = BTreeMap::new();
    for (name, client) in [("anonymous", &anonymous), ("stranger", &stranger), ("administrator", &admin)] {
        let own = if name == "anonymous" { nothing.clone() } else { things(client).await };
        let mut socket = if name == "anonymous" { None } else { Some(Socket::signed_in(client).await) };
        for row in ROWS {
            // An administrator may see accounts.
            if name == "administrator" && row.2 == "User" {
                continue;
            }
            let query = fill(row.3, &own);
            let real = ask(client, socket.as_mut(), row, &query, &theirs[row.2]).await;
            let random = ask(client, socket.as_mut(), row, &query, &unknown(row.2)).await;
            assert_eq!(real, random, "{name} {} {}: another's {} can be told from an unknown one", row.0, row.1, row.2);
            let expect = match (name, row.0, row.2) {
                ("anonymous", "Subscription", _) => "",
                ("anonymous", ..) => "UNAUTHENTICATED",
                // A wrong field of one's own table is a violation, or the table's conflict; never somebody's field.
                (_, _, "FieldDefinition") => "",
                _ => "NOT_FOUND",
            };
            assert_eq!(code(&real), expect, "{name} {} {} {}: {real}", row.0, row.1, row.2);
        }
    }
}

#[tokio::test]
async fn the_owner_gets_at_everything() {
    let app = TestApp::spawn().await;
    let owner = app.user().await;
    let own = things(&owner).await;
    for row in ROWS.iter().filter(|row| row.0 != "Subscription" && row.2 != "FieldDefinition") {
        let answer: Answer = owner.send(&fill(row.3, &own), json!({ "id": own[row.2] })).await;
        assert!(
            !["NOT_FOUND", "UNAUTHENTICATED", "FORBIDDEN", "INTERNAL"].contains(&answer.code().as_str()),
            "{} {}: {}",
            row.0,
            row.1,
            answer.text
        );
    }
}

#[tokio::test]
async fn nobody_follows_anything_without_a_session() {
    let app = TestApp::spawn().await;
    let mut socket = Socket::connect(app.address).await;
    socket.say(json!({ "type": "connection_init" })).await;
    assert_eq!(socket.next().await, Event::Closed(4403));
}
