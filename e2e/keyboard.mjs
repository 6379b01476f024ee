// Moves through a page with the keyboard alone, and tells where the focus is by role and name.
import assert from "node:assert/strict";
import { PATIENCE_MS } from "./browser.mjs";
import { until } from "./wait.mjs";

const MOST_TABS = 250;

const focused = (locator) => locator.evaluateAll((found) => found.includes(document.activeElement));

/** Waits until the focus is on the element, wherever it was before. */
export const focusIs = (locator) => until(`the focus is on ${locator}`, () => focused(locator), { within: PATIENCE_MS });

/** Waits until the focus is on something else than the element. */
const focusLeft = (locator) =>
  until(`the focus left ${locator}`, async () => !(await focused(locator)), { within: PATIENCE_MS });

/** Presses Tab (or `key`) until the focus is on the element. Fails when the keyboard can't get there. */
export async function tabTo(page, locator, { key = "Tab" } = {}) {
  await locator.first().waitFor();
  for (let pressed = 0; pressed <= MOST_TABS; pressed += 1) {
    if (await focused(locator)) return;
    await page.keyboard.press(key);
  }
  const at = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
  assert.fail(`${locator} is not reached in ${MOST_TABS} × ${key}; the focus is on ${at}`);
}

/** Goes to the element and presses a key on it. */
export async function press(page, locator, key = "Enter") {
  await tabTo(page, locator);
  await page.keyboard.press(key);
}

/** Goes to an input and types. */
export async function type(page, locator, text) {
  await tabTo(page, locator);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}

/** Chooses an entry of a select whose value is known, with the arrow keys. */
export async function choose(page, locator, value) {
  await tabTo(page, locator);
  const values = await locator.evaluate((select) => [...select.options].map((option) => option.value));
  assert.ok(values.includes(value), `${value} is among ${values}`);
  const [from, to] = [values.indexOf(await locator.inputValue()), values.indexOf(value)];
  for (let step = 0; step < Math.abs(to - from); step += 1) await page.keyboard.press(to > from ? "ArrowDown" : "ArrowUp");
  await until(`${value} is chosen`, async () => (await locator.inputValue()) === value);
}

/** Opens the command palette and runs the first thing that matches. */
export async function command(page, text) {
  await page.keyboard.press("ControlOrMeta+K");
  const search = page.getByRole("dialog").getByPlaceholder(/.+/);
  await focusIs(search);
  await page.keyboard.type(text);
  await page.getByRole("dialog").getByRole("button", { name: text }).first().waitFor();
  await page.keyboard.press("Enter");
  await search.waitFor({ state: "hidden" });
}

/** Opens a menu from its button and runs an entry of it. */
export async function chooseFrom(page, menu, name) {
  await menu.press("Enter");
  const entry = page.getByRole("menuitem", { name });
  await tabTo(page, entry, { key: "ArrowDown" });
  await page.keyboard.press("Enter");
}

/** The topmost panel over the page, once it has the focus. */
export async function panel(page) {
  const dialog = page.locator('[role="dialog"]:focus-within');
  await dialog.waitFor();
  return dialog;
}

/** Leaves the topmost panel by Escape: it alone closes, and the focus is on `to`. */
export async function leavesTo(page, to) {
  await panel(page);
  const open = await page.getByRole("dialog").count();
  await page.keyboard.press("Escape");
  await focusIs(to);
  assert.equal(await page.getByRole("dialog").count(), open - 1, "one panel closes");
}

/** Opens a panel from a control by a key and leaves it: the focus is where it was. */
export async function comesBack(page, control, key = "Enter") {
  const open = await page.getByRole("dialog").count();
  await control.press(key);
  await page.getByRole("dialog").nth(open).waitFor();
  await focusLeft(control);
  await leavesTo(page, control);
}
