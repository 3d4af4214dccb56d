// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.peer;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;

/// Who a peer is: protocol version, services and height are unsigned by their bits. Immutable.
record Version(long version, long services, long timestamp, Host host, boolean relay, Bytes name) {
  /// The protocol version from which the node's name follows.
  static final long NAMED = 80_000;

  private static final int MOST_NAME = 128;

  /// The port it listens on, a number against connections to oneself, and its height.
  record Host(int port, long nonce, long height) {}

  static Version read(ElaReader in) {
    long version = in.u32("version");
    return new Version(
        version,
        in.i64("services"),
        in.u32("timestamp"),
        new Host(in.u16("port"), in.i64("nonce"), in.i64("height")),
        in.bool("relay"),
        version >= NAMED ? in.varBytes(MOST_NAME, "name") : Bytes.EMPTY);
  }

  Bytes encoded() {
    ElaWriter out =
        new ElaWriter()
            .u32(version)
            .i64(services)
            .u32(timestamp)
            .u16(host.port)
            .i64(host.nonce)
            .i64(host.height)
            .bool(relay);
    return (version >= NAMED ? out.varBytes(name) : out).toBytes();
  }
}
