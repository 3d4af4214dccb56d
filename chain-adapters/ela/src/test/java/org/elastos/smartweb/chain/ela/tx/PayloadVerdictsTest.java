// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.Refusal;
import org.junit.jupiter.api.Test;

/// Spoiled payloads: what the node's own reader takes and writes back the same is taken here, and
/// nothing else.
class PayloadVerdictsTest {
  private static final int PROPOSAL = 0x25;

  private record Case(int type, int version, String verdict, byte[] payload) {}

  @Test
  void takesExactlyTheSpoiledPayloadsThatTheNodeReadsAndWritesBack() throws IOException {
    List<Case> cases = cases();

    assertThat(cases).hasSizeGreaterThan(500);
    for (Case each : cases) {
      boolean expected = each.verdict.equals("ok") && !isOfUnknownKind(each);
      assertThat(takes(each))
          .as("%02x v%d %s", each.type, each.version, HexFormat.of().formatHex(each.payload))
          .isEqualTo(expected);
    }
  }

  /// The node reads proposals of unknown kinds as funding, and then its rules refuse them.
  private static boolean isOfUnknownKind(Case each) {
    return each.type == PROPOSAL
        && TxCodec.readTransaction(transaction(each))
            .equals(new Decoded.Refused<>(Refusal.UNSUPPORTED_PAYLOAD, 5, "proposal.kind"));
  }

  private static boolean takes(Case each) {
    if (TxCodec.readTransaction(transaction(each))
        instanceof Decoded.Value<ElaTransaction>(ElaTransaction tx)) {
      ElaWriter out = new ElaWriter();
      tx.payload().write(out);
      return Arrays.equals(out.toArray(), each.payload);
    }
    return false;
  }

  /// The payload in a transaction of nothing else.
  private static byte[] transaction(Case each) {
    return new ElaWriter()
        .u8(ElaTransaction.VERSION_9)
        .u8(each.type)
        .u8(each.version)
        .raw(each.payload)
        .raw(new byte[8])
        .toArray();
  }

  private static List<Case> cases() throws IOException {
    String file = "/vectors/ela/payload-verdicts.txt";
    try (InputStream in =
        Objects.requireNonNull(PayloadVerdictsTest.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), US_ASCII)
          .lines()
          .map(line -> line.split(" "))
          .map(parts ->
              new Case(
                  Integer.parseInt(parts[0]),
                  Integer.parseInt(parts[1]),
                  parts[2],
                  HexFormat.of().parseHex(parts[3])))
          .toList();
    }
  }
}
