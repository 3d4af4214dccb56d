// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.util.List;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.verify.ElaNetwork;
import org.elastos.smartweb.chain.ela.verify.HeaderCheck;

/// Decodes and verifies mainchain headers, one after the other, from their bytes: strict reading,
/// the block's hash, both branches, the commitment, and the work of the parent header. One thread.
final class HeaderRun implements Rounds.Work {
  private final List<byte[]> headers;
  private final HeaderCheck check = new HeaderCheck(ElaNetwork.CHAIN_ID);

  HeaderRun(List<byte[]> headers) {
    this.headers = List.copyOf(headers);
  }

  /// How many headers held: all of them.
  @Override
  public long run() {
    long held = 0;
    for (byte[] bytes : headers) {
      if (ElaCodec.readHeader(bytes) instanceof Decoded.Value<ElaHeader>(ElaHeader header)
          && check.verify(header).holds()) {
        held++;
      }
    }
    return held;
  }
}
