// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.ddrm.AssetId;

/// Takes a delegation's text apart; the caller compares the text of what was read with what came
/// in, which refuses every other spelling. Stateless.
final class DelegationParser {
  private static final int MAX_CHARS = 16_384;
  private static final int FIRST_RESOURCE = 13;
  private static final String GREETING = " wants you to sign in with your Ethereum account:";
  private static final String GROUP = "- urn:smartweb:group:";
  private static final String ASSET = "- urn:smartweb:asset:";

  private DelegationParser() {}

  static Optional<Delegation> parse(String text) {
    if (text.length() > MAX_CHARS) {
      return Optional.empty();
    }
    List<String> lines = Arrays.asList(text.split("\n", -1));
    if (lines.size() < FIRST_RESOURCE + 1 || !lines.get(0).endsWith(GREETING)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(lines));
    } catch (IllegalArgumentException | DateTimeException otherwise) {
      return Optional.empty();
    }
  }

  private static Delegation read(List<String> lines) {
    String first = lines.get(0);
    String domain = first.substring(0, first.length() - GREETING.length());
    Delegation.Signer signer =
        new Delegation.Signer(
            EvmAddress.fromHex(lines.get(1)),
            new ChainId(Long.parseLong(after(lines.get(7), "Chain ID: "))));
    Delegation.Validity validity =
        new Delegation.Validity(
            Instant.parse(after(lines.get(9), "Issued At: ")),
            Instant.parse(after(lines.get(10), "Expiration Time: ")),
            Bytes.fromHex(after(lines.get(8), "Nonce: ")));
    return new Delegation(domain, signer, validity, scope(lines));
  }

  private static Delegation.Scope scope(List<String> lines) {
    Bytes device = Bytes.fromHex(after(lines.get(12), "- urn:smartweb:device:"));
    List<Hash256> groups = new ArrayList<>();
    List<AssetId> assets = new ArrayList<>();
    for (String line : lines.subList(FIRST_RESOURCE, lines.size())) {
      if (line.startsWith(GROUP)) {
        groups.add(Hash256.fromHex(after(line, GROUP)));
      } else {
        assets.add(AssetId.fromHex(after(line, ASSET)));
      }
    }
    return new Delegation.Scope(device, groups, assets);
  }

  private static String after(String line, String prefix) {
    if (!line.startsWith(prefix)) {
      throw new IllegalArgumentException("another line");
    }
    return line.substring(prefix.length());
  }
}
