// Runs the audits of npm `graphql-http` against a running server and ends with 1 unless every one of them passes.
//
//   node e2e/protocol/audits.mjs http://localhost:8080/graphql
//
// A notice (an optional thing the server leaves out, such as queries by GET in production) counts as a failure unless
// `--allow-notices` is given.
import { auditServer } from 'graphql-http';

const EXPECTED = 61;

const [url, ...options] = process.argv.slice(2);
if (!url) {
  console.error('usage: node audits.mjs URL [--allow-notices]');
  process.exit(2);
}

const results = await auditServer({ url });
const allowed = options.includes('--allow-notices') ? ['ok', 'notice'] : ['ok'];
for (const result of results.filter((each) => each.status !== 'ok')) {
  console.log(`${result.status.padEnd(6)} ${result.id} ${result.name}: ${result.reason}`);
}
const passed = results.filter((each) => allowed.includes(each.status)).length;
console.log(`${passed} of ${results.length} audits passed`);
process.exit(results.length === EXPECTED && passed === EXPECTED ? 0 : 1);
