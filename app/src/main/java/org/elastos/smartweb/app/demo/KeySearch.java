// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// Looks for a key in files: raw, in hexadecimal of both cases, and in base64 of both alphabets at
/// each of the three alignments that a key inside a longer text can have.
final class KeySearch {
  /// Where a form of the key stands.
  record Hit(Path file, String form, long offset) {}

  /// What was read, and what was found.
  record Report(long files, long bytes, List<Hit> hits) {}

  private record Needle(String form, byte[] bytes) {}

  private static final int WINDOW = 1 << 20;

  private final List<Needle> needles = new ArrayList<>();
  private final Needle[][] byFirst;
  private final int longest;

  /// @param key the secret, copied in the forms to look for
  KeySearch(byte[] key) {
    needles.add(new Needle("raw", key.clone()));
    add("hex", HexFormat.of().formatHex(key));
    add("HEX", HexFormat.of().withUpperCase().formatHex(key));
    for (int shift = 0; shift < 3; shift++) {
      byte[] shifted = new byte[shift + key.length];
      System.arraycopy(key, 0, shifted, shift, key.length);
      // Only the characters that depend on the key alone, whatever stands around it.
      int from = (shift * 8 + 5) / 6;
      int to = (shifted.length * 8) / 6;
      add("base64+" + shift, Base64.getEncoder().encodeToString(shifted).substring(from, to));
      add("base64url+" + shift, Base64.getUrlEncoder().encodeToString(shifted).substring(from, to));
    }
    byFirst = byFirst(needles);
    longest = needles.stream().mapToInt(needle -> needle.bytes.length).max().orElseThrow();
  }

  /// Searches every regular file below these roots; a file that vanishes meanwhile is passed over.
  Report search(List<Path> roots) {
    long files = 0;
    long bytes = 0;
    List<Hit> hits = new ArrayList<>();
    for (Path root : roots) {
      for (Path file : filesBelow(root)) {
        files++;
        bytes += searchFile(file, hits);
      }
    }
    return new Report(files, bytes, List.copyOf(hits));
  }

  private void add(String form, String text) {
    needles.add(new Needle(form, text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static List<Path> filesBelow(Path root) {
    if (!Files.exists(root)) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException vanished) {
              return FileVisitResult.CONTINUE;
            }
          });
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list files to search", e);
    }
  }

  private long searchFile(Path file, List<Hit> hits) {
    byte[] window = new byte[WINDOW + longest];
    int kept = 0;
    long at = 0;
    try (InputStream in = Files.newInputStream(file)) {
      int read;
      while ((read = in.readNBytes(window, kept, WINDOW)) > 0) {
        int filled = kept + read;
        collect(file, window, filled, at - kept, hits);
        at += read;
        int keep = Math.min(longest - 1, filled);
        System.arraycopy(window, filled - keep, window, 0, keep);
        kept = keep;
      }
      return at;
    } catch (IOException e) {
      if (Files.exists(file)) {
        throw new UncheckedIOException("cannot read a file to search", e);
      }
      return at;
    }
  }

  private void collect(Path file, byte[] window, int filled, long base, List<Hit> hits) {
    for (int i = 0; i < filled; i++) {
      for (Needle needle : byFirst[window[i] & 0xff]) {
        int end = i + needle.bytes.length;
        if (end <= filled && Arrays.equals(window, i, end, needle.bytes, 0, needle.bytes.length)) {
          hits.add(new Hit(file, needle.form, base + i));
        }
      }
    }
  }

  /// The needles by their first byte, so that most bytes of a file cost one look.
  private static Needle[][] byFirst(List<Needle> needles) {
    Needle[][] table = new Needle[256][];
    for (int first = 0; first < table.length; first++) {
      byte wanted = (byte) first;
      table[first] =
          needles.stream().filter(needle -> needle.bytes[0] == wanted).toArray(Needle[]::new);
    }
    return table;
  }
}
