// The whole loop by script: account, project from a template, migration, generation with live progress, workbook.
//   node examples/shop.mjs [http://localhost:8080]
import { writeFile } from "node:fs/promises";
import { createClient } from "graphql-ws";

const server = process.argv[2] ?? "http://localhost:8080";
const email = process.env.DMB_EMAIL ?? `script-${Date.now()}@example.com`;
const password = process.env.DMB_PASSWORD ?? "correct horse battery staple";
let authorization = "";

async function call(query, variables = {}) {
  const response = await fetch(`${server}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-dmb-csrf": "1", ...(authorization && { authorization }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors.map((error) => error.message).join("; "));
  const [payload] = Object.values(data);
  if (payload?.violations?.length) throw new Error(payload.violations.map((v) => `${v.path}: ${v.message}`).join("; "));
  return payload;
}

// 1. An account. A person's own script would use a personal access token from the account page instead.
const { session } = await call(
  `mutation ($input: SignUpInput!) { signUp(input: $input) { session { accessToken } violations { path message } } }`,
  { input: { email, name: "Script", password } },
);
authorization = `Bearer ${session.accessToken}`;

// 2. A project with four related tables.
const { project } = await call(
  `mutation { createProjectFromTemplate(input: { templateId: "shop", name: "Shop by script", locale: "es_ES" }) {
     project { id } violations { path message } } }`,
);

// 3. Real tables: look at the plan, then apply exactly that plan.
const plan = await call(`query ($id: ID!) { migrationPlan(projectId: $id) { fingerprint steps { description } } }`, { id: project.id });
for (const step of plan.steps) console.log("·", step.description);
await call(
  `mutation ($input: ApplyMigrationInput!) { applyMigration(input: $input) { migration { number } violations { path message } } }`,
  { input: { projectId: project.id, fingerprint: plan.fingerprint } },
);

// 4. Rows into the tables and into a workbook at once.
const { job } = await call(
  `mutation ($input: StartGenerationInput!) { startGeneration(input: $input) { job { id } violations { path message } } }`,
  { input: { projectId: project.id, intoTables: "REPLACE", files: [{ format: "xlsx" }], seed: 42 } },
);

// 5. Live progress until the job ends.
const socket = createClient({
  url: `${server.replace(/^http/, "ws")}/graphql/ws`,
  webSocketImpl: globalThis.WebSocket ?? (await import("ws")).default,
  connectionParams: { authorization },
});
const progress = socket.iterate({
  query: `subscription ($id: ID!) { jobProgress(jobId: $id) { status percent rowsDone rowsPerSecond step } }`,
  variables: { id: job.id },
});
let last;
for await (const { data, errors } of progress) {
  if (errors) throw new Error(errors[0].message);
  last = data.jobProgress;
  console.log(`${last.status} ${last.percent.toFixed(0)}% ${last.rowsDone} rows, ${Math.round(last.rowsPerSecond)}/s, ${last.step}`);
}
await socket.dispose();
if (last.status !== "COMPLETED") throw new Error(`the job ended as ${last.status}`);

// 6. The workbook.
const { exports } = await call(`query ($id: ID!) { job(id: $id) { exports { fileName rows sha256 downloadUrl } } }`, { id: job.id });
const [file] = exports;
const download = await fetch(new URL(file.downloadUrl, server), { headers: { authorization } });
await writeFile(file.fileName, Buffer.from(await download.arrayBuffer()));
console.log(`${file.fileName}: ${file.rows} rows, sha-256 ${file.sha256}`);
