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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks for keys in files: raw, in hexadecimal of both cases, and in base64 of both alphabets at
/// each of the three alignments that a key inside a longer text can have. Safe for many threads.
final class KeySearch {
  /// Where a form of a key stands.
  ///
  /// @param key its name
  record Hit(Path file, String key, String form, long offset) {}

  /// What was read, and what was found.
  record Report(long files, long bytes, List<Hit> hits) {}

  private record Needle(String key, String form, byte[] bytes) {}

  private static final int WINDOW = 1 << 20;

  private final List<Needle> needles = new ArrayList<>();
  private final Needle[][] byFirst;
  private final int longest;

  /// @param keys what to look for by name, copied in all forms
  KeySearch(Map<String, byte[]> keys) {
    keys.forEach(this::add);
    byFirst = byFirst(needles);
    longest = needles.stream().mapToInt(needle -> needle.bytes.length).max().orElseThrow();
  }

  /// Every key in every form, as a hit names them.
  Set<String> forms() {
    return needles.stream()
        .map(needle -> needle.key + " " + needle.form)
        .collect(Collectors.toSet());
  }

  /// Searches every regular file below these roots; a file that vanishes meanwhile is passed over.
  Report search(List<Path> roots) {
    List<Path> files = roots.stream().flatMap(root -> filesBelow(root).stream()).toList();
    List<Report> each = files.parallelStream().map(this::searchFile).toList();
    return new Report(
        files.size(),
        each.stream().mapToLong(Report::bytes).sum(),
        each.stream().flatMap(report -> report.hits.stream()).toList());
  }

  private void add(String key, byte[] bytes) {
    needles.add(new Needle(key, "raw", bytes.clone()));
    add(key, "hex", HexFormat.of().formatHex(bytes));
    add(key, "HEX", HexFormat.of().withUpperCase().formatHex(bytes));
    for (int shift = 0; shift < 3; shift++) {
      byte[] shifted = new byte[shift + bytes.length];
      System.arraycopy(bytes, 0, shifted, shift, bytes.length);
      // Only the characters that depend on the key alone, whatever stands around it.
      int from = (shift * 8 + 5) / 6;
      int to = (shifted.length * 8) / 6;
      String plain = Base64.getEncoder().encodeToString(shifted);
      add(key, "base64+" + shift, plain.substring(from, to));
      String url = Base64.getUrlEncoder().encodeToString(shifted);
      add(key, "base64url+" + shift, url.substring(from, to));
    }
  }

  private void add(String key, String form, String text) {
    needles.add(new Needle(key, form, text.getBytes(StandardCharsets.US_ASCII)));
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

  private Report searchFile(Path file) {
    List<Hit> hits = new ArrayList<>();
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
    } catch (IOException e) {
      if (Files.exists(file)) {
        throw new UncheckedIOException("cannot read a file to search", e);
      }
    }
    return new Report(1, at, hits);
  }

  private void collect(Path file, byte[] window, int filled, long base, List<Hit> hits) {
    for (int i = 0; i < filled; i++) {
      for (Needle needle : byFirst[window[i] & 0xff]) {
        int end = i + needle.bytes.length;
        if (end <= filled && Arrays.equals(window, i, end, needle.bytes, 0, needle.bytes.length)) {
          hits.add(new Hit(file, needle.key, needle.form, base + i));
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
