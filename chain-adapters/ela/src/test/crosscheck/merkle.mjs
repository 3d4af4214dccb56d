// SPDX-License-Identifier: MIT
// Merkle roots, partial trees and confirms, written from the layout and the rules alone.
import { createPublicKey, ECDH, verify } from 'node:crypto';
import { hex, sha256d } from './bytes.mjs';

const join = (left, right) => sha256d(Buffer.concat([left, right]));

export function merkleRoot(leaves) {
  let level = leaves;
  let mutated = false;
  while (level.length > 1) {
    const above = [];
    for (let i = 0; i < level.length; i += 2) {
      const right = level[i + 1];
      if (right !== undefined && right.equals(level[i])) mutated = true;
      above.push(join(level[i], right ?? level[i]));
    }
    level = above;
  }
  return { root: hex(level[0]), mutated };
}

export const readPartialTree = (reader) => ({
  transactions: reader.u32(),
  hashes: reader.list((r) => r.take(32), reader.u32()),
  flags: reader.varBytes(5000),
});

/** Root and matches of a partial tree, or the code of what is wrong with it. */
export function readTree({ transactions, hashes, flags }) {
  if (transactions === 0) return { verdict: 'merkle_empty' };
  if (transactions > 10000) return { verdict: 'merkle_too_many' };
  const width = (height) => Math.ceil(transactions / 2 ** height);
  const bits = [...flags].flatMap((byte) => [0, 1, 2, 3, 4, 5, 6, 7].map((i) => (byte >> i) & 1));
  const matches = [];
  let bit = 0;
  let next = 0;
  let broken = false;
  let mutated = false;
  const visit = (height, position) => {
    if (bit >= bits.length) broken = true;
    if (broken) return Buffer.alloc(32);
    const marked = bits[bit++] === 1;
    if (height === 0 || !marked) {
      if (next >= hashes.length) {
        broken = true;
        return Buffer.alloc(32);
      }
      if (marked) matches.push(`${position}:${hex(hashes[next])}`);
      return hashes[next++];
    }
    const left = visit(height - 1, 2 * position);
    if (2 * position + 1 >= width(height - 1)) return join(left, left);
    const right = visit(height - 1, 2 * position + 1);
    if (!broken && left.equals(right)) mutated = true;
    return join(left, right);
  };
  let height = 0;
  while (width(height) > 1) height++;
  const root = visit(height, 0);
  if (mutated) return { verdict: 'merkle_mutated' };
  const spare = bits.slice(bit);
  if (broken || next !== hashes.length || spare.length > 7 || spare.includes(1)) {
    return { verdict: 'merkle_tree_shape' };
  }
  return { verdict: 'valid', root: hex(root), matches: matches.join(',') };
}

export function readConfirm(reader) {
  const start = reader.at;
  const proposal = {
    sponsor: reader.varBytes(33),
    blockHash: reader.hash(),
    viewOffset: reader.u32(),
  };
  const unsigned = reader.buffer.subarray(start, reader.at);
  proposal.hash = sha256d(unsigned);
  proposal.holds = signed(proposal.sponsor, unsigned, reader.varBytes(64));
  const votes = reader.list((r) => {
    const from = r.at;
    const vote = { proposalHash: r.hash(), signer: r.varBytes(33), accept: r.bool() };
    const bytes = r.buffer.subarray(from, r.at);
    vote.holds = signed(vote.signer, bytes, r.varBytes(64));
    return vote;
  }, reader.u64());
  return { proposal, votes };
}

export const confirmFields = ({ proposal, votes }) => ({
  sponsor: hex(proposal.sponsor),
  blockHash: proposal.blockHash,
  viewOffset: proposal.viewOffset,
  proposalHash: hex(proposal.hash),
  proposalHolds: proposal.holds,
  votes: votes
    .map((v) => [v.proposalHash, hex(v.signer), v.accept, v.holds].join(' '))
    .join('\n'),
});

/** Whether 64 bytes are a signature of a compressed P-256 key over SHA-256 of the message. */
export function signed(key, message, signature) {
  if (key.length !== 33 || signature.length !== 64) return false;
  try {
    const point = ECDH.convertKey(key, 'prime256v1', undefined, undefined, 'uncompressed');
    const publicKey = createPublicKey({
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: point.subarray(1, 33).toString('base64url'),
        y: point.subarray(33).toString('base64url'),
      },
      format: 'jwk',
    });
    return verify('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    return false;
  }
}
