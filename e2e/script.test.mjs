// The script that the README prints, run as printed, and its workbook read by an independent reader.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startServer } from "./server.mjs";
import { brokenReferences, kinds, readWorkbook, records, SHOP_SHEETS } from "./workbook.mjs";

const script = fileURLToPath(new URL("examples/shop.mjs", import.meta.url));
let server;
before(async () => {
  server = await startServer();
});
after(() => server.stop());

test("the README's script makes a whole shop", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "dmb-script-"));
  t.after(() => rm(folder, { recursive: true }));
  const { stdout } = await promisify(execFile)("node", [script, server.url], { cwd: folder, timeout: 300_000 });
  assert.match(stdout, /COMPLETED 100%/);
  const name = /^(.+\.xlsx): /m.exec(stdout)?.[1];
  assert.ok(name, `no workbook is named in:\n${stdout}`);
  const sheets = await readWorkbook(join(folder, name));
  assert.deepEqual([...sheets.keys()], [...SHOP_SHEETS, "Dictionary", "Summary"]);
  assert.deepEqual(brokenReferences(sheets), []);
  assert.equal(records(sheets.get("Orders")).length, 10_000);
  assert.deepEqual(kinds(sheets.get("Orders"), "Placed at"), ["date"]);
  assert.deepEqual(kinds(sheets.get("Order lines"), "Total"), ["number"]);
});

test("the README prints that script", async () => {
  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  assert.ok(readme.includes((await readFile(script, "utf8")).trim()), "README.md and e2e/examples/shop.mjs differ");
});
