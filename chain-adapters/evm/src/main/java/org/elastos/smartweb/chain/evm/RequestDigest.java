// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Hash256;

/// What a caller asked to be sent under an id: SHA-256 of the tag, addressee (nothing for a
/// creation), value (32 bytes) and data, each with its length in front (u32, big-endian), so that
/// no two requests have the same bytes.
///
/// @param value what is stored from now on
/// @param unframed what releases before framing stored: {tag, addressee or 00, value, data}
record RequestDigest(Hash256 value, Hash256 unframed) {
  private static final byte[] TAG = ascii("smartweb/v2/evm-request");
  private static final byte[] UNFRAMED_TAG = ascii("smartweb/v1/evm-request");
  private static final byte[] NOBODY = {};

  static RequestDigest of(EvmTransaction transaction) {
    byte[] to = transaction.to().map(EvmAddress::bytes).orElse(NOBODY);
    byte[] value = Hash256.fromUint(transaction.value()).bytes();
    byte[] data = transaction.data().bytes();
    MessageDigest framed = sha256();
    for (byte[] part : new byte[][] {TAG, to, value, data}) {
      framed.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
      framed.update(part);
    }
    MessageDigest unframed = sha256();
    unframed.update(UNFRAMED_TAG);
    unframed.update(to.length == 0 ? new byte[1] : to);
    unframed.update(value);
    unframed.update(data);
    return new RequestDigest(Hash256.of(framed.digest()), Hash256.of(unframed.digest()));
  }

  /// Whether a stored digest is of this request.
  boolean names(Hash256 stored) {
    return stored.equals(value) || stored.equals(unframed);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
