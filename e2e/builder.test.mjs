// What the builder shows of a field beside its form: what its values look like, what agrees with it, and what is wrong at
// the very input it is about.
import assert from "node:assert/strict";
import { test } from "node:test";
import { migratedProject, signUp } from "./api.mjs";
import { openBrowser, openWindow, settled } from "./browser.mjs";
import { startServer } from "./server.mjs";
import { signIn } from "./steps.mjs";

const EMAIL = "ana@example.com";

test("a field shows its values, what agrees with it, and where its rows are wrong", async (t) => {
  const server = await startServer();
  t.after(() => server.stop());
  const call = await signUp(server.url, EMAIL);
  const project = await migratedProject(call, "shop");
  const { page, noProblems } = await openWindow(await openBrowser(t), server);
  await signIn(page, EMAIL);
  const open = async (table) => {
    const { id } = project.tables.find(({ name }) => name === table);
    await page.goto(`/projects/${project.id}/tables/${id}`);
    await page.getByRole("region", { name: "Preview rows" }).waitFor();
  };
  const details = page.getByRole("complementary", { name: "Details" });
  const choose = async (field) => {
    const generator = page.getByRole("button", { name: new RegExp(`^Generator of ${field}:`) });
    await page.getByRole("row").filter({ has: generator }).getByRole("textbox").first().focus();
  };

  await open("customers");
  await choose("segment");
  const segments = details.getByRole("figure", { name: "Values of segment" });
  await segments.getByRole("rowheader", { name: "retail" }).waitFor();
  assert.match(await segments.innerText(), /1,000 rows sampled · 3 different values/);

  const mark = page.getByRole("button", { name: /^Generator of first_name/ });
  await choose("first_name");
  await details.getByText(/^Agrees with: last_name, email/).waitFor();
  assert.match(await mark.getAttribute("aria-description"), /Agrees with: last_name/);
  const bundle = details.getByRole("combobox", { name: "Bundle" });
  await bundle.selectOption({ label: "another one …" });
  await details.getByRole("textbox", { name: "Name of the new one" }).fill("partner");
  await details.getByText("No other field agrees with it yet.").waitFor();
  assert.equal(await mark.getAttribute("aria-description"), null);
  await choose("last_name");
  await bundle.selectOption("partner");
  await details.getByText("Agrees with: first_name", { exact: true }).waitFor();

  await open("products");
  await page.getByRole("button", { name: /^Generator of price/ }).click();
  await page.getByRole("searchbox", { name: "Search generators" }).fill("mixture");
  await page.getByRole("button", { name: /^Mixture of ranges/ }).click();
  const largest = details.getByRole("textbox", { name: "Largest, row 2" });
  await largest.waitFor();
  await details.getByRole("figure", { name: "Values of price" }).waitFor();
  await details.getByRole("textbox", { name: "Weight, row 2" }).fill("");
  await details.getByRole("button", { name: "Add a row" }).click();
  await details.getByRole("textbox", { name: "Smallest, row 4" }).fill("7");
  await details.getByRole("textbox", { name: "Largest, row 4" }).fill("3");
  await details.getByRole("group", { name: "Ranges" }).getByText(/part 4 holds no value/).waitFor();
  await details.getByRole("textbox", { name: "Largest, row 4" }).fill("9");
  await settled(page);
  assert.equal(await details.getByText(/part 4 holds no value/).count(), 0);
  noProblems();
});
