// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;

/// What permits spending: the script and the signatures for it. Immutable.
public record Program(Bytes parameter, Bytes code) {
  static final int LEAST_BYTES = 2;

  private static final int MAX_PARAMETER = 20_000;
  private static final int MAX_CODE = 10_000;

  static Program read(ElaReader in) {
    return new Program(
        in.varBytes(MAX_PARAMETER, "program.parameter"), in.varBytes(MAX_CODE, "program.code"));
  }

  void write(ElaWriter out) {
    out.varBytes(parameter).varBytes(code);
  }
}
