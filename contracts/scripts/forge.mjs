// SPDX-License-Identifier: MIT
// Runs forge straight from its npm package: the package's own launcher script is not needed.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const home = dirname(createRequire(join(root, 'package.json')).resolve('@foundry-rs/forge-linux-amd64/package.json'));
const done = spawnSync(join(home, 'bin', 'forge'), process.argv.slice(2), {
  cwd: root,
  stdio: 'inherit',
});
if (done.error) throw done.error;
process.exitCode = done.status ?? 1;
