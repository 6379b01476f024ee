// What a person does with the page, step by step, told by the names of things.
import { readFile } from "node:fs/promises";
import { PATIENCE_MS } from "./browser.mjs";

export const PASSWORD = "correct horse battery staple";

/** A part of a name that is written in any case. */
const like = (text) => new RegExp(`^${text}`, "i");

export async function signUp(page, email, name = "Ana") {
  await page.goto("/sign-up");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create the account" }).click();
  await page.waitForURL("**/projects/new");
}

export async function signIn(page, email) {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

export async function signOut(page) {
  await page.getByRole("button", { name: like("account") }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in*");
}

/** Makes a project from a template of the gallery and stays on its tables. */
export async function useTemplate(page, template) {
  await page.goto("/projects/new");
  await page.getByRole("button", { name: `Use the template ${template}` }).click();
  await page.getByRole("button", { name: "Create the project" }).click();
  await page.waitForURL(/\/projects\/(?!new)[^/]+$/);
  return page.url().split("/").at(-1);
}

/** Goes to a part of the project through the rail. */
export async function goTo(page, part) {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: part, exact: true }).click();
}

/** Applies the migration that is in review. */
export async function applyMigration(page) {
  await page.getByRole("button", { name: /^(Create|Change) \d+ tables? in SQLite$/ }).click();
  await page.getByRole("heading", { name: "The database is as designed" }).waitFor();
}

/** Notes every state of a job that the page shows: put in place before the job starts. */
export async function watchProgress(page) {
  await page.evaluate(() => {
    window.progressSeen = [];
    const look = () => {
      const bar = document.querySelector('[role="progressbar"][aria-label="All rows"]');
      const rows = document.querySelector("main")?.innerText.match(/[\d,]+ \/ [\d,]+/)?.[0];
      if (!bar || !rows) return;
      const state = `${bar.getAttribute("aria-valuenow")} % ${rows}`;
      if (window.progressSeen.at(-1) !== state) window.progressSeen.push(state);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

/** The states of the job seen since `watchProgress`. */
export const progressSeen = (page) => page.evaluate(() => window.progressSeen);

/** Waits until the page says that the job is done. */
export async function jobDone(page, { within = 180_000 } = {}) {
  await page.waitForURL("**/jobs/*");
  const ended = page.locator("main h1 + *").filter({ hasText: /^(done|failed|cancelled)$/i });
  await ended.waitFor({ timeout: within });
  if ((await ended.innerText()).toLowerCase() !== "done") throw new Error(await page.getByRole("main").innerText());
}

/** Clicks a link that downloads and gives back the file's name and path. */
export async function download(page, link) {
  const [file] = await Promise.all([page.waitForEvent("download", { timeout: PATIENCE_MS }), link.click()]);
  return { name: file.suggestedFilename(), path: await file.path() };
}

/** The most memory a process had so far, in bytes; null where the system doesn't tell. */
export async function peakMemory(pid) {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}
