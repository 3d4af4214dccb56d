// SPDX-License-Identifier: MIT
// Reads questions (a JSON array) from standard input and answers each one, by code that shares
// nothing with the Java sources: a misreading of the layout in one of them shows as a difference.
// Node >= 20, no packages.
import { readFileSync } from 'node:fs';
import { Reader, Refused, address, hex, programHash } from './bytes.mjs';
import {
  checkAuxPow,
  compact,
  headerFields,
  proofFields,
  readAuxPow,
  readHeader,
  retarget,
  target,
  work,
} from './headers.mjs';
import { confirmFields, merkleRoot, readConfirm, readPartialTree, readTree } from './merkle.mjs';
import { readTransaction, transactionFields } from './transactions.mjs';

const bytes = (text) => Buffer.from(text, 'hex');

function whole(text, read) {
  const reader = new Reader(bytes(text));
  const value = read(reader);
  reader.done();
  return value;
}

function readBlock(reader) {
  const header = readHeader(reader);
  return { header, transactions: reader.list(readTransaction, reader.u32()) };
}

const readProof = (reader) => ({
  block: reader.hash(),
  height: reader.u32(),
  tree: readPartialTree(reader),
});

function multiSignature(required, all, last) {
  const byX = [...all].sort((a, b) => (a.slice(2) < b.slice(2) ? -1 : 1));
  const pushed = byX.map((key) => '21' + key).join('');
  return bytes((0x50 + required).toString(16) + pushed + (0x50 + all.length).toString(16) + last);
}

const answers = {
  header: (q) => headerFields(whole(q.hex, readHeader), q.chainId),
  auxpow: (q) => {
    const proof = whole(q.hex, readAuxPow);
    const verdict = checkAuxPow(proof, bytes(q.blockHash), q.chainId) ?? 'valid';
    return { ...proofFields(proof), verdict };
  },
  tx: (q) => transactionFields(whole(q.hex, readTransaction)),
  block: (q) => {
    const { header, transactions } = whole(q.hex, readBlock);
    const tree = merkleRoot(transactions.map((tx) => tx.id));
    return {
      ...headerFields(header, q.chainId),
      ids: transactions.map((tx) => hex(tx.id)).join(','),
      computedRoot: tree.root,
      mutated: tree.mutated,
    };
  },
  confirm: (q) => confirmFields(whole(q.hex, readConfirm)),
  merkle: (q) => merkleRoot(q.leaves.map(bytes)),
  tree: (q) => readTree(whole(q.hex, readPartialTree)),
  proof: (q) => {
    const { block, height, tree } = whole(q.hex, readProof);
    return { block, height, ...readTree(tree) };
  },
  standard: (q) => ({ address: address(programHash(0x21, bytes('21' + q.key + 'ac'))) }),
  multi: (q) => ({ address: address(programHash(0x12, multiSignature(q.required, q.keys, 'ae'))) }),
  code: (q) => ({ address: address(programHash(q.code.endsWith('ae') ? 0x12 : 0x21, bytes(q.code))) }),
  owner: (q) => ({ address: address(bytes(q.owner)) }),
  genesis: (q) => {
    const code = Buffer.concat([bytes('20'), bytes(q.hash).reverse(), bytes('af')]);
    return { address: address(programHash(0x4b, code)) };
  },
  bits: (q) => ({
    target: target(q.bits).toString(16),
    work: work(q.bits).toString(16),
    compact: compact(target(q.bits)),
    next: retarget(q.bits, q.span),
  }),
};

function answer(question) {
  try {
    return answers[question.kind](question);
  } catch (e) {
    if (e instanceof Refused) return { refused: true };
    throw e;
  }
}

const questions = JSON.parse(readFileSync(0, 'utf8'));
const text = questions.map((question) =>
  Object.fromEntries(Object.entries(answer(question)).map(([key, value]) => [key, `${value}`])),
);
process.stdout.write(JSON.stringify(text));
