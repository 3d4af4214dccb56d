// SPDX-License-Identifier: MIT
import { ponder } from "ponder:registry";
import { transfer } from "ponder:schema";

ponder.on("Emitter:Transfer", async ({ event, context }) => {
  await context.db.insert(transfer).values({
    id: event.id,
    block: event.block.number,
    from: event.args.from,
    to: event.args.to,
    value: event.args.value,
  });
});
