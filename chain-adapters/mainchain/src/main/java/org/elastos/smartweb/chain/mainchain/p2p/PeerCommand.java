// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.p2p;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The commands of the ELA peer-to-peer protocol, and how long the payload of each may be. A longer
/// one is refused before anything is read or allocated for it.
public enum PeerCommand {
  VERSION("version", 82),
  VERACK("verack", 0),
  GETADDR("getaddr", 0),
  ADDR("addr", 8 + 1_000 * 42),
  GETBLOCKS("getblocks", 4 + 500 * 32 + 32),
  INV("inv", 4 + 50_000 * 36),
  GETDATA("getdata", 4 + 50_000 * 36),
  NOTFOUND("notfound", 4 + 50_000 * 36),
  BLOCK("block", 9_000_000 + 40_000),
  TX("tx", 8_000_000),
  PING("ping", 8),
  PONG("pong", 8),
  MEMPOOL("mempool", 0),
  FILTERADD("filteradd", 523),
  FILTERCLEAR("filterclear", 0),
  FILTERLOAD("filterload", 3 + 36_000 + 9 + 9 + 256),
  TXFILTER("txfilter", 4 + 50_000),
  MERKLEBLOCK("merkleblock", 1_000_000 + 40_000 + 8 + 10_000 * 32 + 3 + 1_250),
  REJECT("reject", 2_000),
  DADDR("daddr", 387 + 20);

  private static final Map<String, PeerCommand> BY_TEXT = new HashMap<>();

  static {
    for (PeerCommand command : values()) {
      BY_TEXT.put(command.text, command);
    }
  }

  private final String text;
  private final int longest;

  PeerCommand(String text, int longest) {
    this.text = text;
    this.longest = longest;
  }

  /// The command of this name.
  public static Optional<PeerCommand> named(String text) {
    return Optional.ofNullable(BY_TEXT.get(text));
  }

  /// As it stands in a message's header.
  public String text() {
    return text;
  }

  /// The most bytes of its payload.
  public int longest() {
    return longest;
  }
}
