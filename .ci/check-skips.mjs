// SPDX-License-Identifier: MIT
// Fails when a test was skipped for a reason that is not in allowed-skips.txt, or when no test ran.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const allowed = readFileSync(join(here, 'allowed-skips.txt'), 'utf8')
  .split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('#'));

function* reports(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || ['node_modules', '.git', 'src', '.smartweb'].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.name === 'surefire-reports' || entry.name === 'failsafe-reports') {
      for (const file of readdirSync(path)) if (/^TEST-.*\.xml$/.test(file)) yield join(path, file);
    } else yield* reports(path);
  }
}

const unescape = (text) => text.replace(/&quot;/g, '"').replace(/&apos;/g, "'")
  .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&#10;/g, '\n').replace(/&amp;/g, '&');
let tests = 0;
let skipped = 0;
let bad = 0;
for (const report of reports(join(here, '..'))) {
  const xml = readFileSync(report, 'utf8');
  tests += (xml.match(/<testcase[\s>]/g) ?? []).length;
  // The reason stands in an attribute, or in the first line of the text.
  for (const match of xml.matchAll(/<skipped([^>]*?)(?:\/>|>([\s\S]*?)<\/skipped>)/g)) {
    skipped++;
    const attribute = /message="([^"]*)"/.exec(match[1])?.[1];
    const text = (match[2] ?? '').replace('<![CDATA[', '').split('\n')[0];
    const reason = unescape(attribute ?? text).trim();
    if (!allowed.some((known) => reason.includes(known))) {
      bad++;
      console.error(`skipped for an unlisted reason: ${report}: ${reason || '(none given)'}`);
    }
  }
}
console.log(`${tests - skipped} passed, 0 failed, ${skipped} skipped`);
if (tests === 0) { console.error('no test ran'); process.exit(1); }
process.exit(bad === 0 ? 0 : 1);
