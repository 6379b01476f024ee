/** Waits until `check` gives something true, and gives it back; fails with `what` when that takes too long. */
export async function until(what, check, { within = 60_000 } = {}) {
  const deadline = Date.now() + within;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`still not: ${what}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}
