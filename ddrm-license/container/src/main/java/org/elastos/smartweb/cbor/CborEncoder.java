// SPDX-License-Identifier: MIT
package org.elastos.smartweb.cbor;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Writes values in their one encoding. Not thread-safe.
final class CborEncoder {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  void write(Cbor value, int depth) {
    if (depth > DagCbor.MAX_DEPTH) {
      throw new IllegalArgumentException("nested too deeply");
    }
    switch (value) {
      case Cbor.Int(BigInteger number) -> {
        boolean negative = number.signum() < 0;
        head(
            negative ? Major.NEGATIVE : Major.UNSIGNED,
            (negative ? number.not() : number).longValue());
      }
      case Cbor.Data(var bytes) -> string(Major.BYTES, bytes.bytes());
      case Cbor.Text(String text) -> string(Major.TEXT, utf8(text));
      case Cbor.Array(var items) -> {
        head(Major.ARRAY, items.size());
        items.forEach(item -> write(item, depth + 1));
      }
      case Cbor.Dict(var entries) -> {
        head(Major.MAP, entries.size());
        entries.forEach((key, item) -> {
          string(Major.TEXT, utf8(key));
          write(item, depth + 1);
        });
      }
      case Cbor.Bool(boolean truth) -> out.write(truth ? Major.TRUE : Major.FALSE);
      case Cbor.Null _ -> out.write(Major.NULL);
      case Cbor.Link(var cid) -> {
        head(Major.TAG, Major.LINK_TAG);
        head(Major.BYTES, cid.size() + 1);
        out.write(0);
        out.writeBytes(cid.bytes());
      }
    }
  }

  byte[] toByteArray() {
    return out.toByteArray();
  }

  private void string(int major, byte[] bytes) {
    head(major, bytes.length);
    out.writeBytes(bytes);
  }

  private void head(int major, long argument) {
    int type = major << 5;
    if (Long.compareUnsigned(argument, 24) < 0) {
      out.write(type | (int) argument);
      return;
    }
    int width =
        Long.compareUnsigned(argument, 0xff) <= 0
            ? 0
            : Long.compareUnsigned(argument, 0xffff) <= 0
                ? 1
                : Long.compareUnsigned(argument, 0xffff_ffffL) <= 0 ? 2 : 3;
    out.write(type | (24 + width));
    for (int shift = ((1 << width) - 1) * 8; shift >= 0; shift -= 8) {
      out.write((int) (argument >>> shift));
    }
  }

  private static byte[] utf8(String text) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a text is no valid Unicode", e);
    }
  }
}
