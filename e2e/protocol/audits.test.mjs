// GraphQL over HTTP as its specification has it: every audit of the npm package graphql-http, without a notice.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startServer } from "../server.mjs";

let server;
before(async () => {
  server = await startServer();
});
after(() => server?.stop());

test("all audits of GraphQL over HTTP pass", async () => {
  const script = fileURLToPath(new URL("audits.mjs", import.meta.url));
  const { stdout } = await promisify(execFile)("node", [script, `${server.url}/graphql`]);
  assert.match(stdout, /^61 of 61 audits passed$/m);
});
