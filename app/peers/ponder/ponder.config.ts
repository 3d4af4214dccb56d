// SPDX-License-Identifier: MIT
import { createConfig } from "ponder";

const address = process.env.BENCH_CONTRACT as `0x${string}`;
const database = process.env.DATABASE_URL;

export default createConfig({
  database: database ? { kind: "postgres", connectionString: database } : { kind: "pglite" },
  chains: { bench: { id: 31337, rpc: process.env.BENCH_RPC, maxRequestsPerSecond: 1000 } },
  contracts: {
    Emitter: {
      abi: [
        {
          type: "event",
          name: "Transfer",
          inputs: [
            { name: "from", type: "address", indexed: true },
            { name: "to", type: "address", indexed: true },
            { name: "value", type: "uint256", indexed: false },
          ],
        },
      ] as const,
      chain: "bench",
      address,
      startBlock: 0,
      endBlock: Number(process.env.BENCH_END),
    },
  },
});
