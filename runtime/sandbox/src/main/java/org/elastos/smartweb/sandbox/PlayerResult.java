// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the audio player's exit codes mean (`runtime/capsules/README.md`).
public enum PlayerResult {
  PLAYED("the whole file was played"),
  NOT_VORBIS("the file holds no Ogg Vorbis stream; Ogg Vorbis is what this player supports"),
  CHAINED_STREAMS("the file chains several Ogg Vorbis streams; one stream a file is supported"),
  DAMAGED_HEADERS("the headers of the Ogg Vorbis stream are damaged or cut off"),
  PACKET_TOO_LARGE("a packet of the Ogg Vorbis stream is larger than 16 MiB"),
  HOST_REFUSED("the host refused a call of the player");

  private final String text;

  PlayerResult(String text) {
    this.text = text;
  }

  /// The stable code.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// For people.
  public String text() {
    return text;
  }

  /// The meaning of an exit code; empty for a code that the player does not use.
  public static Optional<PlayerResult> of(int code) {
    return Arrays.stream(values()).filter(result -> result.exitCode() == code).findFirst();
  }

  /// The exit code with this meaning.
  public int exitCode() {
    return switch (this) {
      case PLAYED -> 0;
      case NOT_VORBIS -> 1;
      case CHAINED_STREAMS -> 2;
      case DAMAGED_HEADERS -> 3;
      case PACKET_TOO_LARGE -> 4;
      case HOST_REFUSED -> 5;
    };
  }
}
