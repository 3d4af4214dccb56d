// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.ela;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.elastos.smartweb.app.outcome.CommandFailure;

/// Bytes as people give them: hexadecimal digits as an argument or on standard input. Bounded, so
/// that nothing that is piped in fills the memory. Stateless.
public final class HexInput {
  /// What stands for standard input.
  public static final String STANDARD_INPUT = "-";

  /// The most bytes: a header and a block's body, each at the node's limit.
  public static final int MOST_BYTES = 9_000_000;

  private static final int MOST_CHARACTERS = 2 * MOST_BYTES + 4096;

  private HexInput() {}

  /// The bytes of an argument, or of standard input where it is `-`.
  ///
  /// @throws CommandFailure `input_empty`, `input_too_large` or `bad_hex`
  public static byte[] read(String argument, InputStream standardInput) {
    String digits = text(argument, standardInput).replaceAll("\\s", "").replaceFirst("^0[xX]", "");
    if (digits.isEmpty()) {
      throw new CommandFailure(
          "input_empty", "there is nothing to read", "give hexadecimal digits, or - and pipe them");
    }
    if (digits.length() > 2 * MOST_BYTES) {
      throw tooLarge();
    }
    try {
      return HexFormat.of().parseHex(digits);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          "bad_hex",
          "the input is not an even number of hexadecimal digits",
          "give the bytes as hexadecimal digits");
    }
  }

  /// The text of an argument, or all of standard input where it is `-`.
  ///
  /// @throws CommandFailure `input_too_large` or `input_unreadable`
  public static String text(String argument, InputStream standardInput) {
    if (!argument.equals(STANDARD_INPUT)) {
      return argument;
    }
    try {
      byte[] bytes = standardInput.readNBytes(MOST_CHARACTERS + 1);
      if (bytes.length > MOST_CHARACTERS) {
        throw tooLarge();
      }
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new CommandFailure(
          "input_unreadable", "cannot read standard input", "check what is piped in");
    }
  }

  private static CommandFailure tooLarge() {
    return new CommandFailure(
        "input_too_large",
        "the input has more than " + MOST_BYTES + " bytes",
        "no block or transaction of the chain is that large");
  }
}
