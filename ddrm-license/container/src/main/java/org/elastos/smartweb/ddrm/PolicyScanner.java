// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import org.elastos.smartweb.cbor.CborException;

/// Cuts a policy's text into words and signs. Not thread-safe.
final class PolicyScanner {
  private final String text;
  private int at;

  PolicyScanner(String text) {
    this.text = text;
    skip();
  }

  int at() {
    return at;
  }

  boolean atEnd() {
    return at == text.length();
  }

  /// Takes a word of letters, digits and `:-.`.
  String word(String expected) {
    int from = at;
    while (!atEnd() && isOfWord(text.charAt(at))) {
      at++;
    }
    if (from == at) {
      throw new CborException("expected " + expected);
    }
    String word = text.substring(from, at);
    skip();
    return word;
  }

  /// Takes exactly this word.
  void word(String expected, String meaning) {
    if (!word(meaning).equals(expected)) {
      throw new CborException("expected " + meaning);
    }
  }

  /// Takes this sign if it stands here.
  boolean takes(char sign) {
    boolean here = !atEnd() && text.charAt(at) == sign;
    if (here) {
      at++;
      skip();
    }
    return here;
  }

  void sign(char sign) {
    if (!takes(sign)) {
      throw new CborException("expected '" + sign + "'");
    }
  }

  private void skip() {
    while (!atEnd() && (text.charAt(at) == ' ' || text.charAt(at) == '\n')) {
      at++;
    }
  }

  private static boolean isOfWord(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || ":-.".indexOf(c) >= 0;
  }
}
