// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.ela;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.ela.AuxPow;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.DposHeader;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.Refusal;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaBlock;
import org.elastos.smartweb.chain.ela.tx.TxCodec;

/// Reads the chain's values for commands: the value, or a failure with the codec's stable code, the
/// byte and the field. Stateless.
public final class Decoding {
  private Decoding() {}

  /// A header and, where one follows as in peers' messages, its confirm.
  public record HeaderRead(ElaHeader header, Optional<Confirm> confirm) {}

  /// Reads a header, with or without a confirm behind it.
  public static HeaderRead header(byte[] bytes) {
    Decoded<ElaHeader> plain = ElaCodec.readHeader(bytes);
    if (hasMore(plain)) {
      DposHeader longer = required(ElaCodec.readDposHeader(bytes));
      return new HeaderRead(longer.header(), longer.confirm());
    }
    return new HeaderRead(required(plain), Optional.empty());
  }

  /// A header as a map, with its confirm where it has one.
  public static Map<String, Object> headerView(byte[] bytes, int chainId) {
    HeaderRead read = header(bytes);
    Map<String, Object> map = new LinkedHashMap<>(ElaView.header(read.header, chainId));
    read.confirm.ifPresent(confirm -> map.put("confirm", ElaView.confirm(confirm)));
    return map;
  }

  /// A block as a map, with or without a confirm behind it.
  public static Map<String, Object> blockView(byte[] bytes, int chainId) {
    Decoded<ElaBlock> plain = TxCodec.readBlock(bytes);
    if (hasMore(plain)) {
      DposBlock longer = required(TxCodec.readDposBlock(bytes));
      Map<String, Object> map = new LinkedHashMap<>(ElaView.block(longer.block(), chainId));
      longer.confirm().ifPresent(confirm -> map.put("confirm", ElaView.confirm(confirm)));
      return map;
    }
    return ElaView.block(required(plain), chainId);
  }

  /// A transaction as a map.
  public static Map<String, Object> transactionView(byte[] bytes) {
    return ElaView.transaction(required(TxCodec.readTransaction(bytes)));
  }

  /// A merge-mining proof.
  public static AuxPow auxPow(byte[] bytes) {
    return required(ElaCodec.readAuxPow(bytes));
  }

  /// A confirm as a map.
  public static Map<String, Object> confirmView(byte[] bytes) {
    return ElaView.confirm(required(ElaCodec.readConfirm(bytes)));
  }

  /// The value.
  ///
  /// @throws CommandFailure with the refusal's code
  public static <T> T required(Decoded<T> decoded) {
    return switch (decoded) {
      case Decoded.Value<T>(T value) -> value;
      case Decoded.Refused<T>(Refusal code, int offset, String field) ->
          throw new CommandFailure(
              code.code(),
              "these bytes are no such value: " + code.code() + " in " + field,
              "check what the bytes are; smartweb ela decode --help lists the kinds",
              Map.of("offset", offset, "field", field));
    };
  }

  private static boolean hasMore(Decoded<?> decoded) {
    return decoded instanceof Decoded.Refused<?>(Refusal code, int _, String _)
        && code == Refusal.TRAILING_BYTES;
  }
}
