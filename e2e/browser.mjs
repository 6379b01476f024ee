// A Chromium for tests. A page that writes an error to its console, breaks, or asks anyone but its own server fails the test.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { until } from "./wait.mjs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FLAGS = ["--disable-background-networking", "--disable-component-update", "--no-first-run"];

/** How long a page gets for what it has to do; a debug server on a busy machine is slow. */
export const PATIENCE_MS = 30_000;

function executable() {
  return process.env.DMB_CHROMIUM ?? PLACES.find((place) => existsSync(place)) ?? chromium.executablePath();
}

/** Starts a browser that ends with the test `t` (anything that has `after`). */
export async function openBrowser(t) {
  const root = process.getuid?.() === 0;
  const browser = await chromium.launch({ executablePath: executable(), args: root ? [...FLAGS, "--no-sandbox"] : FLAGS });
  t.after(() => browser.close());
  return browser;
}

/** Whether an address is of the server, or of no server at all. */
function isOurs(address, origin) {
  const url = new URL(address);
  if (["data:", "blob:", "about:"].includes(url.protocol)) return true;
  return url.origin.replace(/^ws/, "http") === origin;
}

/** Requests of a page that have no answer yet. */
const asked = new WeakMap();

function watch(page, origin, problems) {
  const waiting = new Set();
  asked.set(page, waiting);
  // That the script of a worker has come is not always told; a page is drawn without.
  page.on("request", (request) => /\.worker-[^/]*\.js$/.test(request.url()) || waiting.add(request));
  for (const end of ["requestfinished", "requestfailed"]) page.on(end, (request) => waiting.delete(request));

  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => problems.push(`page: ${error.stack ?? error}`));
  page.on("crash", () => problems.push("the page crashed"));
  page.on("websocket", (socket) => {
    if (!isOurs(socket.url(), origin)) problems.push(`socket to ${socket.url()}`);
  });
}

/** A window of its own with a page in it; `problems()` fails if anything went wrong in it so far. */
export async function openWindow(browser, server, options = {}) {
  const origin = new URL(server.url).origin;
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 1440, height: 900 },
    colorScheme: "light",
    locale: "en-US",
    reducedMotion: "reduce",
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const problems = [];
  context.on("request", (request) => {
    if (!isOurs(request.url(), origin)) problems.push(`request to ${request.url()}`);
  });
  context.on("page", (page) => watch(page, origin, problems));
  const page = await context.newPage();
  return { context, page, noProblems: () => assert.deepEqual(problems, []) };
}

/** How long nothing may be asked for before a page counts as drawn. */
const QUIET_MS = 100;

/** Waits until a page stands still: drawn, nothing asked for, nothing loading, nothing fading in. */
export async function settled(page) {
  await page.locator("h1").first().waitFor({ state: "attached" });
  let quietSince = Date.now();
  let why = "";
  const still = async () => {
    why = [...[...asked.get(page)].map((request) => request.url()), ...(await page.evaluate(whatMoves))].join(", ");
    if (why !== "") quietSince = Date.now();
    return Date.now() - quietSince >= QUIET_MS;
  };
  await until("the page stands still", still).catch((error) => assert.fail(`${error.message} at ${page.url()}: ${why}`));
}

/** What of the page in which it runs is loading or moving. */
function whatMoves() {
  const ends = (animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime);
  const moving = document.getAnimations().filter((each) => each.playState === "running" && ends(each));
  const loading = document.querySelectorAll('.mantine-Skeleton-root, [aria-busy="true"]');
  return [...moving.map((each) => each.effect.target), ...loading].map((each) => each?.outerHTML.slice(0, 100));
}
