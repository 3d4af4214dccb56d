// SPDX-License-Identifier: MIT
// Everything that must hold of the contracts: artifacts and wrappers are what the sources give, and
// forge's tests pass. When nothing changed since the last success it says so and is done.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'target', 'verified.stamp');
const TEST_ACCOUNTS = '../ddrm-license/node/src/test/resources/accounts';
const INPUTS = ['artifacts', 'foundry.toml', 'package-lock.json', 'scripts', 'solidity', 'src/main', TEST_ACCOUNTS];

function files(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path)).sort().flatMap((entry) => files(`${path}/${entry}`));
}

function stamp() {
  const hash = createHash('sha256').update(process.env.FOUNDRY_PROFILE ?? 'default');
  for (const path of INPUTS.flatMap(files)) hash.update(`${path}\0`).update(readFileSync(join(root, path))).update('\0');
  return hash.digest('hex');
}

function run(what, command, ...args) {
  const started = Date.now();
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (done.error) throw done.error;
  process.stdout.write(`${what}: ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function packagesAreStale() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  return !existsSync(installed) || statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs;
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Node 20.19 or newer is needed, this is ${process.versions.node}\n`);
  process.exit(1);
}
if (packagesAreStale()) run('npm ci', 'npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund');
if (process.argv.includes('--packages-only')) process.exit(0);
const before = stamp();
if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === before) {
  process.stdout.write('nothing changed since the last success\n');
} else {
  run('artifacts and wrappers', process.execPath, 'scripts/build.mjs', '--check');
  run('forge test', process.execPath, 'scripts/forge.mjs', 'test');
  run('gas', process.execPath, 'scripts/forge.mjs', 'test', '--isolate', '--match-contract', 'GasTest', '-vv');
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, before);
}
