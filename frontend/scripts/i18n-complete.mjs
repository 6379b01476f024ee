// Fails when a text of the page has no translation.
import { readFileSync } from 'node:fs';

const LANGUAGES = ['es'];
let missing = 0;
for (const language of LANGUAGES) {
  const catalog = readFileSync(new URL(`../src/locales/${language}/messages.po`, import.meta.url), 'utf8');
  for (const entry of catalog.split('\n\n')) {
    const [, id] = /^msgid ((?:".*"\n?)+)/m.exec(entry) ?? [];
    const [, text] = /^msgstr ((?:".*"\n?)+)/m.exec(entry) ?? [];
    const plain = (quoted = '') => quoted.replace(/^"|"$|"\n"/gm, '').replace(/\n/g, '');
    if (plain(id) === '' || plain(text) !== '') continue;
    missing += 1;
    console.error(`${language}: ${plain(id)}`);
  }
}
if (missing > 0) {
  console.error(`${missing} text(s) without a translation`);
  process.exit(1);
}
