// Every page, in English and Spanish, at 1440 and 390 pixels, light and dark: no axe violation, nothing cut, covered or
// wider than the window; and what stands where there is nothing yet.
import assert from "node:assert/strict";
import { test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import { ended, generate, migratedProject, signUp } from "./api.mjs";
import { openBrowser, openWindow, settled } from "./browser.mjs";
import { layoutFaults } from "./layout.mjs";
import { startServer } from "./server.mjs";
import { signIn } from "./steps.mjs";

const EMAIL = "ana@example.com";
const NEWCOMER = "eva@example.com";
/** Four looks in all: each language takes two, so that both see both widths and both colour schemes. */
const LANGUAGES = {
  en: { locale: "en-US", looks: [{ width: 1440, colorScheme: "light" }, { width: 390, colorScheme: "dark" }] },
  es: { locale: "es-ES", looks: [{ width: 1440, colorScheme: "dark" }, { width: 390, colorScheme: "light" }] },
};

/** A project with rows, files and jobs; a blank one of someone else. */
async function furnish(server) {
  const call = await signUp(server.url, EMAIL);
  const project = await migratedProject(call, "shop");
  const tables = ["customers", "products", "orders"].map((table) => ({ table, rows: 60 }));
  const input = { projectId: project.id, tables: [...tables, { table: "order_lines" }], intoTables: "REPLACE" };
  const job = await generate(call, { ...input, files: [{ format: "xlsx" }] });
  assert.equal((await ended(call, job)).status, "COMPLETED");
  await call(`mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { token } }`, {
    input: { name: "nightly import", scopes: ["READ"] },
  });
  const newcomer = await signUp(server.url, NEWCOMER);
  const { project: blank } = await newcomer(
    `mutation { createProject(input: { name: "Blank" }) { project { id } } }`,
  );
  return { project, job, blank };
}

function full({ project, job }) {
  const at = `/projects/${project.id}`;
  const [table] = project.tables;
  return [
    "/projects", "/projects/new", at, `${at}?view=diagram`, `${at}?view=relations`, `${at}/tables/${table.id}`,
    `${at}/tables/new`, `${at}/migrate`, `${at}/generate`, `${at}/data/${table.id}`, `${at}/exports`,
    "/jobs", `/jobs/${job}`, "/account", "/graphiql", "/nowhere", `${at}/tables/none`,
  ];
}

/** What axe finds, a line a rule. Only violations are worked out in full: that takes a third of the time. */
async function violations(page) {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes: [first, ...more] }) => {
    const why = first.failureSummary?.split("\n")[1]?.trim() ?? "";
    return `${id} at ${more.length + 1} places: ${first.target} ${why}`;
  });
}

/** Looks at the page as it is and notes what is wrong with it. */
async function check(page, place, found) {
  await settled(page);
  const faults = [...(await page.evaluate(layoutFaults)), ...(await violations(page))];
  found.push(...faults.map((fault) => `${place}: ${fault}`));
}

async function eachLook(page, address, { looks, language }, found) {
  await page.goto(address);
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: "attached" });
    const place = address.replace(/[A-Za-z0-9_-]{40,}/g, "…");
    await check(page, `${place} ${language} ${width} ${colorScheme}`, found);
  }
}

const server = await startServer();
test.after(() => server.stop());
const browser = await openBrowser(test);
const things = await furnish(server);

for (const [language, { locale, looks }] of Object.entries(LANGUAGES)) {
  test(`every page, ${language}`, async () => {
    const { context, page, noProblems } = await openWindow(browser, server, { locale });
    const found = [];
    for (const address of ["/sign-in", "/sign-up"]) await eachLook(page, address, { looks, language }, found);
    await page.evaluate(() => localStorage.setItem("dmb-language", "en"));
    await signIn(page, EMAIL);
    await page.evaluate(() => localStorage.removeItem("dmb-language"));
    for (const address of full(things)) {
      await eachLook(page, address, { looks, language }, found);
      assert.equal(await page.locator("html").getAttribute("lang"), language);
    }
    assert.deepEqual(found, []);
    noProblems();
    await context.close();
  });
}

/** What opens over pages: where, by which button, and by which entry of its menu. */
function panels({ project }) {
  const at = `/projects/${project.id}`;
  const [table] = project.tables;
  return [
    [`${at}/tables/${table.id}`, /^Generator of email/],
    ["/projects/new", "Use the template Shop"],
    [at, "Settings of the project"],
    [at, "Actions for orders", "Delete …"],
    [`${at}/exports`, "Export rows"],
    [`${at}/exports`, /^Delete .* …$/],
    [`${at}/migrate`, "Roll back …"],
    [`${at}/data/${table.id}`, "Filter"],
    ["/jobs", "Search and commands"],
    ["/jobs", "Account, language and colours"],
  ];
}

test("what opens over the pages", async () => {
  const { context, page, noProblems } = await openWindow(browser, server);
  await signIn(page, EMAIL);
  const found = [];
  for (const [index, [address, button, entry]] of panels(things).entries()) {
    const wide = index % 2 === 0;
    await page.setViewportSize({ width: wide ? 1440 : 390, height: 900 });
    await page.emulateMedia({ colorScheme: wide ? "dark" : "light" });
    await page.goto(address);
    await page.getByRole("button", { name: button, exact: true }).first().click();
    if (entry) await page.getByRole("menuitem", { name: entry, exact: true }).click();
    await page.locator('[role="dialog"], [role="menu"], form[aria-label="New filter"]').waitFor();
    await settled(page);
    found.push(...(await violations(page)).map((fault) => `${button} of ${address}: ${fault}`));
  }
  assert.deepEqual(found, []);
  noProblems();
  await context.close();
});

test("the playground in use", async () => {
  const { context, page, noProblems } = await openWindow(browser, server);
  await signIn(page, EMAIL);
  await page.goto("/graphiql");
  const editor = page.getByRole("region", { name: "Operation Editor" });
  await editor.getByText("totalCount").click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("# Everything that is mine\n");
  await page.getByRole("button", { name: /^Execute query/ }).click();
  await page.getByRole("region", { name: "Result Window" }).getByText('"nodes"').waitFor();
  await page.getByRole("button", { name: /Documentation Explorer/ }).click();
  await page.getByRole("link", { name: "GenerationJob", exact: true }).waitFor();
  await page.getByRole("button", { name: "New tab" }).click();
  await page.getByRole("button", { name: "Close Tab" }).first().waitFor();
  await page.getByRole("button", { name: "Projects", exact: true }).click();
  await page.locator('button[aria-current="true"]').filter({ hasText: "Projects" }).waitFor();
  const found = [];
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`.monaco-editor.${colorScheme === "dark" ? "vs-dark" : "vs"}`).first().waitFor();
    await check(page, `/graphiql ${colorScheme}`, found);
  }
  assert.deepEqual(found, []);
  noProblems();
  await context.close();
});

test("where there is nothing yet the page says what to do", async () => {
  const { context, page, noProblems } = await openWindow(browser, server);
  await signIn(page, NEWCOMER);
  const at = `/projects/${things.blank.id}`;
  const found = [];
  const empty = {
    "/jobs": "Open a project",
    [at]: "Design the first table",
    [`${at}/migrate`]: "Back to the tables",
    [`${at}/generate`]: "Make a table",
    [`${at}/data`]: "Review migration",
    [`${at}/exports`]: "Generate rows to a file",
  };
  for (const [address, next] of Object.entries(empty)) {
    await page.goto(address);
    await page.getByRole("main").getByRole("link", { name: next }).waitFor();
    await check(page, address, found);
  }
  assert.deepEqual(found, []);
  noProblems();
  await context.close();
});

test("someone without a project is led to the templates", async () => {
  await signUp(server.url, "leo@example.com");
  const { context, page, noProblems } = await openWindow(browser, server);
  await signIn(page, "leo@example.com");
  const found = [];
  const next = page.getByRole("main").getByRole("link", { name: "Choose a template" });
  await next.waitFor();
  await check(page, "/projects", found);
  await next.click();
  await page.getByRole("button", { name: "Use the template Shop" }).waitFor();
  assert.deepEqual(found, []);
  noProblems();
  await context.close();
});
