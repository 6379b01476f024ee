// Every page: at 1440 and 390 pixels, light and dark, in English and Spanish. No axe violation, nothing wider than the
// window, a heading that nothing covers; and what stands where there is nothing yet.
import assert from "node:assert/strict";
import { test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import { ended, generate, migratedProject, signUp } from "../api.mjs";
import { openBrowser, openWindow } from "../browser.mjs";
import { startServer } from "../server.mjs";
import { signIn } from "../steps.mjs";

const EMAIL = "ana@example.com";
const NEWCOMER = "eva@example.com";
const WIDTHS = [1440, 390];
const SCHEMES = ["light", "dark"];

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
    `mutation { createProjectFromTemplate(input: { templateId: "blank", name: "Blank" }) { project { id } } }`,
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

/** Waits until the page stands still: drawn, nothing asked for, nothing fading in. */
async function settled(page) {
  await page.locator("h1, h2").first().waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => {
    const ends = (animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime);
    return document.getAnimations().every((each) => each.playState !== "running" || !ends(each));
  });
}

/** What is wrong with how the page is laid out, in words. */
function layout() {
  const problems = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) problems.push(`the page is ${scrollWidth} px wide in a window of ${clientWidth}`);
  const headings = [...document.querySelectorAll("h1")];
  if (headings.length !== 1) problems.push(`${headings.length} headings of the first level`);
  const [heading] = headings;
  const box = heading?.getBoundingClientRect();
  if (box && box.width > 1 && box.height > 1) {
    const range = document.createRange();
    range.selectNodeContents(heading);
    const words = range.getBoundingClientRect();
    const top = document.elementFromPoint(words.left + Math.min(words.width / 2, 40), words.top + words.height / 2);
    if (!top || !heading.contains(top)) problems.push(`the heading is under ${top?.outerHTML.slice(0, 120)}`);
  }
  return problems;
}

async function check(page, place, found, { axe = true } = {}) {
  const say = (text) => found.push(`${place}: ${text}`);
  for (const problem of await page.evaluate(layout)) say(problem);
  if (!axe) return;
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const { id, nodes } of violations) {
    const [first] = nodes;
    say(`${id} at ${nodes.length} places: ${first.target} ${first.failureSummary?.split("\n")[1]?.trim() ?? ""}`);
  }
}

async function eachLook(page, address, language, found) {
  await page.goto(address);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: "attached" });
      await settled(page);
      const place = `${address.replace(/[A-Za-z0-9_-]{40,}/g, "…")} ${language} ${width} ${colorScheme}`;
      // Colours don't depend on the language, nor the layout on the colours: two languages share the four looks.
      const wide = width === WIDTHS[0];
      const axe = (wide === (colorScheme === "light")) === (language === "en");
      await check(page, place, found, { axe });
    }
  }
}

let server;
let things;
test.before(async () => {
  server = await startServer();
  things = await furnish(server);
});
test.after(() => server.stop());

for (const [language, locale] of [["en", "en-US"], ["es", "es-ES"]]) {
  test(`every page, ${language}`, async (t) => {
    const { context, page } = await openWindow(await openBrowser(t), server, { locale });
    const found = [];
    for (const address of ["/sign-in", "/sign-up"]) await eachLook(page, address, language, found);
    await context.addInitScript(() => localStorage.setItem("dmb-language", "en"));
    await signIn(page, EMAIL);
    await context.addInitScript((kept) => localStorage.setItem("dmb-language", kept), language);
    for (const address of full(things)) {
      await eachLook(page, address, language, found);
      assert.equal(await page.locator("html").getAttribute("lang"), language);
    }
    assert.deepEqual(found, []);
  });
}

test("where there is nothing yet the page says what to do", async (t) => {
  const { page, noProblems } = await openWindow(await openBrowser(t), server);
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
    await settled(page);
    await check(page, address, found);
  }
  await page.goto(at);
  assert.deepEqual(found, []);
  noProblems();
});

test("someone without a project is led to the templates", async (t) => {
  await signUp(server.url, "leo@example.com");
  const { page, noProblems } = await openWindow(await openBrowser(t), server);
  await signIn(page, "leo@example.com");
  const found = [];
  await page.getByRole("main").getByRole("link", { name: "Choose a template" }).waitFor();
  await settled(page);
  await check(page, "/projects", found);
  await page.getByRole("main").getByRole("link", { name: "Choose a template" }).click();
  await page.getByRole("button", { name: "Use the template Shop" }).waitFor();
  assert.deepEqual(found, []);
  noProblems();
});
