// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import java.util.Arrays;
import java.util.Optional;

/// How a file is cut and linked, so that the same file gets the same CID everywhere (IPIP-0499).
public enum UnixFsProfile {
  /// CIDv1, raw leaves of 1 MiB, 1024 links a node: what .ddrm files use.
  UNIXFS_V1_2025("unixfs-v1-2025", 1 << 20, 1024, 1),
  /// CIDv1, raw leaves of 256 KiB, 174 links a node: `ipfs add --cid-version=1`.
  KUBO_CID_VERSION_1("kubo-cid-version-1", 1 << 18, 174, 1),
  /// CIDv0, wrapped leaves of 256 KiB, 174 links a node: `ipfs add` of old.
  UNIXFS_V0_2015("unixfs-v0-2015", 1 << 18, 174, 0);

  private final String code;
  private final int leafBytes;
  private final int maxLinks;
  private final int cidVersion;

  UnixFsProfile(String code, int leafBytes, int maxLinks, int cidVersion) {
    this.code = code;
    this.leafBytes = leafBytes;
    this.maxLinks = maxLinks;
    this.cidVersion = cidVersion;
  }

  /// The profile's published name.
  public String code() {
    return code;
  }

  /// Finds a profile by its published name.
  public static Optional<UnixFsProfile> named(String code) {
    return Arrays.stream(values()).filter(profile -> profile.code.equals(code)).findFirst();
  }

  /// Bytes of content in a full leaf.
  public int leafBytes() {
    return leafBytes;
  }

  int maxLinks() {
    return maxLinks;
  }

  int cidVersion() {
    return cidVersion;
  }

  boolean rawLeaves() {
    return cidVersion == 1;
  }
}
