// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import java.util.Arrays;
import java.util.List;
import org.elastos.smartweb.testkit.Gen;

/// Ways to spoil bytes.
enum Mutation {
  /// Ends early.
  TRUNCATE {
    @Override
    byte[] apply(byte[] bytes, List<byte[]> others, Gen gen) {
      return Arrays.copyOf(bytes, gen.between(0, Math.max(0, bytes.length - 1)));
    }
  },
  /// Goes on behind the end.
  EXTEND {
    @Override
    byte[] apply(byte[] bytes, List<byte[]> others, Gen gen) {
      return joined(bytes, gen.bytes(gen.between(1, 40)));
    }
  },
  /// One bit is turned over.
  FLIP {
    @Override
    byte[] apply(byte[] bytes, List<byte[]> others, Gen gen) {
      return bytes.length == 0 ? bytes : gen.withOneFlippedBit(bytes);
    }
  },
  /// A byte becomes the start of a longer number, and what follows its value.
  INFLATE {
    @Override
    byte[] apply(byte[] bytes, List<byte[]> others, Gen gen) {
      byte[] copy = bytes.clone();
      int at = at(bytes, gen);
      for (int i = at; i < Math.min(copy.length, at + gen.between(1, 9)); i++) {
        copy[i] = (byte) (i == at ? gen.between(0xfc, 0xff) : gen.between(0x7f, 0xff));
      }
      return copy;
    }
  },
  /// A small number is written in a longer form.
  LENGTHEN {
    @Override
    byte[] apply(byte[] bytes, List<byte[]> others, Gen gen) {
      int at = at(bytes, gen);
      byte[] longer = new byte[new int[] {2, 4, 8}[gen.between(0, 2)]];
      if (at < bytes.length) {
        longer[0] = bytes[at];
      }
      byte[] first = {(byte) (longer.length == 2 ? 0xfd : longer.length == 4 ? 0xfe : 0xff)};
      return joined(
          Arrays.copyOf(bytes, at),
          first,
          longer,
          Arrays.copyOfRange(bytes, Math.min(at + 1, bytes.length), bytes.length));
    }
  },
  /// A byte becomes another.
  SET {
    @Override
    byte[] apply(byte[] bytes, List<byte[]> others, Gen gen) {
      byte[] copy = bytes.clone();
      if (copy.length > 0) {
        copy[at(bytes, gen) % copy.length] = (byte) gen.between(0, 255);
      }
      return copy;
    }
  },
  /// A piece is missing.
  CUT {
    @Override
    byte[] apply(byte[] bytes, List<byte[]> others, Gen gen) {
      int at = at(bytes, gen);
      int end = Math.min(bytes.length, at + gen.between(1, 40));
      return joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, end, bytes.length));
    }
  },
  /// A piece stands there several times.
  REPEAT {
    @Override
    byte[] apply(byte[] bytes, List<byte[]> others, Gen gen) {
      int at = at(bytes, gen);
      byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + gen.between(1, 60)));
      return joined(
          Arrays.copyOf(bytes, at),
          piece,
          piece,
          piece,
          Arrays.copyOfRange(bytes, at, bytes.length));
    }
  },
  /// Another value stands inside this one.
  NEST {
    @Override
    byte[] apply(byte[] bytes, List<byte[]> others, Gen gen) {
      int at = at(bytes, gen);
      byte[] other = others.get(gen.between(0, others.size() - 1));
      return joined(Arrays.copyOf(bytes, at), other, Arrays.copyOfRange(bytes, at, bytes.length));
    }
  },
  /// Starts as this value and ends as another.
  SPLICE {
    @Override
    byte[] apply(byte[] bytes, List<byte[]> others, Gen gen) {
      byte[] other = others.get(gen.between(0, others.size() - 1));
      return joined(
          Arrays.copyOf(bytes, at(bytes, gen)),
          Arrays.copyOfRange(other, at(other, gen), other.length));
    }
  },
  /// Nothing is left of it.
  RANDOM {
    @Override
    byte[] apply(byte[] bytes, List<byte[]> others, Gen gen) {
      return gen.bytes(gen.between(0, 200));
    }
  };

  abstract byte[] apply(byte[] bytes, List<byte[]> others, Gen gen);

  private static int at(byte[] bytes, Gen gen) {
    return bytes.length == 0 ? 0 : gen.between(0, bytes.length - 1);
  }

  private static byte[] joined(byte[]... parts) {
    byte[] out = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, out, at, part.length);
      at += part.length;
    }
    return out;
  }
}
