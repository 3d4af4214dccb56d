// SPDX-License-Identifier: MIT
// Compiles solidity/src with the pinned compiler and turns the output into artifacts. Pure: writes nothing.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(join(root, 'package.json'));

const SOURCES = 'solidity/src';
export const CONTRACTS = [
  'Channel',
  'ChannelFactory',
  'ChannelGasless',
  'ChannelOffice',
  'ChannelTrade',
  'ChannelViews',
  'CommitteeTreasury',
  'CounterfactualCheck',
  'DevUsd',
  'LicenseCommittee',
];
// A channel answers more than its own code does: the rest is in the modules that its code names.
const ANSWERS = { Channel: 'IChannel' };
export const MODULES = ['ChannelGasless', 'ChannelOffice', 'ChannelTrade', 'ChannelViews'];
const TEST_ACCOUNTS = 'solidity/test/support/Accounts.sol';
export const MAX_RUNTIME = 24_576;

// The same as in foundry.toml: `evmVersion` is what the oldest target chain runs.
export const SETTINGS = {
  evmVersion: 'shanghai',
  metadata: { appendCBOR: false, bytecodeHash: 'none' },
  optimizer: { enabled: true, runs: 1_000_000 },
  remappings: ['solady/=node_modules/solady/src/'],
  viaIR: false,
};

const OUTPUT = [
  'abi',
  'evm.bytecode.object',
  'evm.deployedBytecode.object',
  'evm.deployedBytecode.immutableReferences',
  'evm.methodIdentifiers',
];

export function sources() {
  return readdirSync(join(root, SOURCES))
    .filter((name) => name.endsWith('.sol'))
    .sort()
    .map((name) => `${SOURCES}/${name}`);
}

/// SHA-256 over every compiled file's path and text, in the order of their paths.
function sourceHash(used) {
  const hash = createHash('sha256');
  for (const path of [...used].sort()) {
    hash.update(`${path}\0`).update(readFileSync(join(root, path))).update('\0');
  }
  return hash.digest('hex');
}

/// Returns a map from contract name to artifact, or throws with the compiler's messages.
export function compile() {
  const solc = require('solc');
  const used = new Set(sources());
  const output = run(solc, used);
  const names = new Map();
  for (const source of Object.values(output.sources)) nameImmutables(source.ast, names);
  const compiled = (name) => output.contracts[`${SOURCES}/${name}.sol`][name];
  requireAnswered(compiled('IChannel'), ['Channel', ...MODULES].map(compiled));
  const build = { compiler: solc.version(), hash: sourceHash(used), names };
  return new Map(CONTRACTS.map((name) => [name, artifact(name, compiled(name), compiled(ANSWERS[name] ?? name), build)]));
}

/// Every function of the interface is in exactly one code, as it says, and no code has others.
function requireAnswered(wanted, codes) {
  const key = (entry) => `${entry.name}(${entry.inputs.map((each) => each.type)})(${entry.outputs.map((each) => each.type)})`;
  const functions = (code) => code.abi.filter((entry) => entry.type === 'function').map(key);
  const found = codes.flatMap(functions).sort();
  const missing = functions(wanted).filter((each) => !found.includes(each));
  const other = found.filter((each, at) => !functions(wanted).includes(each) || found[at + 1] === each);
  if (missing.length + other.length > 0) {
    throw new Error(`a channel's codes do not answer ${missing.join(', ') || 'nothing'}; too many: ${other.join(', ')}`);
  }
}

/// Returns a map from name to creation code of the accounts that tests in Java deploy.
export function compileTestAccounts() {
  const compiled = run(require('solc'), new Set([TEST_ACCOUNTS])).contracts[TEST_ACCOUNTS];
  return new Map(Object.entries(compiled).map(([name, { evm }]) => [name, evm.bytecode.object]));
}

/// Compiles the files, and adds to them those that they use.
function run(solc, used) {
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries([...used].map((path) => [path, { content: readFileSync(join(root, path), 'utf8') }])),
    settings: { ...SETTINGS, outputSelection: { '*': { '': ['ast'], '*': OUTPUT } } },
  };
  const load = (path) => {
    const file = join(root, path);
    if (!existsSync(file)) return { error: `no such file: ${path}` };
    used.add(path);
    return { contents: readFileSync(file, 'utf8') };
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: load }));
  const problems = (output.errors ?? []).filter((each) => each.severity !== 'info');
  if (problems.length > 0) throw new Error(problems.map((each) => each.formattedMessage).join('\n'));
  return output;
}

/// The compiler numbers immutables by their declarations: finds what each is called.
function nameImmutables(node, names) {
  if (node === null || typeof node !== 'object') return;
  if (node.nodeType === 'VariableDeclaration' && node.mutability === 'immutable') names.set(String(node.id), node.name);
  for (const child of Object.values(node)) nameImmutables(child, names);
}

/// Where the constructor's values stand in the runtime code, 32 bytes each, by name.
function immutables(references, names) {
  const found = Object.entries(references ?? {}).map(([id, places]) => {
    if (places.some((place) => place.length !== 32)) throw new Error(`${names.get(id)}: an immutable of another length`);
    return { name: names.get(id), offsets: places.map((place) => place.start).sort((a, b) => a - b) };
  });
  if (new Set(found.map((each) => each.name)).size !== found.length) throw new Error('two immutables of one name');
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/// `answers` is what callers see: the contract itself, or the interface of all that it answers.
function artifact(name, compiled, answers, build) {
  const runtime = compiled.evm.deployedBytecode.object;
  if (runtime.length / 2 >= MAX_RUNTIME) {
    throw new Error(`${name}: runtime code has ${runtime.length / 2} bytes, the limit is below ${MAX_RUNTIME}`);
  }
  return {
    contract: name,
    compiler: build.compiler,
    settings: SETTINGS,
    sourceHash: build.hash,
    abi: answers === compiled ? compiled.abi : [...compiled.abi.filter((each) => each.type === 'constructor'), ...answers.abi],
    methods: answers.evm.methodIdentifiers,
    runtimeBytes: runtime.length / 2,
    creationCode: `0x${compiled.evm.bytecode.object}`,
    runtimeCode: `0x${runtime}`,
    immutables: immutables(compiled.evm.deployedBytecode.immutableReferences, build.names),
  };
}
