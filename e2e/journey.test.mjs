// The main job in Chromium, from nothing to a workbook that another program reads.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openBrowser, openWindow } from "./browser.mjs";
import { startServer } from "./server.mjs";
import {
  applyMigration, download, goTo, jobDone, progressSeen, signIn, signOut, signUp, useTemplate, watchProgress,
} from "./steps.mjs";
import { until } from "./wait.mjs";
import { brokenReferences, kinds, readWorkbook, records, SHOP_SHEETS } from "./workbook.mjs";

const EMAIL = "ana@example.com";

/** Adds a field to the open table by its name alone; the page proposes its type. */
async function addField(page, name, type) {
  const fields = page.getByRole("table", { name: "Fields" });
  await page.getByRole("button", { name: "Add a field" }).click();
  const names = fields.getByRole("textbox", { name: /^Name of field/ });
  await names.last().fill(name);
  const chosen = fields.getByRole("combobox", { name: `Type of ${name}` });
  await until(`${name} is ${type}`, async () => (await chosen.inputValue()) === type);
  await page.getByRole("region", { name: "Preview rows" }).getByRole("columnheader", { name }).waitFor();
}

/** Cells of a column that are on screen. */
async function column(page, table, name) {
  const grid = page.getByRole("grid", { name: `Rows of ${table}` });
  const headers = await grid.getByRole("columnheader").allInnerTexts();
  const at = headers.findIndex((header) => header.trim() === name) + 1;
  return grid.locator(`[role="gridcell"][aria-colindex="${at}"]`).allInnerTexts();
}

/** Waits until the grid holds so many rows. */
const rowsShown = (page, count) => page.getByRole("status").getByText(`${count} rows`).waitFor();

async function lookAtOrders(page) {
  await page.getByRole("link", { name: "See orders", exact: true }).click();
  await rowsShown(page, "10,000");
  const header = page.getByRole("columnheader", { name: "placed_at" });
  await header.getByRole("button").click();
  await page.locator('[role="columnheader"][aria-sort="ascending"]').filter({ hasText: "placed_at" }).waitFor();
  await page.waitForFunction(() => document.querySelector('[role="grid"]')?.getAttribute("aria-rowcount") === "10001");
  const dates = await column(page, "Orders", "placed_at");
  assert.ok(dates.length > 10, `${dates.length} rows are drawn`);
  assert.deepEqual(dates, dates.toSorted());

  await page.getByRole("button", { name: "Filter", exact: true }).click();
  const form = page.getByRole("main");
  await form.getByRole("combobox", { name: "Field" }).selectOption("status");
  await form.getByRole("combobox", { name: "Value" }).selectOption("cancelled");
  await form.getByRole("button", { name: "Filter rows" }).click();
  await until("only cancelled orders are shown", async () => {
    const states = await column(page, "Orders", "status");
    return states.length > 0 && states.every((state) => state === "cancelled");
  });
  return Number(await page.getByRole("grid").getAttribute("aria-rowcount")) - 1;
}

function checkWorkbook(sheets, cancelled) {
  assert.deepEqual([...sheets.keys()], [...SHOP_SHEETS, "Dictionary", "Summary"]);
  const counts = SHOP_SHEETS.slice(0, 3).map((sheet) => records(sheets.get(sheet)).length);
  assert.deepEqual(counts, [1_000, 200, 10_000]);
  assert.ok(records(sheets.get("Order lines")).length > 10_000);
  assert.deepEqual(brokenReferences(sheets), []);
  const kind = (sheet, name) => kinds(sheets.get(sheet), name).join();
  assert.equal(kind("Orders", "Placed at"), "date");
  assert.equal(kind("Customers", "Signed up at"), "date");
  assert.equal(kind("Customers", "birth_date"), "date");
  assert.equal(kind("Order lines", "Total"), "number");
  assert.equal(kind("Products", "Active"), "boolean");
  assert.equal(kind("Customers", "E-mail"), "string");
  const states = records(sheets.get("Orders")).map((row) => row.Status);
  assert.equal(states.filter((state) => state === "cancelled").length, cancelled, "the table and the workbook agree");
}

/** The rows are what was asked for, and say what they look like. */
async function lookAtProfile(page) {
  const profile = page.getByRole("region", { name: "Data profile" });
  await profile.getByText("orders", { exact: true }).click();
  const checks = profile.getByRole("table", { name: "Asked and got of orders" });
  await checks.getByRole("row", { name: /customer_id.*Foreign key.*holds/ }).waitFor();
  assert.equal(await profile.getByText(/^off$/).count(), 0);
  await profile.getByRole("img", { name: "Histogram of placed_at" }).waitFor();
}

/** Ten thousand orders may be made before the page has drawn their job; with more of them the progress is seen. */
async function progressMoves(page) {
  await goTo(page, "Projects");
  await page.getByRole("link", { name: "Shop", exact: true }).first().click();
  await goTo(page, "Generate");
  await page.getByRole("textbox", { name: "Rows of orders", exact: true }).fill("600000");
  await page.getByRole("radio", { name: "Leave the tables alone" }).check();
  for (const box of await page.getByRole("group", { name: "To files" }).getByRole("checkbox").all()) await box.uncheck();
  await page.getByRole("checkbox", { name: /CSV/ }).check();
  await watchProgress(page);
  await page.getByRole("button", { name: "Generate rows" }).click();
  await jobDone(page);
  const seen = await progressSeen(page);
  const percents = seen.map((state) => Number.parseFloat(state));
  assert.ok(percents.some((each) => each > 0 && each < 100), `the progress moves: ${seen.join("; ")}`);
  assert.equal(percents.at(-1), 100);
}

test("from signing up to the workbook", async (t) => {
  const server = await startServer();
  t.after(() => server.stop());
  const { page, noProblems } = await openWindow(await openBrowser(t), server);

  await signUp(page, EMAIL);
  const projectId = await useTemplate(page, "Shop");
  await page.getByRole("table", { name: "Tables" }).getByRole("link", { name: "Customers" }).click();
  await addField(page, "birth_date", "DATE");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("status").getByText("Saved", { exact: true }).waitFor();

  await page.getByRole("link", { name: "Review migration" }).click();
  await page.getByText(/CREATE TABLE/).first().waitFor();
  assert.match(await page.getByRole("main").innerText(), /birth_date/);
  await applyMigration(page);

  await page.getByRole("main").getByRole("link", { name: "Generate" }).click();
  await page.getByRole("textbox", { name: "Rows of orders", exact: true }).fill("10000");
  await page.getByRole("checkbox", { name: /Excel/ }).check();
  await watchProgress(page);
  await page.getByRole("button", { name: "Generate rows" }).click();
  await jobDone(page);
  assert.match((await progressSeen(page)).at(-1), /^100 %/);

  const file = await download(page, page.getByRole("link", { name: /^Download .*\.xlsx$/ }));
  await lookAtProfile(page);
  const cancelled = await lookAtOrders(page);
  checkWorkbook(await readWorkbook(file.path), cancelled);

  await goTo(page, "Jobs");
  await page.getByRole("row", { name: /Generation.*xlsx.*done/i }).waitFor();

  await progressMoves(page);
  await signOut(page);
  await signIn(page, EMAIL);
  await page.getByRole("table", { name: "Projects" }).getByRole("link", { name: "Shop" }).click();
  await page.waitForURL(`**/projects/${projectId}`);
  await page.getByRole("row", { name: /Orders.*Migrated.*10,000/i }).waitFor();
  await goTo(page, "Exports");
  const listed = page.getByRole("listitem").filter({ hasText: file.name });
  const again = await download(page, listed.getByRole("link", { name: "Download" }));
  assert.equal(again.name, file.name);
  await goTo(page, "Data");
  await page.getByRole("grid", { name: "Rows of Customers" }).waitFor();
  noProblems();
});
