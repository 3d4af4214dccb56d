// SPDX-License-Identifier: MIT
// Transactions, written from the layout alone. Types that the layout does not spell out are refused.
import { Refused, address, hex, reversed, sha256d } from './bytes.mjs';

const TEXT = 1 << 24;
const keys = (reader) => reader.list((r) => hex(r.varBytes(33))).join(',');
const text = (reader) => hex(reader.varBytes(TEXT));

/** By type, then by payload version where it matters. */
const PAYLOADS = {
  0x00: (r) => ({ minerInfo: text(r) }),
  0x01: (r) => ({
    name: text(r),
    description: text(r),
    precision: r.u8(),
    assetType: r.u8(),
    recordType: r.u8(),
    amount: r.i64(),
    controller: hex(r.take(21)),
  }),
  0x02: () => ({}),
  0x03: (r) => ({ kind: text(r), content: text(r) }),
  0x05: (r) => ({
    blockHash: r.hash(),
    genesisHash: r.hash(),
    height: r.u32(),
    signature: text(r),
  }),
  0x07: (r, version) => {
    if (version === 0) {
      return {
        blockHeight: r.u32(),
        genesisAddress: text(r),
        sideTransactions: r.list((each) => each.hash()).join(','),
      };
    }
    if (version === 1) return {};
    if (version === 2) return { signers: text(r) };
    throw new Refused('payload version');
  },
  0x08: (r, version) => {
    if (version === 1) return {};
    if (version !== 0) throw new Refused('payload version');
    return {
      targets: r
        .list((each) => [text(each), each.varUint(), each.i64()].join(' '))
        .join(','),
    };
  },
  0x14: (r, version) => {
    if (version > 1) throw new Refused('payload version');
    return {
      workingHeight: r.u32(),
      councilKeys: keys(r),
      producerKeys: keys(r),
      ...(version === 1 ? { completeCouncilKeys: keys(r) } : {}),
    };
  },
  0x41: (r) => ({ reason: r.u8(), workingHeight: r.u32() }),
  0x42: (r) => ({ interval: r.u32(), revertedAt: r.u32() }),
  0x51: (r, version) => {
    if (version === 0) return {};
    if (version === 1) return { signers: text(r) };
    throw new Refused('payload version');
  },
};

function readVotes(reader) {
  const version = reader.u8();
  const contents = reader.list((r) => {
    const kind = r.u8();
    const candidates = r.list((each) => {
      const key = text(each);
      return version >= 1 ? `${key}=${each.i64()}` : key;
    });
    return `${kind}(${candidates.join(',')})`;
  });
  return { version, contents: contents.join(',') };
}

function versioned(reader, rest) {
  if (reader.u8() !== 0) throw new Refused('output payload version');
  return rest(reader);
}

const OUTPUTS = [
  () => ({}),
  readVotes,
  (r) => ({ version: r.u8(), ownerKey: text(r), sideProducer: text(r), signature: text(r) }),
  (r) => versioned(r, () => ({ target: text(r), amount: r.i64(), data: hex(r.varBytes(1024)) })),
  (r) => versioned(r, () => ({ genesis: text(r), side: r.hash(), data: hex(r.varBytes(1024)) })),
  (r) => versioned(r, () => ({ genesis: text(r), deposit: r.hash() })),
  readVotes,
  (r) => versioned(r, () => ({ stake: hex(r.take(21)) })),
];

function readOutput(reader, typed) {
  const output = {
    asset: reader.hash(),
    value: reader.i64(),
    lock: reader.u32(),
  };
  const owner = reader.take(21);
  output.owner = hex(owner);
  output.address = address(owner);
  output.type = typed ? reader.u8() : 0;
  const payload = OUTPUTS[output.type];
  if (payload === undefined) throw new Refused('output type');
  return { ...output, ...payload(reader) };
}

export function readTransaction(reader) {
  const start = reader.at;
  const first = reader.u8();
  const typed = first >= 9;
  const type = typed ? reader.u8() : first;
  const payloadVersion = reader.u8();
  const payload = PAYLOADS[type];
  if (payload === undefined) throw new Refused('transaction type');
  const tx = { version: typed ? first : 0, type, payloadVersion };
  tx.payload = payload(reader, payloadVersion);
  tx.attributes = reader.list((r) => `${r.u8()} ${text(r)}`);
  tx.inputs = reader.list((r) => [r.hash(), r.u16(), r.u32()].join(' '));
  tx.outputs = reader.list((r) => readOutput(r, typed));
  tx.lockTime = reader.u32();
  tx.id = sha256d(reader.buffer.subarray(start, reader.at));
  tx.programs = reader.list((r) => `${hex(r.varBytes(20000))} ${hex(r.varBytes(10000))}`);
  return tx;
}

const joined = (fields) =>
  Object.entries(fields)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');

export const transactionFields = (tx) => ({
  version: tx.version,
  type: tx.type,
  payloadVersion: tx.payloadVersion,
  payload: joined(tx.payload),
  attributes: tx.attributes.join('\n'),
  inputs: tx.inputs.join('\n'),
  outputs: tx.outputs.map(joined).join('\n'),
  lockTime: tx.lockTime,
  programs: tx.programs.join('\n'),
  txid: hex(tx.id),
  display: hex(reversed(tx.id)),
});
