// Starts the real server on a free port with a data folder of its own, and stops it as a supervisor would.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
export const binary = process.env.DMB_BINARY ?? resolve(here, "../target/debug/dmb");

/** How long a server gets to end by itself. */
const PATIENCE_MS = 15_000;

// A test that fails before it stops its servers must not leave them behind.
const running = new Set();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

/** Starts a server; `dataDir` keeps an earlier one's data, `args` are passed on. */
export async function startServer({ dataDir, args = [] } = {}) {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), "dmb-e2e-")));
  const child = spawn(binary, ["serve", "--port", "0", "--data-dir", folder, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  child.stderr.on("data", (text) => (log += text));
  const exited = new Promise((done) => child.once("exit", (code, signal) => done({ code, signal })));
  running.add(child);
  void exited.then(() => running.delete(child));
  const url = await new Promise((done, fail) => {
    let out = "";
    child.stdout.on("data", (text) => {
      out += text;
      const found = /http:\/\/\S+/.exec(out);
      if (found) done(found[0].replace(/\/$/, ""));
    });
    exited.then(({ code }) => fail(new Error(`the server ended with ${code} before it served:\n${log}`)));
  });
  return {
    url,
    dataDir: folder,
    pid: child.pid,
    log: () => log,
    /** Ends it at once, as a power cut would. */
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    /** Asks it to end, waits, and clears its folder unless told to keep it. Does no harm to one that has ended. */
    async stop({ keep = false } = {}) {
      child.kill("SIGTERM");
      const patience = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
      const end = await exited;
      clearTimeout(patience);
      if (!keep) await rm(folder, { recursive: true, force: true });
      return end;
    },
  };
}
