// SPDX-License-Identifier: MIT
// Headers, merge-mining proofs and difficulty, written from the layout and the rules alone.
import { Refused, hex, reversed, sha256d } from './bytes.mjs';

const U32 = 0x100000000n;
const LIMIT = (1n << 255n) - 1n;

export function readAuxPow(reader) {
  const start = reader.at;
  const version = reader.i32();
  const inputs = reader.list((r) => ({
    previous: r.hash(),
    index: r.u32(),
    script: r.varBytes(10000),
    sequence: r.u32(),
  }));
  const outputs = reader.list((r) => ({ value: r.i64(), script: r.varBytes(10000) }));
  const lockTime = reader.u32();
  const coinbase = reader.buffer.subarray(start, reader.at);
  const proof = { version, inputs, outputs, lockTime, coinbase };
  proof.parentHash = reader.hash();
  proof.coinbaseBranch = reader.list((r) => r.take(32));
  proof.coinbaseIndex = reader.u32();
  proof.auxBranch = reader.list((r) => r.take(32));
  proof.auxIndex = reader.u32();
  proof.parentHeader = reader.take(80);
  return proof;
}

export function readHeader(reader) {
  const fields = reader.buffer.subarray(reader.at, reader.at + 84);
  const header = {
    version: reader.u32(),
    previous: reader.hash(),
    merkleRoot: reader.hash(),
    timestamp: reader.u32(),
    bits: reader.u32(),
    nonce: reader.u32(),
    height: reader.u32(),
    hash: sha256d(fields),
  };
  header.auxPow = readAuxPow(reader);
  if (reader.u8() !== 1) throw new Refused('marker');
  return header;
}

export const proofFields = (proof) => ({
  coinbaseVersion: proof.version,
  coinbaseInputs: proof.inputs.length,
  coinbaseOutputs: proof.outputs.length,
  coinbaseHash: hex(sha256d(proof.coinbase)),
  script: proof.inputs.length ? hex(proof.inputs[0].script) : '',
  parentHash: proof.parentHash,
  coinbaseLevels: proof.coinbaseBranch.length,
  coinbaseIndex: proof.coinbaseIndex,
  auxLevels: proof.auxBranch.length,
  auxIndex: proof.auxIndex,
  parentHeaderHash: hex(sha256d(proof.parentHeader)),
  parentRoot: hex(proof.parentHeader.subarray(36, 68)),
});

export function headerFields(header, chainId) {
  const { auxPow, hash, ...plain } = header;
  return {
    ...plain,
    hash: hex(hash),
    display: hex(reversed(hash)),
    ...proofFields(auxPow),
    verdict: checkWork(header) ?? checkAuxPow(auxPow, hash, chainId) ?? 'valid',
  };
}

/** The number that compact bits stand for, negative ones included. */
export function target(bits) {
  const exponent = bits >>> 24;
  const mantissa = BigInt(bits & 0x7fffff);
  const value =
    exponent <= 3
      ? mantissa >> BigInt(8 * (3 - exponent))
      : mantissa << BigInt(8 * (exponent - 3));
  return bits & 0x800000 ? -value : value;
}

export function compact(value) {
  if (value === 0n) return 0;
  let size = Math.ceil(value.toString(16).length / 2);
  let mantissa =
    size <= 3 ? value << BigInt(8 * (3 - size)) : value >> BigInt(8 * (size - 3));
  if (mantissa & 0x800000n) {
    mantissa >>= 8n;
    size++;
  }
  return Number(mantissa) + size * 0x1000000;
}

export function retarget(bits, span) {
  const clamped = BigInt(Math.max(21600, Math.min(345600, span)));
  const next = (target(bits) * clamped) / 86400n;
  return compact(next > LIMIT ? LIMIT : next);
}

export const work = (bits) => (1n << 256n) / (target(bits) + 1n);

function checkWork(header) {
  const goal = target(header.bits);
  if (goal <= 0n || goal > LIMIT) return 'target_out_of_range';
  const number = BigInt('0x' + hex(reversed(sha256d(header.auxPow.parentHeader))));
  return number > goal ? 'work_too_low' : undefined;
}

function fold(leaf, branch, index) {
  let hash = leaf;
  let bits = BigInt(index);
  for (const sibling of branch) {
    hash = sha256d(Buffer.concat(bits & 1n ? [sibling, hash] : [hash, sibling]));
    bits >>= 1n;
  }
  return hash;
}

function expectedIndex(nonce, chainId, levels) {
  let mixed = (BigInt(nonce) * 1103515245n + 12345n) % U32;
  mixed = (mixed + BigInt(chainId)) % U32;
  mixed = (mixed * 1103515245n + 12345n) % U32;
  return mixed % (1n << BigInt(levels));
}

/** The code of the first rule that a proof breaks. Searches the hexadecimal text, as the node does. */
export function checkAuxPow(proof, blockHash, chainId) {
  if (proof.inputs.length === 0) return 'aux_coinbase_empty';
  if (proof.coinbaseBranch.length > 32) return 'aux_branch_too_long';
  if (proof.coinbaseIndex !== 0) return 'aux_coinbase_index';
  const root = fold(sha256d(proof.coinbase), proof.coinbaseBranch, proof.coinbaseIndex);
  if (!root.equals(proof.parentHeader.subarray(36, 68))) return 'aux_coinbase_branch';
  if (proof.auxBranch.length > 30) return 'aux_branch_too_long';
  const script = proof.inputs[0].script;
  const text = hex(script);
  const magics = [];
  for (let at = text.indexOf('fabe6d6d'); at >= 0; at = text.indexOf('fabe6d6d', at + 1)) {
    magics.push(at);
  }
  if (!magics.some((at) => at % 2 === 0)) return 'aux_magic_missing';
  if (magics.length > 1) return 'aux_magic_twice';
  const needle = hex(reversed(fold(reversed(blockHash), proof.auxBranch, proof.auxIndex)));
  const place = magics[0] + 8;
  if (text.indexOf(needle) !== place) return 'aux_root_misplaced';
  const end = (place + 64) / 2;
  if (script.length - end < 8) return 'aux_trailer_short';
  if (BigInt(script.readUInt32LE(end)) !== 1n << BigInt(proof.auxBranch.length)) {
    return 'aux_tree_size';
  }
  const index = expectedIndex(script.readUInt32LE(end + 4), chainId, proof.auxBranch.length);
  return BigInt(proof.auxIndex) === index ? undefined : 'aux_chain_id';
}
