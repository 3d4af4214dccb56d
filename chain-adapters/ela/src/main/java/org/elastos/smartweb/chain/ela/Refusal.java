// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

/// Why bytes were not read as a value. The codes are stable: scripts act on them.
public enum Refusal {
  /// The bytes end before the value does.
  TRUNCATED("truncated"),
  /// Bytes are left over behind the value.
  TRAILING_BYTES("trailing_bytes"),
  /// A variable-length integer that a shorter form could hold.
  NON_CANONICAL_VARUINT("non_canonical_varuint"),
  /// A truth value other than 0 or 1: a node would read it and write it back differently.
  NON_CANONICAL_BOOLEAN("non_canonical_boolean"),
  /// A length or count above the field's limit, or above what the remaining bytes can hold.
  LENGTH_OUT_OF_BOUNDS("length_out_of_bounds"),
  /// The byte behind a header's proof is not 1.
  BAD_HEADER_MARKER("bad_header_marker"),
  /// A transaction type, payload version or payload kind whose layout is not known.
  UNSUPPORTED_PAYLOAD("unsupported_payload"),
  /// An output type or output payload version whose layout is not known.
  UNSUPPORTED_OUTPUT("unsupported_output"),
  /// A character that base 58 lacks.
  BAD_CHARACTER("bad_character"),
  /// An address whose last four bytes do not fit the rest.
  BAD_CHECKSUM("bad_checksum"),
  /// An address of no known kind.
  UNKNOWN_PREFIX("unknown_prefix"),
  /// A script of no known shape, or with a key that is no point of the curve.
  UNSUPPORTED_SCRIPT("unsupported_script");

  private final String code;

  Refusal(String code) {
    this.code = code;
  }

  /// The stable code.
  public String code() {
    return code;
  }
}
