// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.CborMapBuilder;

/// Reads a policy's text into its encoding, whose reader then judges it: so both forms have the
/// same bounds. Not thread-safe.
final class PolicyParser {
  private final PolicyScanner in;

  PolicyParser(PolicyScanner in) {
    this.in = in;
  }

  Policy policy() {
    in.word("smartweb-policy", "the heading " + PolicyText.HEADING);
    in.word("1", "version 1");
    List<Way> ways = new ArrayList<>();
    while (!in.atEnd()) {
      ways.add(way());
    }
    return new Policy(ways);
  }

  private Way way() {
    in.word("play", "a way, which begins with play");
    CborMapBuilder grant = Cbor.map().put("t", "play").put("secs", seconds());
    String next = in.word("rental, lease, final or fresh");
    if (next.equals("rental")) {
      grant.put("rent", seconds());
      next = in.word("lease, final or fresh");
    }
    if (next.equals("lease")) {
      grant.put("lease", seconds());
      next = in.word("final or fresh");
    }
    Grant given = Grant.fromCbor(grant.build());
    Freshness freshness = Freshness.fromCode(next);
    Cbor condition = condition(Condition.MAX_DEPTH);
    return new Way(Condition.fromCbor(condition), given, freshness);
  }

  private Cbor seconds() {
    return ConditionText.Type.UINT.read(in.word("a number of seconds"));
  }

  private Cbor condition(int deepest) {
    if (deepest == 0) {
      throw new CborException("conditions nest up to 5 deep");
    }
    String kind = in.word("a condition");
    in.sign('(');
    CborMapBuilder map = Cbor.map().put("t", kind);
    switch (kind) {
      case "all", "any", "not" -> map.put("of", members(deepest - 1));
      case "least" -> {
        map.put("k", ConditionText.Type.UINT.read(in.word("how many must hold")));
        in.sign(',');
        map.put("of", members(deepest - 1));
      }
      case "wallets" -> map.put("of", ConditionText.Type.HEX.read(wallets()));
      default -> fields(ConditionText.of(kind), map);
    }
    in.sign(')');
    return map.build();
  }

  private Cbor members(int deepest) {
    List<Cbor> members = new ArrayList<>();
    do {
      members.add(condition(deepest));
    } while (in.takes(','));
    return Cbor.array(members);
  }

  private String wallets() {
    StringBuilder packed = new StringBuilder("0x");
    do {
      String wallet = in.word("a wallet's address");
      if (wallet.length() != ConditionText.ADDRESS_CHARS || !wallet.startsWith("0x")) {
        throw new CborException("a wallet's address is 0x and 40 digits");
      }
      packed.append(wallet.substring(2));
    } while (in.takes(','));
    return packed.toString();
  }

  private void fields(ConditionText.Kind kind, CborMapBuilder map) {
    boolean first = true;
    for (ConditionText.Field field : kind.fields()) {
      if (!first) {
        in.sign(',');
      }
      first = false;
      map.put(field.key(), field.type().read(in.word(field.type().meaning())));
    }
  }
}
