// Measures what each page loads (gzip, the whole closure of its imports) and fails when one is over its budget.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

/** Kilobytes of JavaScript a page may load; pages that are not named may load OTHERS. */
const BUDGETS = {
  'src/features/auth/SignIn.page.tsx': 190,
  'src/features/auth/SignUp.page.tsx': 190,
  'src/features/data/Data.page.tsx': 240,
  'src/features/schema/TableBuilder.page.tsx': 260,
  'src/features/schema/er/Diagram.tsx': 290,
  'src/features/playground/Playground.page.tsx': Number.POSITIVE_INFINITY,
};
const OTHERS = 230;
const STYLES = 25;

const sizes = new Map();
function kilobytes(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1000);
  return sizes.get(file);
}

function closure(keys) {
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const next of manifest[key]?.imports ?? []) visit(next);
  };
  for (const key of keys) visit(key);
  return [...seen].map((key) => manifest[key]).filter(Boolean);
}

const sum = (files) => [...new Set(files)].reduce((total, file) => total + kilobytes(file), 0);
const SHELL = 'src/app/Shell.tsx';
const LANGUAGE = 'src/locales/es/messages.po';
const pages = Object.keys(manifest).filter((key) => key.endsWith('.page.tsx') || key in BUDGETS);
if (pages.length === 0) throw new Error('the manifest names no page: was the page built?');

let over = 0;
for (const page of pages.sort()) {
  const budget = BUDGETS[page] ?? OTHERS;
  const chunks = closure(['index.html', LANGUAGE, page, ...(page.includes('/auth/') ? [] : [SHELL])]);
  const scripts = sum(chunks.map((chunk) => chunk.file).filter((file) => file.endsWith('.js')));
  const styles = sum(chunks.flatMap((chunk) => chunk.css ?? []));
  const styleBudget = Number.isFinite(budget) ? STYLES : budget;
  const bad = scripts > budget || styles > styleBudget;
  if (bad) over += 1;
  const name = page.replace('src/features/', '').replace('.page.tsx', '');
  console.log(
    `${bad ? 'OVER ' : 'ok   '} ${name.padEnd(28)} js ${scripts.toFixed(1).padStart(6)} of ${budget} kB   css ${styles.toFixed(1).padStart(5)} of ${styleBudget} kB`,
  );
}
if (over > 0) {
  console.error(`${over} page(s) over budget`);
  process.exit(1);
}
