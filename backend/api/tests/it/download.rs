//! Finished files by signed links.

use dmb_testkit::{Client, TestApp, designs};
use serde_json::{Value, json};

async fn file(client: &Client) -> (String, Value) {
    let project = client.project_of(designs::SMALL).await;
    let job = client.generate(&project, json!({ "files": [{ "format": "csv" }] })).await;
    let job = client.finished(&job).await;
    assert_eq!(job["status"], "COMPLETED", "{job}");
    (project, job["exports"][0].clone())
}

async fn fetch(
    client: &Client,
    path: &str,
    headers: &[(&str, &str)],
) -> (reqwest::StatusCode, reqwest::header::HeaderMap, Vec<u8>) {
    // No token and no cookie: the link is all there is.
    let mut request = reqwest::Client::new().get(client.url(path));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = request.send().await.unwrap();
    (answer.status(), answer.headers().clone(), answer.bytes().await.unwrap().to_vec())
}

#[tokio::test]
async fn a_file_is_an_attachment_whole_or_in_parts() {
    let app = TestApp::spawn().await;
    let client = app.user().await;
    let (_, export) = file(&client).await;
    let path = export["downloadUrl"].as_str().unwrap();
    let (status, headers, whole) = fetch(&client, path, &[]).await;
    assert_eq!(status, 200);
    assert_eq!(whole.len() as u64, export["bytes"].as_u64().unwrap());
    assert!(headers["content-disposition"].to_str().unwrap().starts_with("attachment; filename="));
    assert_eq!(headers["x-content-type-options"], "nosniff");
    assert_eq!(headers["cache-control"], "no-store");
    let tag = headers["etag"].to_str().unwrap();
    assert_eq!(tag, format!("\"{}\"", export["sha256"].as_str().unwrap()));

    let (status, headers, part) = fetch(&client, path, &[("range", "bytes=2-5")]).await;
    assert_eq!((status.as_u16(), &part[..]), (206, &whole[2..6]));
    assert_eq!(headers["content-range"].to_str().unwrap(), format!("bytes 2-5/{}", whole.len()));
    assert_eq!(fetch(&client, path, &[("range", "bytes=99999999-")]).await.0, 416);
    assert_eq!(fetch(&client, path, &[("range", "bytes=0-1"), ("if-range", "\"other\"")]).await.0, 200);
    assert_eq!(fetch(&client, path, &[("if-none-match", tag)]).await.0, 304);
}

#[tokio::test]
async fn a_link_is_dead_when_altered_or_old_or_its_file_or_session_is_gone() {
    let app = TestApp::spawn().await;
    let client = app.user().await;
    let (_, export) = file(&client).await;
    let link = async || {
        let query = "query($id: ID!) { node(id: $id) { ... on Export { downloadUrl } } }";
        client.get(query, json!({ "id": export["id"] }), "/node/downloadUrl").await.as_str().unwrap().to_owned()
    };
    let path = link().await;
    assert_eq!(fetch(&client, &path, &[]).await.0, 200);
    let ticket = path.strip_prefix("/download/").unwrap();
    for at in [0, ticket.len() / 2, ticket.len() - 2] {
        let mut altered = ticket.as_bytes().to_vec();
        altered[at] = if altered[at] == b'A' { b'B' } else { b'A' };
        let path = format!("/download/{}", String::from_utf8(altered).unwrap());
        assert_eq!(fetch(&client, &path, &[]).await.0, 404, "{at}");
    }
    app.clock.advance(std::time::Duration::from_secs(301));
    assert_eq!(fetch(&client, &path, &[]).await.0, 404, "old");
    let path = link().await;
    client.send("mutation { signOut { signedOut } }", Value::Null).await.data("/signOut");
    assert_eq!(fetch(&client, &path, &[]).await.0, 404, "signed out");
}

#[tokio::test]
async fn a_deleted_file_is_gone() {
    let app = TestApp::spawn().await;
    let client = app.user().await;
    let (_, export) = file(&client).await;
    let path = export["downloadUrl"].as_str().unwrap();
    assert_eq!(fetch(&client, path, &[]).await.0, 200);
    let query = "mutation($id: ID!) { deleteExport(id: $id) { deletedId } }";
    client.get(query, json!({ "id": export["id"] }), "/deleteExport/deletedId").await;
    assert_eq!(fetch(&client, path, &[]).await.0, 404);
    app.close().await;
}
