// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.elastos.smartweb.platform.state.SecretFile;

/// What shows that a request comes from the owner: a random word kept in a file that only the owner
/// may read. Compared in constant time, never printed. Immutable.
public final class OwnerToken {
  private static final String SCHEME = "Bearer ";

  private final byte[] token;

  private OwnerToken(byte[] token) {
    this.token = token;
  }

  /// Reads the token from its file, or makes one there (mode 0600) the first time.
  public static OwnerToken loadOrCreate(Path file, SecureRandom random) {
    return new OwnerToken(SecretFile.readOrCreate(file, random).getBytes(StandardCharsets.UTF_8));
  }

  /// Whether an `Authorization` header carries this token.
  public boolean matches(String authorization) {
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    String given = authorization.substring(SCHEME.length()).strip();
    return MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "OwnerToken[***]";
  }
}
