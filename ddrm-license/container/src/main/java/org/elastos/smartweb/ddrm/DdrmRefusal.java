// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

/// Why a container, or a key for it, is refused.
public enum DdrmRefusal {
  /// The first bytes are not a container's.
  NOT_DDRM("not_ddrm"),
  /// A major version or flags that this release does not know.
  UNSUPPORTED_VERSION("unsupported_version"),
  /// Lengths in the header that cannot be.
  BAD_LENGTHS("bad_lengths"),
  /// The file is shorter or longer than its core says.
  WRONG_FILE_LENGTH("wrong_file_length"),
  /// The core is no core.
  BAD_CORE("bad_core"),
  /// The asset id is not the core's hash.
  ASSET_MISMATCH("asset_mismatch"),
  /// A statement is malformed, unsigned, or breaks its chain.
  BAD_STATEMENT("bad_statement"),
  /// An envelope is malformed.
  BAD_ENVELOPE("bad_envelope"),
  /// An envelope of a kind that published files never carry.
  ENVELOPE_NOT_ALLOWED("envelope_not_allowed"),
  /// Bytes after the header's parts that are not zero.
  PADDING_NOT_ZERO("padding_not_zero"),
  /// The key is not the one that the core commits to.
  WRONG_KEY("wrong_key"),
  /// The key fits, but the header has changed.
  HEADER_DAMAGED("header_damaged");

  private final String code;

  DdrmRefusal(String code) {
    this.code = code;
  }

  /// The stable word for people and programs.
  public String code() {
    return code;
  }
}
