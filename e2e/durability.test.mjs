// Same design and seed, same bytes: with any number of threads, in two runs, and after the process was killed.
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { api, ended, generate, migratedProject, signUp } from "./api.mjs";
import { startServer } from "./server.mjs";
import { until } from "./wait.mjs";

const ROWS = Number(process.env.DMB_E2E_ROWS ?? 200_000);
const input = (projectId, extra) => ({
  projectId,
  seed: 7,
  asOf: "2026-01-01T00:00:00Z",
  tables: [{ table: "payments", rows: ROWS }],
  files: [{ format: "csv" }],
  ...extra,
});

const running = (call, id) => async () => {
  const job = await call(`query ($id: ID!) { job(id: $id) { status progress { rowsDone } } }`, { id });
  if (["COMPLETED", "FAILED", "CANCELLED"].includes(job.status)) throw new Error(`ended too soon: ${job.status}`);
  return job.status === "RUNNING" && Number(job.progress.rowsDone) > 0;
};

async function files(folder) {
  const entries = await readdir(join(folder, "artifacts"), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

const hashes = (job) => job.exports.map((each) => each.sha256).sort();

async function rowCount(call, projectId) {
  const query = `query ($id: ID!) { project(id: $id) { table(name: "payments") { rowCount } } }`;
  const { table } = await call(query, { id: projectId });
  return Number(table.rowCount);
}

/** A server with an account and the payments table made. */
async function prepared(t, threads) {
  const server = await startServer({ args: ["--threads", String(threads)] });
  t.after(() => server.stop());
  const call = await signUp(server.url);
  return { server, call, project: await migratedProject(call, "payments") };
}

test("hashes agree over threads, runs and a kill in the middle", async (t) => {
  const one = await prepared(t, 1);
  const first = await ended(one.call, await generate(one.call, input(one.project.id)));
  assert.equal(first.status, "COMPLETED", JSON.stringify(first.error));
  assert.equal(first.exports.length, 2, "the rows, and the manifest of their faults");
  const sound = await ended(one.call, await generate(one.call, input(one.project.id, { faults: false })));
  await one.server.stop();

  const { server: two, call, project } = await prepared(t, 2);
  for (const run of ["first", "second"]) {
    const job = await ended(call, await generate(call, input(project.id)));
    assert.deepEqual(hashes(job), hashes(first), `${run} run with two threads`);
  }

  const id = await generate(call, input(project.id, { intoTables: "REPLACE", faults: false }));
  await until("the job makes rows", running(call, id));
  await two.kill();
  const again = await startServer({ dataDir: two.dataDir, args: ["--threads", "2"] });
  t.after(() => again.stop());
  const callAgain = api(again.url, call.authorization);
  const resumed = await ended(callAgain, id);
  assert.equal(resumed.status, "COMPLETED", JSON.stringify(resumed.error));
  assert.deepEqual(hashes(resumed), hashes(sound));
  assert.ok(resumed.executions.length >= 2, "the killed attempt is in the history");
  assert.equal(await rowCount(callAgain, project.id), ROWS);
});

test("cancel ends within two seconds and leaves no file and no row", async (t) => {
  const { server, call, project } = await prepared(t, 2);
  const tables = [{ table: "payments", rows: 20_000_000 }];
  const id = await generate(call, input(project.id, { intoTables: "APPEND", tables, faults: false }));
  await until("the job makes rows", running(call, id));
  const begun = performance.now();
  await call(`mutation ($id: ID!) { cancelJob(id: $id) { job { status } } }`, { id });
  const job = await ended(call, id, { within: 10_000 });
  const took = performance.now() - begun;
  assert.equal(job.status, "CANCELLED");
  assert.ok(took < 2_000, `took ${Math.round(took)} ms`);
  assert.deepEqual(job.exports, []);
  assert.deepEqual(await files(server.dataDir), []);
  assert.equal(await rowCount(call, project.id), 0);
  const end = await server.stop();
  assert.equal(end.code, 0, "the server ends in good order");
});
