// A large file from the page, in bounded memory: a hundred thousand payments, or with DMB_E2E_FULL a million.
import assert from "node:assert/strict";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { openBrowser, openWindow } from "./browser.mjs";
import { startServer } from "./server.mjs";
import { download, goTo, jobDone, peakMemory, signUp, useTemplate } from "./steps.mjs";

const ROWS = process.env.DMB_E2E_FULL ? 1_000_000 : 100_000;
const MOST_BYTES = 300_000_000;

/** Rows under the header, with how many fields they have. */
async function shape(path) {
  const widths = new Set();
  let lines = 0;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    lines += 1;
    widths.add(line.split(",").length);
  }
  return { rows: lines - 1, widths: [...widths] };
}

test(`${ROWS} payments become a CSV under ${MOST_BYTES / 1_000_000} MB of memory`, async (t) => {
  const server = await startServer();
  t.after(() => server.stop());
  const { page, noProblems } = await openWindow(await openBrowser(t), server);
  await signUp(page, "ana@example.com");
  await useTemplate(page, "Payments");
  await goTo(page, "Generate");
  await page.getByRole("textbox", { name: "Rows of payments", exact: true }).fill(String(ROWS));
  await page.getByRole("radio", { name: "Leave the tables alone" }).check();
  for (const box of await page.getByRole("group", { name: "To files" }).getByRole("checkbox").all()) await box.uncheck();
  await page.getByRole("checkbox", { name: /CSV/ }).check();
  await page.getByRole("button", { name: "Generate rows" }).click();
  await jobDone(page, { within: 420_000 });
  const peak = await peakMemory(server.pid);
  const file = await download(page, page.getByRole("link", { name: /^Download [^.]*\.csv$/ }));
  const found = await shape(file.path);
  assert.equal(found.rows, ROWS);
  assert.equal(found.widths.length, 1, `fields of a row: ${found.widths}`);
  const manifest = await download(page, page.getByRole("link", { name: /^Download .*\.faults\.csv$/ }));
  const faulty = (await shape(manifest.path)).rows / ROWS;
  assert.ok(Math.abs(faulty - 0.05) < 0.005, `${faulty} of the rows are in the manifest`);
  if (peak === null) t.diagnostic("this system does not tell how much memory a process had");
  else assert.ok(peak < MOST_BYTES, `the server had ${Math.round(peak / 1_000_000)} MB`);
  noProblems();
});
