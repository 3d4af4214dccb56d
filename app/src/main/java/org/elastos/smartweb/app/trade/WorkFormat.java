// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.sandbox.OwnCapsules;

/// Tells what a file is from its bytes, never from its name. Stateless.
public final class WorkFormat {
  /// What can be published, for people.
  public static final String SUPPORTED = "Ogg Vorbis (" + OwnCapsules.OGG_VORBIS + ")";

  private static final int HEAD_BYTES = 512;
  private static final int OGG_HEADER = 27;

  private static final List<Mark> MARKS =
      List.of(
          text(0, "ID3", "MP3"),
          text(0, "fLaC", "FLAC"),
          text(8, "WAVE", "WAVE"),
          text(8, "WEBP", "WebP"),
          text(8, "AVI ", "AVI"),
          text(8, "AIFF", "AIFF"),
          text(4, "ftyp", "MP4 or a relative of it"),
          hex("1a45dfa3", "Matroska or WebM"),
          hex("89504e470d0a1a0a", "PNG"),
          hex("ffd8ff", "JPEG"),
          text(0, "GIF8", "GIF"),
          text(0, "%PDF-", "PDF"),
          hex("504b0304", "ZIP"),
          hex("89644452", "a .ddrm container, which is encrypted already"));

  private static final List<Mark> OGG_STREAMS =
      List.of(
          text(0, "OpusHead", "Ogg Opus"),
          text(1, "FLAC", "Ogg FLAC"),
          text(1, "theora", "Ogg Theora"),
          text(0, "Speex", "Ogg Speex"),
          text(0, "fishead", "Ogg with a skeleton"));

  private WorkFormat() {}

  /// The media type of a file that can be published.
  ///
  /// @throws CommandFailure `unsupported_format`, naming what it is and what is supported,
  ///   `no_such_file`, `not_a_file` or `file_unreadable`
  public static String of(Path file) {
    byte[] head = head(file);
    Optional<String> other = other(head);
    if (other.isPresent()) {
      throw unsupported(other.get());
    }
    OggPages.Layout pages = OggPages.layout(file);
    if (pages.streams() != 1) {
      throw unsupported("Ogg with " + pages.streams() + " streams, chained or beside each other");
    }
    if (pages.cut()) {
      // Decoders differ in what they make of half a page.
      throw unsupported("a cut Ogg file, which ends inside a page");
    }
    return OwnCapsules.OGG_VORBIS;
  }

  /// What a file with these first bytes is, unless it is supported.
  static Optional<String> other(byte[] head) {
    if (OwnCapsules.beginsOggVorbis(head)) {
      return Optional.empty();
    }
    if (text(0, "OggS", "").isIn(head)) {
      return Optional.of(ogg(head));
    }
    return Optional.of(
        MARKS.stream()
            .filter(mark -> mark.isIn(head))
            .findFirst()
            .map(Mark::name)
            .orElseGet(() ->
                isMpegAudio(head) ? "MP3" : head.length == 0 ? "empty" : "of an unknown format"));
  }

  private static String ogg(byte[] head) {
    if (head.length < OGG_HEADER) {
      return "a damaged Ogg file";
    }
    int body = Math.min(head.length, OGG_HEADER + (head[OGG_HEADER - 1] & 0xFF));
    byte[] packet = Arrays.copyOfRange(head, body, head.length);
    return OGG_STREAMS.stream()
        .filter(mark -> mark.isIn(packet))
        .findFirst()
        .map(Mark::name)
        .orElse("Ogg with another codec");
  }

  private static boolean isMpegAudio(byte[] head) {
    return head.length > 1 && head[0] == (byte) 0xFF && (head[1] & 0xE6) == 0xE2;
  }

  private static byte[] head(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new CommandFailure(
          "not_a_file", file + " is a folder or a device", "give the path of one file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD_BYTES);
    } catch (NoSuchFileException e) {
      throw new CommandFailure("no_such_file", "there is no file " + file, "check the path");
    } catch (IOException e) {
      throw new CommandFailure(
          "file_unreadable", "cannot read " + file, "check that you may read it");
    }
  }

  private static CommandFailure unsupported(String detected) {
    return new CommandFailure(
        "unsupported_format",
        "this file is " + detected + "; supported: " + SUPPORTED,
        "convert it, for example with: ffmpeg -i FILE -vn -c:a libvorbis out.ogg",
        Map.of("detected", detected, "supported", List.of(OwnCapsules.OGG_VORBIS)));
  }

  private static Mark text(int at, String bytes, String name) {
    return new Mark(at, bytes.getBytes(StandardCharsets.US_ASCII), name);
  }

  private static Mark hex(String bytes, String name) {
    return new Mark(0, HexFormat.of().parseHex(bytes), name);
  }

  /// Bytes at a place, and what has them there.
  private record Mark(int at, byte[] bytes, String name) {
    boolean isIn(byte[] head) {
      int end = at + bytes.length;
      return head.length >= end && Arrays.equals(head, at, end, bytes, 0, bytes.length);
    }
  }
}
