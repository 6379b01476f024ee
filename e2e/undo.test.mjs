// Second thoughts: a migration rolled back, a job cancelled and tried again, rows added to rows, a token revoked, every
// session ended.
import assert from "node:assert/strict";
import { test } from "node:test";
import { api, ended, generate, migratedProject, signUp } from "./api.mjs";
import { openBrowser, openWindow } from "./browser.mjs";
import { startServer } from "./server.mjs";
import { applyMigration, goTo, jobDone, signIn } from "./steps.mjs";
import { until } from "./wait.mjs";

/** Rows that no build makes before someone can cancel. */
const MANY = 3_000_000;

const server = await startServer();
test.after(() => server.stop());
const browser = await openBrowser(test);

/** An account of its own with a window in which it is signed in; the window is checked when the test ends. */
async function person(t, email) {
  const call = await signUp(server.url, email);
  const { context, page, noProblems } = await openWindow(browser, server);
  t.after(async () => {
    await context.close();
    noProblems();
  });
  await signIn(page, email);
  return { call, context, page };
}

const rowCounts = async (call, id) => {
  const { tables } = await call(`query ($id: ID!) { project(id: $id) { tables { name rowCount } } }`, { id });
  return Object.fromEntries(tables.map(({ name, rowCount }) => [name, rowCount]));
};

test("a migration is rolled back, and applied again", async (t) => {
  const { call, page } = await person(t, "mia@example.com");
  const project = await migratedProject(call, "people");
  const [people] = project.tables;
  const rows = [{ table: people.name, rows: 30 }];
  await ended(call, await generate(call, { projectId: project.id, tables: rows, intoTables: "REPLACE" }));

  await page.goto(`/projects/${project.id}/tables/${people.id}`);
  await page.getByRole("button", { name: "Add a field" }).click();
  await page.getByRole("textbox", { name: /^Name of field/ }).last().fill("shoe_size");
  await page.getByRole("switch", { name: /^May be empty/ }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("link", { name: "Review migration" }).click();
  await applyMigration(page);

  const history = page.getByRole("region", { name: "History" }).getByRole("listitem");
  const second = history.filter({ hasText: "#2" }).first();
  await second.getByRole("button", { name: "Roll back …" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Roll it back" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await second.getByText("rolled back", { exact: true }).waitFor();
  assert.equal(await second.getByRole("button", { name: "Roll back …" }).count(), 0);
  assert.equal((await rowCounts(call, project.id))[people.name], 30, "the rows are kept");

  // The design still has the field: what brings it back is the plan again.
  await page.getByText(/shoe_size/).first().waitFor();
  await applyMigration(page);
  await history.filter({ hasText: "#3" }).first().waitFor();
  await goTo(page, "Data");
  await page.getByRole("columnheader", { name: "shoe_size" }).waitFor();
});

test("a job is cancelled, then tried again", async (t) => {
  const { call, page } = await person(t, "leo@example.com");
  const project = await migratedProject(call, "people");
  const [people] = project.tables;
  await page.goto(`/projects/${project.id}/generate`);
  await page.getByRole("textbox", { name: `Rows of ${people.name}`, exact: true }).fill(String(MANY));
  await page.getByRole("button", { name: "Generate rows" }).click();
  await page.waitForURL("**/jobs/*");
  const attempts = page.getByRole("region", { name: "Attempts" }).getByRole("listitem");
  const state = page.locator("main h1 + *");
  for (const attempt of [1, 2]) {
    await state.filter({ hasText: /^running$/i }).waitFor();
    await page.locator('[role="progressbar"][aria-label="All rows"]:not([aria-valuenow="0"])').waitFor();
    await page.getByRole("button", { name: "Cancel", exact: true }).click();
    await state.filter({ hasText: /^cancelled$/i }).waitFor();
    await page.getByText("Cancelled. No file and no row of it was kept.").waitFor();
    assert.equal((await rowCounts(call, project.id))[people.name], 0, "no row is kept");
    await until(`attempt ${attempt} is told`, async () => (await attempts.count()) === attempt);
    if (attempt === 1) await page.getByRole("button", { name: "Try again" }).click();
  }
});

test("rows are added to rows", async (t) => {
  const { call, page } = await person(t, "noa@example.com");
  const project = await migratedProject(call, "people");
  const [people] = project.tables;
  for (const [rows, target] of [["40", "Replace what is there"], ["25", "Add to what is there"]]) {
    await page.goto(`/projects/${project.id}/generate`);
    await page.getByRole("textbox", { name: `Rows of ${people.name}`, exact: true }).fill(rows);
    await page.getByRole("radio", { name: target }).check();
    await page.getByRole("button", { name: "Generate rows" }).click();
    await jobDone(page);
  }
  await page.getByRole("link", { name: /^See / }).click();
  await page.getByRole("status").getByText("65 rows").waitFor();
  const grid = page.getByRole("grid");
  assert.equal(await grid.getAttribute("aria-rowcount"), "66");
});

test("a token works until it is revoked", async (t) => {
  const { page } = await person(t, "ida@example.com");
  await page.goto("/account");
  await page.getByRole("textbox", { name: "What it is for" }).fill("nightly import");
  await page.getByRole("button", { name: "Make a token" }).click();
  const secret = await page.getByRole("status").locator("code").innerText();
  const script = api(server.url, `Bearer ${secret}`);
  const me = `{ me { email } }`;
  assert.deepEqual(await script(me), { email: "ida@example.com" });
  await assert.rejects(script(`mutation { createProject(input: { name: "x" }) { project { id } } }`), /FORBIDDEN/);

  await page.getByRole("button", { name: "Revoke the token nightly import" }).click();
  await page.getByText("nightly import", { exact: true }).waitFor({ state: "detached" });
  await assert.rejects(script(me), /UNAUTHENTICATED/);
});

test("signing out everywhere ends the other windows too", async (t) => {
  const { page } = await person(t, "eva@example.com");
  const other = await openWindow(browser, server);
  t.after(() => other.context.close());
  await signIn(other.page, "eva@example.com");

  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.waitForURL("**/sign-in*");
  await other.page.goto("/jobs");
  await other.page.waitForURL("**/sign-in?from=*");
  await signIn(page, "eva@example.com");
  await page.getByRole("heading", { level: 1 }).waitFor();
});
