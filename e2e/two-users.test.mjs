// What one account made, another doesn't see, though it knows every address.
import assert from "node:assert/strict";
import { test } from "node:test";
import { api, ended, generate, migratedProject, signUp as signUpByApi } from "./api.mjs";
import { openBrowser, openWindow, settled } from "./browser.mjs";
import { startServer } from "./server.mjs";
import { signIn, signUp } from "./steps.mjs";

const OWNER = "ana@example.com";
/** Words that stand on the owner's pages only. */
const SECRETS = ["Customers", "customers", "order_lines", "xlsx", "10,000"];

async function ownersThings(server) {
  const call = await signUpByApi(server.url, OWNER);
  const project = await migratedProject(call, "shop");
  const tables = ["customers", "products", "orders", "order_lines"].map((table) => ({ table, rows: 20 }));
  const files = [{ format: "xlsx" }];
  const job = await generate(call, { projectId: project.id, tables, intoTables: "REPLACE", files });
  assert.equal((await ended(call, job)).status, "COMPLETED");
  return { project, job };
}

function addresses({ project, job }) {
  const [table] = project.tables;
  const at = `/projects/${project.id}`;
  const parts = ["", "?view=diagram", `/tables/${table.id}`, "/migrate", "/generate", "/data", `/data/${table.id}`, "/exports"];
  return [...parts.map((part) => at + part), `/jobs/${job}`, "/jobs", "/projects"];
}

/** Opens an address and waits until the page has said what it has to say. */
async function read(page, address) {
  await page.goto(address);
  const main = page.getByRole("main");
  await main.getByRole("heading").or(main.getByRole("alert")).first().waitFor();
  await settled(page);
  return page.locator("body").innerText();
}

test("a second account sees nothing of the first by address", async (t) => {
  const server = await startServer();
  t.after(() => server.stop());
  const things = await ownersThings(server);
  const browser = await openBrowser(t);

  const owner = await openWindow(browser, server);
  await owner.page.goto("/sign-in");
  await signIn(owner.page, OWNER);
  const seen = [];
  for (const address of addresses(things)) seen.push(await read(owner.page, address));
  for (const secret of SECRETS.slice(0, 4)) {
    assert.ok(seen.some((text) => text.includes(secret)), `the owner sees ${secret} somewhere`);
  }

  const other = await openWindow(browser, server);
  await signUp(other.page, "eva@example.com", "Eva");
  for (const address of addresses(things)) {
    const text = await read(other.page, address);
    const found = SECRETS.filter((secret) => text.includes(secret));
    assert.deepEqual(found, [], `at ${address}:\n${text}`);
  }
  owner.noProblems();
  other.noProblems();
});

test("a second account is told nothing of the first by id", async (t) => {
  const server = await startServer();
  t.after(() => server.stop());
  const { project, job } = await ownersThings(server);
  const other = await signUpByApi(server.url, "eva@example.com");
  for (const id of [project.id, project.tables[0].id, job]) {
    await assert.rejects(other(`query ($id: ID!) { node(id: $id) { id } }`, { id }), /NOT_FOUND/);
  }
  await assert.rejects(other(`mutation ($id: ID!) { deleteProject(id: $id) { deletedId } }`, { id: project.id }), /NOT_FOUND/);
  await assert.rejects(other(`mutation ($id: ID!) { cancelJob(id: $id) { job { id } } }`, { id: job }), /NOT_FOUND/);
  await assert.rejects(api(server.url)(`query ($id: ID!) { project(id: $id) { name } }`, { id: project.id }), /UNAUTHENTICATED/);
});
