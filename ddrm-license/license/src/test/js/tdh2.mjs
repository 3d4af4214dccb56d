// SPDX-License-Identifier: MIT
// The threshold key encapsulation of crypto core §2, written a second time on @noble/curves, from
// the specification and not from the Java code. Prints known answers as JSON:
//   npm ci --ignore-scripts && node tdh2.mjs > ../resources/vectors/tdh2.json
import { createCipheriv } from 'node:crypto';
import { hash_to_field } from '@noble/curves/abstract/hash-to-curve';
import { secp256k1, secp256k1_hasher } from '@noble/curves/secp256k1';
import { hkdf } from '@noble/hashes/hkdf';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils';

const Point = secp256k1.Point;
const n = Point.Fn.ORDER;
const mod = (a) => ((a % n) + n) % n;
const u = (value, size) => {
  const out = new Uint8Array(size);
  let rest = BigInt(value);
  for (let i = size - 1; i >= 0; i--, rest >>= 8n) out[i] = Number(rest & 255n);
  return out;
};
const sc = (x) => u(x, 32);
const pt = (p) => p.toBytes(true);
const LP = (...parts) => concatBytes(...parts.flatMap((p) => [u(p.length, 4), p]));
const H = (tag, ...parts) => sha256(LP(utf8ToBytes(tag), ...parts));
const Hs = (tag, ...parts) =>
  hash_to_field(LP(...parts), 1, {
    p: n, m: 1, k: 128, expand: 'xmd', hash: sha256, DST: `SMARTWEB-V1-${tag}`,
  })[0][0];

const suite = u(1, 2);
const h2 = secp256k1_hasher.hashToCurve(utf8ToBytes('smartweb/v1/tdh2/H'), {
  DST: 'SMARTWEB-V1-H-secp256k1_XMD:SHA-256_SSWU_RO_',
});
const derive = (what) => mod(BigInteger(sha256(utf8ToBytes(`tdh2 known answer ${what}`)))) || 1n;
function BigInteger(bytes) {
  return BigInt(`0x${bytesToHex(bytes)}`);
}
const lambda = (i, all) =>
  all.filter((j) => j !== i).reduce(
    (acc, j) => mod(acc * BigInt(j) * secp256k1.Point.Fn.inv(mod(BigInt(j - i)))), 1n);

function vector(name, members, threshold, epoch) {
  const coefficients = Array.from({ length: threshold }, (_, k) => derive(`${name} a${k}`));
  const share = (j) =>
    coefficients.reduceRight((acc, a) => mod(acc * BigInt(j) + a), 0n);
  const commitments = coefficients.map((a) => Point.BASE.multiply(a));
  const Y = commitments[0];
  const gk = H('smartweb/v1/group', suite, pt(Y));
  const asset = sha256(utf8ToBytes(`${name} asset`));
  const policyHash = sha256(utf8ToBytes(`${name} policy`));
  const request = sha256(utf8ToBytes(`${name} request`));
  const fileKey = sha256(utf8ToBytes(`${name} file key`));
  const label = H('smartweb/v1/label', suite, gk, asset, policyHash);

  const r = derive(`${name} r`);
  const s = derive(`${name} s`);
  const U = Point.BASE.multiply(r);
  const Ubar = h2.multiply(r);
  const S = Y.multiply(r);
  const kek = hkdf(sha256, pt(S), utf8ToBytes('smartweb/v1/kek'), LP(label, pt(U), pt(Ubar)), 32);
  const gcm = createCipheriv('aes-256-gcm', kek, new Uint8Array(12));
  gcm.setAAD(label);
  const wrap = concatBytes(gcm.update(fileKey), gcm.final(), gcm.getAuthTag());
  const e = Hs('ct', suite, label, pt(U), pt(Ubar),
    pt(Point.BASE.multiply(s)), pt(h2.multiply(s)), wrap);
  const f = mod(s + e * r);
  const header = concatBytes(suite, gk, policyHash, pt(U), pt(Ubar), sc(e), sc(f), wrap);
  const ct = H('smartweb/v1/ct', label, header);

  const partials = Array.from({ length: members }, (_, k) => k + 1).map((i) => {
    const x = share(i);
    const h = Point.BASE.multiply(x);
    const D = U.multiply(x);
    const fresh = sha256(utf8ToBytes(`${name} fresh ${i}`));
    const nonce = Hs('nonce', sc(x), fresh, ct, u(epoch, 8), u(i, 2), request);
    const c = Hs('partial', ct, u(epoch, 8), u(i, 2), request, pt(h), pt(U), pt(D),
      pt(Point.BASE.multiply(nonce)), pt(U.multiply(nonce)));
    const z = mod(nonce + c * x);
    const encoded = concatBytes(pt(D), sc(c), sc(z));
    return {
      index: i, share: bytesToHex(sc(x)), publicShare: bytesToHex(pt(h)),
      fresh: bytesToHex(fresh), partial: bytesToHex(encoded),
      hash: bytesToHex(H('smartweb/v1/ph', pt(D), sc(c), sc(z))),
    };
  });
  const first = partials.slice(0, threshold).map((p) => p.index);
  const joined = first
    .map((i) => U.multiply(share(i)).multiply(lambda(i, first)))
    .reduce((a, b) => a.add(b));
  if (!joined.equals(S)) throw new Error('the shares do not join');
  return {
    name, members, threshold, epoch,
    coefficients: coefficients.map((a) => bytesToHex(sc(a))),
    publicData: bytesToHex(concatBytes(
      ...commitments.map(pt), ...partials.map((p) => hexToBytes(p.publicShare)))),
    gk: bytesToHex(gk), asset: bytesToHex(asset), policyHash: bytesToHex(policyHash),
    request: bytesToHex(request), fileKey: bytesToHex(fileKey), label: bytesToHex(label),
    r: bytesToHex(sc(r)), s: bytesToHex(sc(s)), header: bytesToHex(header), ct: bytesToHex(ct),
    partials,
  };
}

console.log(JSON.stringify({
  source: 'src/test/js/tdh2.mjs on @noble/curves 1.9.7',
  h2: bytesToHex(pt(h2)),
  vectors: [vector('one of one', 1, 1, 1), vector('three of five', 5, 3, 1),
    vector('four of seven', 7, 4, 9)],
}, null, 1));
