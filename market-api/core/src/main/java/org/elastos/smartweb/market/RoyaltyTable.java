// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Keccak256;

/// Who shares an edition's earnings, fixed for ever when the edition opens (decision C1): one to
/// twenty holders, strictly ascending, whose parts sum to a million.
public record RoyaltyTable(List<RoyaltyShare> shares) {
  /// The sum of all shares.
  public static final int WHOLE = 1_000_000;

  /// The greatest number of holders.
  public static final int MAX_HOLDERS = 20;

  private static final int ENTRY = EvmAddress.BYTES + Integer.BYTES;

  /// @throws IllegalArgumentException when the channel contract would refuse this table
  public RoyaltyTable {
    shares = List.copyOf(shares);
    long sum = 0;
    for (int i = 0; i < shares.size(); i++) {
      if (i > 0 && shares.get(i - 1).holder().compareTo(shares.get(i).holder()) >= 0) {
        throw new IllegalArgumentException("royalty holders ascend strictly");
      }
      sum += shares.get(i).share();
    }
    if (shares.isEmpty() || shares.size() > MAX_HOLDERS || sum != WHOLE) {
      throw new IllegalArgumentException("a royalty table shares out a million in 1 to 20 parts");
    }
  }

  /// The deed of an edition that names no policy of its own: 32 zero bytes, then each holder (20
  /// bytes) with his share (4 bytes), as the channel takes it.
  public Bytes deed() {
    ByteBuffer deed = ByteBuffer.allocate(Hash256.BYTES + ENTRY * shares.size());
    deed.position(Hash256.BYTES);
    shares.forEach(one -> deed.put(one.holder().bytes()).putInt(one.share()));
    return Bytes.of(deed.array());
  }

  /// The table of such a deed.
  ///
  /// @throws IllegalArgumentException for any other
  public static RoyaltyTable ofDeed(Bytes deed) {
    int entries = deed.size() - Hash256.BYTES;
    if (entries <= 0 || entries % ENTRY != 0 || entries / ENTRY > MAX_HOLDERS) {
      throw new IllegalArgumentException("a deed has a policy and 1 to 20 holders");
    }
    ByteBuffer in = ByteBuffer.wrap(deed.bytes()).position(Hash256.BYTES);
    List<RoyaltyShare> shares = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] holder = new byte[EvmAddress.BYTES];
      in.get(holder);
      shares.add(new RoyaltyShare(EvmAddress.of(holder), in.getInt()));
    }
    return new RoyaltyTable(shares);
  }

  /// What the channel keeps of the deed.
  public Hash256 hash() {
    return Keccak256.of(deed().bytes());
  }
}
