// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.rules.DevRules;
import org.elastos.smartweb.chain.ela.Sha256d;

/// Where a development chain lives and what it depends on. Immutable.
record DevHome(Path directory, DevRules rules, DevKeys keys, SecureRandom random) {
  /// Opens a directory, which is made when missing, with the seed in it.
  static DevHome open(Path directory, DevRules rules, SecureRandom random) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] seed = SeedFile.open(directory.resolve("seed"), random);
    return new DevHome(directory, rules, new DevKeys(seed, rules), random);
  }

  Path blocks() {
    return directory.resolve("blocks");
  }

  /// What two chains share only if they have the same constants, genesis block and arbiters.
  Hash256 identity() {
    String text = rules + " " + Genesis.block().block().header().hash() + " " + keys.arbiters(0);
    return Sha256d.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
