// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import java.util.Optional;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.build.Spendable;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxCodec;

/// Turns the names of outputs, such as a node lists them, into what can be spent: each from its own
/// transaction in a final block of the verified chain, whatever the node said that it is worth.
/// Thread-safe.
public final class ProvenOutputs {
  private final Mainchain chain;

  public ProvenOutputs(Mainchain chain) {
    this.chain = chain;
  }

  /// The output; empty when its transaction is in no final block, or has no such output. That it is
  /// unspent, the chain decides when it is spent.
  public Optional<Spendable> find(OutputId output) {
    return chain.transaction(output.txid())
                instanceof
                TransactionReading.Included(KeptTransaction kept, long _, long _, boolean settled)
            && settled
            && TxCodec.readTransaction(kept.body().bytes())
                instanceof Decoded.Value<ElaTransaction>(ElaTransaction transaction)
        ? Spendable.named(output.txid(), output.index(), transaction)
        : Optional.empty();
  }
}
