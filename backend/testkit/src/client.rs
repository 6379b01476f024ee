//! A client of the HTTP side, as a browser or a script would be one.

use std::net::SocketAddr;
use std::time::Duration;

use reqwest::header::HeaderMap;
use reqwest::{RequestBuilder, StatusCode};
use serde_json::{Value, json};

/// One client: a cookie jar, and the token it shows.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    address: SocketAddr,
    /// The bearer token it shows; none when nobody is signed in.
    pub token: Option<String>,
    /// Global id of who is signed in.
    pub user_id: Option<String>,
}

/// What a server answered.
#[derive(Debug)]
pub struct Answer {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// Body, null where it is no JSON.
    pub body: Value,
    /// Body as it came.
    pub text: String,
}

impl Answer {
    /// Reads a whole answer.
    pub async fn of(response: reqwest::Response) -> Self {
        let (status, headers) = (response.status(), response.headers().clone());
        let text = response.text().await.unwrap();
        let body = serde_json::from_str(&text).unwrap_or_default();
        Self { status, headers, body, text }
    }

    /// The data, at a JSON pointer; fails the test where there are errors.
    pub fn data(&self, pointer: &str) -> Value {
        assert!(self.body.get("errors").is_none(), "errors: {}", self.text);
        self.body["data"].pointer(pointer).unwrap_or_else(|| panic!("nothing at {pointer} in {}", self.text)).clone()
    }

    /// The code of the first error; empty where there is none.
    pub fn code(&self) -> String {
        self.body["errors"][0]["extensions"]["code"].as_str().unwrap_or_default().to_owned()
    }
}

impl Client {
    pub(crate) fn new(address: SocketAddr) -> Self {
        let http = reqwest::Client::builder().cookie_store(true).timeout(Duration::from_secs(60)).build().unwrap();
        Self { http, address, token: None, user_id: None }
    }

    /// Where the server listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The plain HTTP client, with the cookies.
    pub fn http(&self) -> &reqwest::Client {
        &self.http
    }

    /// Address of a path on the server.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The same client showing another token.
    #[must_use]
    pub fn with_token(&self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..self.clone() }
    }

    /// A `POST` to `/graphql` with the token and the header that goes with the cookie.
    pub fn post(&self) -> RequestBuilder {
        let request = self.http.post(self.url("/graphql")).header("x-dmb-csrf", "1");
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    /// Sends an operation.
    pub async fn send(&self, query: &str, variables: Value) -> Answer {
        let request = self.post().header("accept", "application/graphql-response+json");
        let body = json!({ "query": query, "variables": variables });
        Answer::of(request.json(&body).send().await.unwrap()).await
    }

    /// Sends an operation and takes something out of its data; fails the test where there are errors.
    pub async fn get(&self, query: &str, variables: Value, pointer: &str) -> Value {
        self.send(query, variables).await.data(pointer)
    }

    /// Makes an account and signs in.
    pub async fn sign_up(&mut self, email: &str, password: &str) {
        const QUERY: &str = "mutation($input: SignUpInput!) { signUp(input: $input) {
            session { accessToken user { id } } violations { message } } }";
        let input = json!({ "email": email, "name": email, "password": password });
        let answer = self.send(QUERY, json!({ "input": input })).await;
        self.keep(&answer.data("/signUp"), &answer);
    }

    /// Signs in.
    pub async fn sign_in(&mut self, email: &str, password: &str) {
        const QUERY: &str = "mutation($input: SignInInput!) { signIn(input: $input) {
            session { accessToken user { id } } violations { message } } }";
        let answer = self.send(QUERY, json!({ "input": { "email": email, "password": password } })).await;
        self.keep(&answer.data("/signIn"), &answer);
    }

    fn keep(&mut self, payload: &Value, answer: &Answer) {
        let session = &payload["session"];
        self.token = Some(session["accessToken"].as_str().unwrap_or_else(|| panic!("{}", answer.text)).to_owned());
        self.user_id = session["user"]["id"].as_str().map(str::to_owned);
    }

    /// Makes a project from a template; gives its global id.
    pub async fn project_from(&self, template: &str) -> String {
        const QUERY: &str = "mutation($id: String!) { createProjectFromTemplate(input: { templateId: $id, seed: 42 }) {
            project { id } violations { path message } } }";
        let answer = self.send(QUERY, json!({ "id": template })).await;
        text(&answer, "/createProjectFromTemplate/project/id")
    }

    /// Makes a project from a design file; gives its global id.
    pub async fn project_of(&self, design_file: &str) -> String {
        const QUERY: &str = "mutation($file: String!) { createProject(input: { name: \"Test\", designFile: $file }) {
            project { id } violations { path message } } }";
        let answer = self.send(QUERY, json!({ "file": design_file })).await;
        text(&answer, "/createProject/project/id")
    }

    /// Brings a project's tables into the database; gives the migration's global id.
    pub async fn migrate(&self, project: &str) -> String {
        const PLAN: &str = "query($id: ID!) { migrationPlan(projectId: $id) { fingerprint } }";
        const APPLY: &str = "mutation($input: ApplyMigrationInput!) { applyMigration(input: $input) {
            migration { id status } violations { path message } conflict { fingerprint } } }";
        let fingerprint = self.get(PLAN, json!({ "id": project }), "/migrationPlan/fingerprint").await;
        let input = json!({ "projectId": project, "fingerprint": fingerprint });
        let answer = self.send(APPLY, json!({ "input": input })).await;
        text(&answer, "/applyMigration/migration/id")
    }

    /// Starts a generation; `more` is merged into its input. Gives the job's global id.
    pub async fn generate(&self, project: &str, more: Value) -> String {
        const QUERY: &str = "mutation($input: StartGenerationInput!) { startGeneration(input: $input) {
            job { id } violations { path message } } }";
        let mut input = json!({ "projectId": project });
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let answer = self.send(QUERY, json!({ "input": input })).await;
        text(&answer, "/startGeneration/job/id")
    }

    /// Waits until a job is over; gives it with its files.
    pub async fn finished(&self, job: &str) -> Value {
        const QUERY: &str = "query($id: ID!) { job(id: $id) { id status error { code message }
            progress { rowsDone rowsTotal } exports { id fileName rows bytes sha256 downloadUrl } } }";
        for _ in 0..1_200 {
            let job = self.get(QUERY, json!({ "id": job }), "/job").await;
            if ["COMPLETED", "CANCELLED", "FAILED"].contains(&job["status"].as_str().unwrap()) {
                return job;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the job {job} doesn't end");
    }
}

fn text(answer: &Answer, pointer: &str) -> String {
    answer.data(pointer).as_str().unwrap_or_else(|| panic!("nothing at {pointer} in {}", answer.text)).to_owned()
}
