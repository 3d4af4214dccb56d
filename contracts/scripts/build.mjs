// SPDX-License-Identifier: MIT
// `node scripts/build.mjs` rewrites the committed artifacts and Java wrappers from the sources;
// with --check it writes nothing and fails when anything committed is not what the sources give.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { compile, compileTestAccounts, root } from './compile.mjs';
import { GENERATED_FOLDERS, wrappers } from './wrappers.mjs';

const check = process.argv.includes('--check');
const artifacts = compile();
const files = new Map();
for (const [name, artifact] of artifacts) {
  files.set(`artifacts/${name}.json`, `${JSON.stringify(artifact, null, 2)}\n`);
}
for (const [path, text] of wrappers(artifacts)) files.set(path, text);
const TEST_ACCOUNTS = '../ddrm-license/node/src/test/resources/accounts';
for (const [name, code] of compileTestAccounts()) files.set(`${TEST_ACCOUNTS}/${name}.hex`, `${code}\n`);

// The formatter of the Java build moves white space and rewraps comments, and nothing else.
const bare = (text) => text.replace(/\s+|\/\/\//g, '');
const same = (path, a, b) => (path.endsWith('.java') ? bare(a) === bare(b) : a === b);

const stale = [];
for (const [path, text] of files) {
  const file = join(root, path);
  if (existsSync(file) && same(path, readFileSync(file, 'utf8'), text)) continue;
  stale.push(path);
  if (check) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
for (const folder of ['artifacts', TEST_ACCOUNTS, ...GENERATED_FOLDERS]) {
  if (!existsSync(join(root, folder))) continue;
  for (const entry of readdirSync(join(root, folder))) {
    const path = relative(root, join(root, folder, entry));
    if (files.has(path)) continue;
    stale.push(`${path} (left over)`);
    if (!check) rmSync(join(root, path));
  }
}
for (const [name, artifact] of artifacts) {
  process.stdout.write(`${name}: ${artifact.runtimeBytes} bytes of runtime code\n`);
}
if (stale.length > 0) {
  const verb = check ? 'not what the sources give; run `npm run build` in contracts/' : 'written';
  process.stdout.write(`${stale.join('\n')}\n${verb}\n`);
  if (check) process.exitCode = 1;
}
