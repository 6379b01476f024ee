// The focus is never lost: a panel that closes gives it back to what opened it, what is deleted to its neighbour.
import { test } from "node:test";
import { ended, generate, migratedProject, signUp } from "./api.mjs";
import { openBrowser, openWindow, settled } from "./browser.mjs";
import { chooseFrom, comesBack, command, focusIs, leavesTo, panel } from "./keyboard.mjs";
import { startServer } from "./server.mjs";
import { signIn } from "./steps.mjs";

const EMAIL = "ana@example.com";

const server = await startServer();
test.after(() => server.stop());
const browser = await openBrowser(test);
const call = await signUp(server.url, EMAIL);
const project = await migratedProject(call, "shop");
const at = `/projects/${project.id}`;
const builder = `${at}/tables/${project.tables[0].id}`;

/** A window with someone signed in, checked and closed at the end of the test. */
async function window(t, options) {
  const { context, page, noProblems } = await openWindow(browser, server, options);
  t.after(async () => {
    await context.close();
    noProblems();
  });
  await signIn(page, EMAIL);
  return page;
}

async function open(page, address) {
  await page.goto(address);
  await settled(page);
}

test("panels of the builder", async (t) => {
  const page = await window(t);
  await open(page, builder);
  const cell = page.getByRole("button", { name: /^Generator of first_name/ });
  await comesBack(page, cell);

  await cell.press("Enter");
  await panel(page);
  await page.keyboard.type("company");
  await page.keyboard.press("Enter");
  await focusIs(page.getByRole("button", { name: "Generator of first_name: Company" }));

  await page.getByRole("button", { name: "Change …" }).press("Enter");
  await (await panel(page)).getByRole("button", { name: "Close" }).press("Space");
  await focusIs(page.getByRole("button", { name: "Change …" }));

  await page.getByRole("button", { name: "Remove last_name" }).press("Enter");
  await focusIs(page.getByRole("textbox", { name: "Name of field 2", exact: true }));
});

test("a panel over a panel", async (t) => {
  const page = await window(t, { viewport: { width: 390, height: 900 } });
  await open(page, builder);
  const details = page.getByRole("button", { name: "Details of email" });
  await details.press("Enter");
  await panel(page);
  await comesBack(page, page.getByRole("dialog").getByRole("button", { name: "Change …" }));
  await leavesTo(page, details);
});

test("panels of projects and tables", async (t) => {
  const page = await window(t);
  await open(page, "/projects/new");
  await comesBack(page, page.getByRole("button", { name: "Use the template People" }));

  await open(page, at);
  await comesBack(page, page.getByRole("button", { name: "Settings of the project" }));
  const actions = page.getByRole("button", { name: "Actions for order_lines" });
  await actions.press("Enter");
  await page.keyboard.press("Escape");
  await focusIs(actions);
  await chooseFrom(page, actions, "Delete …");
  await leavesTo(page, actions);

  await chooseFrom(page, actions, "Delete …");
  await panel(page);
  await page.keyboard.type("order_lines");
  await page.keyboard.press("Enter");
  await actions.waitFor({ state: "detached" });
  await settled(page);
  await focusIs(page.getByRole("button", { name: "Actions for orders" }));

  await open(page, "/projects");
  const shop = page.getByRole("button", { name: "Actions for shop" });
  await chooseFrom(page, shop, "Rename");
  await focusIs(page.getByRole("textbox", { name: "Name of the project" }));
  await page.keyboard.press("Escape");
  await focusIs(shop);
  await chooseFrom(page, shop, "Delete …");
  await leavesTo(page, shop);
});

test("the palette and the menu of the account", async (t) => {
  const page = await window(t);
  await open(page, "/jobs");
  const search = page.getByRole("button", { name: "Search and commands" });
  await comesBack(page, search);
  const link = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Projects" });
  await comesBack(page, link, "ControlOrMeta+K");

  await open(page, "/projects");
  await page.getByRole("button", { name: "Actions for shop" }).focus();
  await command(page, "Settings");
  await page.waitForURL("**/account");
  await focusIs(page.getByRole("main"));

  const account = page.getByRole("button", { name: "Account, language and colours" });
  await account.press("Enter");
  await page.keyboard.press("Tab");
  await page.getByRole("menu").waitFor({ state: "detached" });
  await page.getByRole("main").locator(":focus").waitFor();
});

test("panels over rows, files and migrations", async (t) => {
  const tables = ["customers", "products", "orders"].map((table) => ({ table, rows: 20 }));
  const job = await generate(call, { projectId: project.id, tables, intoTables: "REPLACE", files: [{ format: "csv" }, { format: "xlsx" }] });
  await ended(call, job);
  const page = await window(t);
  await open(page, `${at}/data/${project.tables[0].id}`);
  await comesBack(page, page.getByRole("gridcell").first());
  const filter = page.getByRole("button", { name: "Filter", exact: true });
  await filter.press("Enter");
  await focusIs(page.getByRole("main").getByRole("combobox", { name: "Field" }));
  await page.keyboard.press("Escape");
  await focusIs(filter);

  await open(page, `${at}/exports`);
  await comesBack(page, page.getByRole("button", { name: "Export rows" }));
  const bins = page.getByRole("main").getByRole("button", { name: /^Delete .* …$/ });
  await comesBack(page, bins.first());
  const kept = await bins.nth(1).getAttribute("aria-label");
  await bins.first().press("Enter");
  await (await panel(page)).getByRole("button", { name: "Delete the file" }).press("Enter");
  await bins.nth(1).waitFor({ state: "detached" });
  await settled(page);
  await page.getByRole("listitem").filter({ has: page.getByLabel(kept) }).locator(":focus").waitFor();

  await open(page, `${at}/migrate`);
  await comesBack(page, page.getByRole("button", { name: "Roll back …" }));
});

test("tokens come and go", async (t) => {
  const page = await window(t);
  await open(page, "/account");
  await page.getByRole("textbox", { name: "What it is for" }).focus();
  await page.keyboard.type("nightly import");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "I have kept it" }).press("Enter");
  await focusIs(page.getByRole("button", { name: "Revoke the token nightly import" }));
  await page.keyboard.press("Enter");
  await page.getByText("nightly import", { exact: true }).waitFor({ state: "detached" });
  await focusIs(page.getByRole("textbox", { name: "What it is for" }));
});
