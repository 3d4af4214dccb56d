// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.util.List;
import java.util.stream.Stream;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Eip712;

/// Who shares an edition's earnings, fixed for ever when the edition opens (decision C1): one to
/// twenty holders, strictly ascending, whose parts sum to a million.
public record RoyaltyTable(List<RoyaltyShare> shares) {
  /// The sum of all shares.
  public static final int WHOLE = 1_000_000;

  /// The greatest number of holders.
  public static final int MAX_HOLDERS = 20;

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

  /// What the channel stores of the table: keccak256 over all holders, then all shares, each as one
  /// 32-byte word.
  public Hash256 hash() {
    Stream<Hash256> holders = shares.stream().map(one -> Eip712.address(one.holder()));
    Stream<Hash256> parts = shares.stream().map(one -> Eip712.uint(one.share()));
    return Eip712.array(Stream.concat(holders, parts).toList());
  }
}
