// SPDX-License-Identifier: MIT
// Writes the creation code of the anchors as JSON into the file that its argument names: what npm
// publishes, and what lies here, compiled with the compiler and the settings of our own contracts.
import { createRequire } from 'node:module';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const contracts = join(here, '../../contracts');
const { SETTINGS } = await import(join(contracts, 'scripts/compile.mjs'));
const solc = createRequire(join(contracts, 'package.json'))('solc');

/// Seaport's package keeps each code in a constant of a generated script.
function seaport(path) {
  const file = join(here, 'node_modules/@opensea/seaport-js/lib/typechain-types/factories/seaport/contracts', path);
  return readFileSync(file, 'utf8').match(/const _bytecode = "(0x[0-9a-f]+)"/)[1];
}

function unlock(path) {
  return JSON.parse(readFileSync(join(here, 'node_modules/@unlock-protocol/contracts/dist/abis', path), 'utf8')).bytecode;
}

function compiled(name) {
  const file = `${name}.sol`;
  const input = {
    language: 'Solidity',
    sources: { [file]: { content: readFileSync(join(here, file), 'utf8') } },
    settings: { ...SETTINGS, outputSelection: { '*': { '*': ['evm.bytecode.object'] } } },
  };
  const load = (path) => {
    const used = join(contracts, path);
    return existsSync(used) ? { contents: readFileSync(used, 'utf8') } : { error: `no such file: ${path}` };
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: load }));
  const errors = (output.errors ?? []).filter((each) => each.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((each) => each.formattedMessage).join('\n'));
  return `0x${output.contracts[file][name].evm.bytecode.object}`;
}

writeFileSync(
  process.argv[2],
  JSON.stringify({
    seaport: seaport('Seaport__factory.js'),
    conduitController: seaport('conduit/ConduitController.sol/LocalConduitController__factory.js'),
    unlock: unlock('Unlock/UnlockV14.json'),
    publicLock: unlock('PublicLock/PublicLockV15.json'),
    plainToken: compiled('PlainToken'),
    clone: compiled('Clone'),
  }),
);
