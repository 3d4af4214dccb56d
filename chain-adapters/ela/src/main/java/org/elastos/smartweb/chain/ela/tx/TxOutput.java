// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;

/// What is paid to whom: the height before which it stays locked is unsigned 32-bit, 0 for none.
/// Immutable.
public record TxOutput(
    Hash256 assetId, Sela value, long outputLock, ProgramHash programHash, OutputPayload payload) {
  /// ELA's asset id in internal order: the id of the genesis block's registration.
  public static final Hash256 ELA =
      Hash256.fromHex("b037db964a231458d2d6ffd5ea18944c4f90e63d547c5d3b9874df66a4ead0a3");

  static final int LEAST_BYTES = 65;

  /// An unlocked output of ELA without payload.
  public static TxOutput of(ProgramHash to, Sela value) {
    return new TxOutput(ELA, value, 0, to, new OutputPayload.None());
  }

  static TxOutput read(ElaReader in, boolean typed) {
    return new TxOutput(
        in.hash256("output.assetId"),
        in.sela("output.value"),
        in.u32("output.lock"),
        in.programHash("output.programHash"),
        typed ? OutputPayload.read(in) : new OutputPayload.None());
  }

  void write(ElaWriter out, boolean typed) {
    out.hash256(assetId).sela(value).u32(outputLock).programHash(programHash);
    if (typed) {
      out.u8(payload.type());
      payload.write(out);
    }
  }
}
