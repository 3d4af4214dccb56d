// SPDX-License-Identifier: MIT
// Primitives of the wire, written from the layout alone.
import { createHash } from 'node:crypto';

export const hex = (buffer) => Buffer.from(buffer).toString('hex');
export const sha256 = (buffer) => createHash('sha256').update(buffer).digest();
export const sha256d = (buffer) => sha256(sha256(buffer));
export const ripemd160 = (buffer) => createHash('ripemd160').update(buffer).digest();
export const reversed = (buffer) => Buffer.from(buffer).reverse();

/** Thrown for bytes that are no value. */
export class Refused extends Error {}

export class Reader {
  constructor(buffer) {
    this.buffer = buffer;
    this.at = 0;
  }

  take(count) {
    if (count > this.buffer.length - this.at) throw new Refused('truncated');
    this.at += count;
    return this.buffer.subarray(this.at - count, this.at);
  }

  u8() {
    return this.take(1)[0];
  }

  u16() {
    return this.take(2).readUInt16LE();
  }

  u32() {
    return this.take(4).readUInt32LE();
  }

  i32() {
    return this.take(4).readInt32LE();
  }

  u64() {
    return this.take(8).readBigUInt64LE();
  }

  i64() {
    return this.take(8).readBigInt64LE();
  }

  bool() {
    const value = this.u8();
    if (value > 1) throw new Refused('boolean');
    return value === 1;
  }

  varUint() {
    const first = this.u8();
    if (first < 0xfd) return BigInt(first);
    if (first === 0xfd) return this.atLeast(BigInt(this.u16()), 0xfdn);
    if (first === 0xfe) return this.atLeast(BigInt(this.u32()), 0x10000n);
    return this.atLeast(this.u64(), 0x100000000n);
  }

  atLeast(value, least) {
    if (value < least) throw new Refused('not the shortest form');
    return value;
  }

  varBytes(limit) {
    const length = this.varUint();
    if (length > BigInt(limit)) throw new Refused('too long');
    return this.take(Number(length));
  }

  hash() {
    return hex(this.take(32));
  }

  list(read, count = this.varUint()) {
    const items = [];
    for (let i = 0n; i < BigInt(count); i++) items.push(read(this));
    return items;
  }

  done() {
    if (this.at !== this.buffer.length) throw new Refused('trailing bytes');
  }
}

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** 21 bytes to an address: checksum behind, then one big number in base 58. */
export function address(programHash) {
  const bytes = Buffer.concat([programHash, sha256d(programHash).subarray(0, 4)]);
  let number = BigInt('0x' + hex(bytes));
  let text = '';
  for (; number > 0n; number /= 58n) text = ALPHABET[Number(number % 58n)] + text;
  return text;
}

export const programHash = (prefix, code) =>
  Buffer.concat([Buffer.from([prefix]), ripemd160(sha256(code))]);
