// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.tx.ElaBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxCodec;
import org.elastos.smartweb.chain.ela.tx.TxInput;
import org.elastos.smartweb.chain.mainchain.OutputId;

/// Values that nodes give as their bytes in hexadecimal. What has a hash must have the one that was
/// asked for. Stateless.
final class RawAnswers {
  /// What the largest block takes: header and body, and the count between them.
  static final RpcShape BLOCK = RpcShape.bytes(ElaBlock.MOST_BYTES);

  /// As large as a block, because a transaction may fill it.
  static final RpcShape TRANSACTION = RpcShape.bytes(ElaBlock.MOST_BYTES);

  /// Far more than 255 votes.
  static final RpcShape CONFIRM = RpcShape.bytes(1 << 16);

  private RawAnswers() {}

  static ElaTransaction transaction(RpcValue answer, Hash256 txid) {
    ElaTransaction transaction = whole(answer, TxCodec.readTransaction(answer.bytes()));
    if (!transaction.txid().equals(txid)) {
      throw answer.fault("another transaction than asked for");
    }
    return transaction;
  }

  static ElaBlock block(RpcValue answer, Hash256 hash) {
    ElaBlock block = whole(answer, TxCodec.readBlock(answer.bytes()));
    if (!block.header().hash().equals(hash)) {
      throw answer.fault("another block than asked for");
    }
    return block;
  }

  static Confirm confirm(RpcValue answer) {
    return whole(answer, ElaCodec.readConfirm(answer.bytes()));
  }

  /// A list of inputs as `getamountbyinputs` takes it.
  static Bytes inputs(List<OutputId> outputs) {
    return new ElaWriter()
        .list(
            outputs,
            (to, output) ->
                new TxInput(output.txid(), output.index(), TxInput.FINAL_SEQUENCE).write(to))
        .toBytes();
  }

  private static <T> T whole(RpcValue answer, Decoded<T> decoded) {
    return switch (decoded) {
      case Decoded.Value<T>(T value) -> value;
      case Decoded.Refused<T>(var code, var _, var field) ->
          throw answer.fault(code.code() + " at " + field);
    };
  }
}
