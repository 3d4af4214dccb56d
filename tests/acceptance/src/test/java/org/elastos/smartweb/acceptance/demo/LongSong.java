// SPDX-License-Identifier: MIT
package org.elastos.smartweb.acceptance.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes a longer Ogg Vorbis file from a short one by repeating its pages of sound: one logical
/// stream with rising page numbers and positions (RFC 3533). Stateless.
final class LongSong {
  private static final int FLAGS_AT = 5;
  private static final int POSITION_AT = 6;
  private static final int NUMBER_AT = 18;
  private static final int CHECKSUM_AT = 22;
  private static final int SEGMENTS_AT = 26;
  private static final int END_OF_STREAM = 4;
  private static final int POLYNOMIAL = 0x04C11DB7;

  private LongSong() {}

  /// The song, `times` in a row.
  static byte[] of(byte[] song, int times) {
    List<byte[]> pages = pages(song);
    List<byte[]> heads = pages.stream().filter(page -> position(page) == 0).toList();
    List<byte[]> sound = pages.subList(heads.size(), pages.size());
    long length = position(sound.getLast());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    heads.forEach(out::writeBytes);
    for (int i = 0; i < times * sound.size(); i++) {
      byte[] page = sound.get(i % sound.size());
      long earlier = i / sound.size() * length;
      long at = position(page) < 0 ? -1 : position(page) + earlier;
      out.writeBytes(renewed(page, heads.size() + i, at, i == times * sound.size() - 1));
    }
    return out.toByteArray();
  }

  private static List<byte[]> pages(byte[] file) {
    List<byte[]> pages = new ArrayList<>();
    int at = 0;
    while (at < file.length) {
      int segments = file[at + SEGMENTS_AT] & 0xFF;
      int size = SEGMENTS_AT + 1 + segments;
      for (int i = 0; i < segments; i++) {
        size += file[at + SEGMENTS_AT + 1 + i] & 0xFF;
      }
      pages.add(Arrays.copyOfRange(file, at, at + size));
      at += size;
    }
    return pages;
  }

  private static long position(byte[] page) {
    return little(page).getLong(POSITION_AT);
  }

  private static byte[] renewed(byte[] page, int number, long position, boolean last) {
    byte[] copy = page.clone();
    copy[FLAGS_AT] = (byte) ((copy[FLAGS_AT] & ~END_OF_STREAM) | (last ? END_OF_STREAM : 0));
    little(copy).putLong(POSITION_AT, position).putInt(NUMBER_AT, number).putInt(CHECKSUM_AT, 0);
    little(copy).putInt(CHECKSUM_AT, checksum(copy));
    return copy;
  }

  private static ByteBuffer little(byte[] page) {
    return ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Over a page whose own checksum is zero.
  private static int checksum(byte[] page) {
    int sum = 0;
    for (byte one : page) {
      sum ^= (one & 0xFF) << 24;
      for (int bit = 0; bit < 8; bit++) {
        sum = sum < 0 ? (sum << 1) ^ POLYNOMIAL : sum << 1;
      }
    }
    return sum;
  }
}
