// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.home.license.CommitteePin;
import org.elastos.smartweb.threshold.CommitteeShape;

/// A committee pinned in a JSON file: what a home, or a creator who encrypts to it, trusts
/// (decision B6).
public record CommitteeFile(
    String groupKey, long chainId, String contract, int threshold, List<Node> nodes) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /// One member.
  public record Node(int index, String endpoint, String identityKey) {}

  /// Reads a pinned committee.
  public static CommitteeFile read(Path file) {
    try {
      return JSON.readValue(Files.readAllBytes(file), CommitteeFile.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the committee file", e);
    }
  }

  /// Writes it whole or not at all.
  public void write(Path file) {
    try {
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      Files.write(draft, JSON.writeValueAsBytes(this));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the committee file", e);
    }
  }

  /// The pin in the home's terms.
  public CommitteePin pin() {
    return new CommitteePin(
        Hash256.fromHex(groupKey),
        new ChainId(chainId),
        EvmAddress.fromHex(contract),
        new CommitteeShape(nodes.size(), threshold),
        nodes.stream()
            .map(node ->
                new CommitteePin.Node(
                    node.index, URI.create(node.endpoint), Hash256.fromHex(node.identityKey)))
            .toList());
  }
}
