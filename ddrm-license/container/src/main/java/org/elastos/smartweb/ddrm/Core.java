// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.util.List;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.cbor.DagCbor;
import org.elastos.smartweb.cbor.Parsed;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;

/// What can never change about an encrypted work; its encoding's SHA-256 is the asset id. Made only
/// by reading its encoding, so that both always agree. Unknown keys are skipped unless `crit` names
/// them.
///
/// @param encoded the exact bytes
/// @param pre what the payload key binds
/// @param commit the commitment to the file key
/// @param head length of the header in bytes
/// @param length length of the work in bytes
/// @param records number of records
/// @param root RFC 6962 root over the leaves' digests
public record Core(
    Bytes encoded, Pre pre, Hash256 commit, int head, long length, long records, Hash256 root) {
  /// The largest header, in bytes.
  public static final int MAX_HEAD = 1 << 20;

  private static final long MAX_RECORDS = 1L << 32;

  /// The asset id.
  public AssetId assetId() {
    return AssetId.ofCore(encoded.bytes());
  }

  /// Length of the whole file in bytes.
  public long fileLength() {
    return head + length + records * Pre.TAG_BYTES;
  }

  /// The core of measured values.
  static Core of(Pre pre, Hash256 commit, int head, long length, Hash256 root) {
    byte[] encoded =
        Cbor.map()
            .put("v", 1)
            .put("pre", pre.toCbor())
            .put("commit", commit)
            .put("head", head)
            .put("len", length)
            .put("n", pre.recordsOf(length))
            .put("root", root)
            .put("crit", Cbor.array())
            .encode();
    return read(encoded, DagCbor.decode(encoded));
  }

  /// Reads an encoded core.
  public static Parsed<Core> parse(byte[] encoded) {
    return DagCbor.parse(encoded, value -> read(encoded, value));
  }

  private static Core read(byte[] encoded, Cbor value) {
    CborMap map = value.asMap();
    map.expect("v", 1);
    Pre pre = Pre.fromCbor(map.value("pre"));
    Core core =
        new Core(
            Bytes.of(encoded),
            pre,
            map.bytes32("commit"),
            map.uint("head", MAX_HEAD),
            map.uint("len"),
            map.uint("n"),
            map.bytes32("root"));
    requireNothingCritical(map.array("crit"));
    if (core.head == 0 || core.head % pre.slot() != 0) {
      throw new CborException("a header is no whole number of slots");
    }
    if (core.records > MAX_RECORDS || core.records != pre.recordsOf(core.length)) {
      throw new CborException("length and number of records do not fit");
    }
    return core;
  }

  private static void requireNothingCritical(List<Cbor> critical) {
    if (!critical.isEmpty()) {
      throw new CborException("an unknown critical key");
    }
  }
}
