// Takes the README's pictures: node pictures.mjs, with DMB_BINARY and DMB_CHROMIUM as for the tests.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ended, generate, migratedProject, signUp } from "./api.mjs";
import { openBrowser, openWindow } from "./browser.mjs";
import { small } from "./png.mjs";
import { startServer } from "./server.mjs";
import { signIn } from "./steps.mjs";
import { until } from "./wait.mjs";

const folder = fileURLToPath(new URL("pictures/", import.meta.url));
const EMAIL = "ana@example.com";
const MOST_BYTES = 150_000;

const ends = [];
const server = await startServer();
ends.push(() => server.stop());
try {
  await mkdir(folder, { recursive: true });
  const call = await signUp(server.url, EMAIL);
  const { context, page } = await openWindow(await openBrowser({ after: (end) => ends.push(end) }), server);
  const desk = await context.newPage();
  await page.bringToFront();
  await signIn(page, EMAIL);
  const shot = async (name) => {
    const picture = await small(desk, await page.screenshot({ animations: "disabled", caret: "hide" }));
    if (picture.length > MOST_BYTES) throw new Error(`${name}.png has ${picture.length} bytes`);
    await writeFile(`${folder}${name}.png`, picture);
    console.log(`${name}.png ${picture.length} bytes`);
  };

  const project = await migratedProject(call, "shop");
  const [customers, , orders] = project.tables;
  await page.goto(`/projects/${project.id}/tables/${customers.id}`);
  await page.getByRole("button", { name: /^Generator of email/ }).waitFor();
  await page.getByRole("region", { name: "Preview rows" }).getByRole("row").nth(5).waitFor();
  await page.getByRole("textbox", { name: "Name of field 11", exact: true }).focus();
  await page.getByRole("figure", { name: "Values of segment" }).waitFor();
  await shot("builder");

  const job = (rows) => generate(call, { projectId: project.id, intoTables: "REPLACE", files: [{ format: "xlsx" }], seed: 42, tables: rows });
  await ended(call, await job());
  await page.goto(`/projects/${project.id}/data/${orders.id}?sort=${encodeURIComponent('{"field":"placed_at","direction":"DESC"}')}`);
  await page.getByRole("grid").getByRole("gridcell").first().waitFor();
  await shot("grid");

  // Enough rows that the job still runs when its picture is taken.
  const many = [["customers", 50_000], ["products", 1_000], ["orders", 500_000], ["order_lines", null]];
  await page.goto(`/jobs/${await job(many.map(([table, rows]) => ({ table, rows })))}`);
  await page.getByRole("img", { name: /^Rows per second/ }).waitFor();
  await until("a third is done", async () => Number(await page.getByRole("progressbar", { name: "All rows" }).getAttribute("aria-valuenow")) >= 33);
  await shot("job");
} finally {
  for (const end of ends.reverse()) await end();
}
