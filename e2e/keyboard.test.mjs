// Every step of the main job without a mouse: Tab, Enter, Space, arrows and the shortcuts of the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openBrowser, openWindow, PATIENCE_MS } from "./browser.mjs";
import { choose, command, focusIs, press, tabTo, type } from "./keyboard.mjs";
import { startServer } from "./server.mjs";
import { jobDone, PASSWORD, signIn } from "./steps.mjs";
import { until } from "./wait.mjs";

const EMAIL = "ana@example.com";

async function signUp(page) {
  await page.goto("/sign-up");
  await focusIs(page.getByLabel("Name", { exact: true }));
  await page.keyboard.type("Ana");
  await type(page, page.getByLabel("E-mail"), EMAIL);
  await type(page, page.getByLabel("Password", { exact: true }), PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/projects/new");
}

async function makeProject(page) {
  await press(page, page.getByRole("button", { name: "Use the template Shop" }));
  await focusIs(page.getByRole("dialog").getByLabel("Name", { exact: true }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/projects\/(?!new)[^/]+$/);
}

/** Adds a field behind the first, names it, moves it, saves. */
async function design(page) {
  await press(page, page.getByRole("table", { name: "Tables" }).getByRole("link", { name: "Customers" }));
  const name = (at) => page.getByRole("textbox", { name: `Name of field ${at}`, exact: true });
  await press(page, name(1), "Enter");
  await focusIs(name(2));
  await page.keyboard.type("birth_date");
  const kind = page.getByRole("combobox", { name: "Type of birth_date" }).first();
  await until("the type is proposed", async () => (await kind.inputValue()) === "DATE");
  await page.keyboard.press("Alt+ArrowDown");
  await until("the field moved", async () => (await name(3).inputValue()) === "birth_date");
  await focusIs(name(3));
  await page.keyboard.press("Alt+ArrowUp");
  await until("the field moved back", async () => (await name(2).inputValue()) === "birth_date");

  await press(page, page.getByRole("button", { name: /^Generator of birth_date/ }));
  const search = page.getByRole("dialog").getByRole("searchbox");
  await focusIs(search);
  await page.keyboard.type("birth");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await search.waitFor({ state: "hidden" });
  await focusIs(page.getByRole("button", { name: /^Generator of birth_date/ }));
  await save(page);
}

/** Saves, once more where the page says that it could not; what it says then is told. */
async function save(page) {
  const said = page.getByRole("status").getByText("Saved", { exact: true });
  await page.keyboard.press("ControlOrMeta+S");
  await said.waitFor({ timeout: PATIENCE_MS / 2 }).catch(async () => {
    console.error(`# not saved: ${(await page.locator("body").innerText()).replaceAll("\n", " | ")}`);
    await page.keyboard.press("ControlOrMeta+S");
    await said.waitFor();
  });
}

async function migrate(page) {
  await press(page, page.getByRole("link", { name: "Review migration" }));
  await page.waitForURL("**/migrate");
  await press(page, page.getByRole("button", { name: /^Create 4 tables in/ }));
  await page.getByRole("heading", { name: "The database is as designed" }).waitFor();
}

async function generate(page) {
  await command(page, "Generate");
  await page.waitForURL("**/generate");
  for (const [table, rows] of [["customers", 50], ["products", 20], ["orders", 300]]) {
    await type(page, page.getByRole("textbox", { name: `Rows of ${table}`, exact: true }), String(rows));
  }
  await press(page, page.getByRole("checkbox", { name: /Excel/ }), "Space");
  await press(page, page.getByRole("button", { name: "Generate rows" }));
  await jobDone(page);
}

async function lookAtRows(page) {
  await press(page, page.getByRole("link", { name: "See orders", exact: true }));
  const grid = page.getByRole("grid", { name: "Rows of Orders" });
  await grid.waitFor();
  await press(page, grid.getByRole("columnheader", { name: "placed_at" }).getByRole("button"));
  await grid.locator('[aria-sort="ascending"]').waitFor();
  await tabTo(page, grid.getByRole("gridcell").first());
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await focusIs(grid.locator('[data-cell="1:1"]'));
  await page.keyboard.press("Enter");
  const cell = page.getByRole("dialog");
  await cell.waitFor();
  await page.keyboard.press("Escape");
  await cell.waitFor({ state: "hidden" });
  await tabTo(page, grid.locator('[data-cell="1:1"]'));
  await page.keyboard.press("ControlOrMeta+End");
  await focusIs(grid.locator('[data-cell$=":5"]'));

  await tabTo(page, page.getByRole("button", { name: "Filter", exact: true }), { key: "Shift+Tab" });
  await page.keyboard.press("Enter");
  const form = page.getByRole("main");
  await choose(page, form.getByRole("combobox", { name: "Field" }), "status");
  await choose(page, form.getByRole("combobox", { name: "Value" }), "paid");
  await press(page, form.getByRole("button", { name: "Filter rows" }));
  await until("fewer rows", async () => Number(await grid.getAttribute("aria-rowcount")) < 301);
}

test("the main job by keyboard alone", async (t) => {
  const server = await startServer();
  t.after(() => server.stop());
  const { page, noProblems } = await openWindow(await openBrowser(t), server);
  await signUp(page);
  await makeProject(page);
  await design(page);
  await migrate(page);
  await generate(page);

  const file = page.waitForEvent("download", { timeout: PATIENCE_MS });
  await press(page, page.getByRole("link", { name: /^Download .*\.xlsx$/ }));
  assert.match((await file).suggestedFilename(), /\.xlsx$/);
  await lookAtRows(page);

  await command(page, "Jobs");
  await press(page, page.getByRole("link", { name: /^Generation/ }));
  await page.getByRole("heading", { name: "Attempts" }).waitFor();
  await command(page, "Sign out");
  await page.waitForURL("**/sign-in*");
  await focusIs(page.getByLabel("E-mail"));
  await page.keyboard.type(EMAIL);
  await type(page, page.getByLabel("Password", { exact: true }), PASSWORD);
  await page.keyboard.press("Enter");
  await press(page, page.getByRole("table", { name: "Projects" }).getByRole("link", { name: "Shop" }));
  await press(page, page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Exports" }));
  await press(page, page.getByRole("listitem").filter({ hasText: ".xlsx" }).getByRole("link", { name: "Download" }), "Tab");
  noProblems();
});
