// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.ela;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.mainchain.p2p.PeerNetwork;
import org.elastos.smartweb.chain.mainchain.rpc.RpcCredentials;
import org.elastos.smartweb.chain.mainchain.rpc.RpcCredentials.Scheme;
import org.elastos.smartweb.chain.mainchain.sync.MainchainSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Credentials of nodes: from a file of one's own, to the right node, never in the clear.
class SourceCredentialsTest {
  private static final PeerNetwork NETWORK = PeerNetwork.named("mainnet").orElseThrow();

  @TempDir private Path folder;

  @Test
  void givesEachNodeItsOwn() throws IOException {
    try (SourceCredentials known =
        SourceCredentials.read(
            file(
                """
                # my nodes
                node.example basic user:pass:word
                node.example:8443   bearer   a-token
                127.0.0.1:20336 basic me:hidden
                """))) {
      List<MainchainSource> sources =
          Sources.read(
              List.of(
                  "https://Node.example/",
                  "https://node.example:8443/key",
                  "http://127.0.0.1:20336",
                  "https://other.example",
                  "10.0.0.1:20338"),
              NETWORK,
              known);
      assertThat(shown(sources.get(0), Scheme.BASIC)).isEqualTo("user:pass:word");
      assertThat(shown(sources.get(1), Scheme.BEARER)).isEqualTo("a-token");
      assertThat(shown(sources.get(2), Scheme.BASIC)).isEqualTo("me:hidden");
      assertThat(((MainchainSource.Rpc) sources.get(3)).endpoint().credentials()).isEmpty();
      assertThat(sources.toString()).doesNotContain("word", "token", "hidden");
    }
  }

  @Test
  void refusesAFileThatOthersCanRead() throws IOException {
    Path file = file("a basic b:c");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(refused(() -> SourceCredentials.read(file)).code())
        .isEqualTo("credentials_unreadable");
    assertThat(refused(() -> SourceCredentials.read(folder.resolve("none"))).code())
        .isEqualTo("credentials_unreadable");
  }

  @Test
  void neverShowsALineThatItDoesNotUnderstand() throws IOException {
    for (String line :
        List.of(
            "a secret",
            "a basic secretwithoutcolon",
            "a basic :secret",
            "a digest x:secret",
            "a bearer secret extra",
            "a bearer secret\na bearer secret2")) {
      Path file = file(line);
      CommandFailure failure = refused(() -> SourceCredentials.read(file));
      assertThat(failure.code()).as(line).isEqualTo("bad_credentials");
      assertThat(failure.toString() + failure.remedy()).doesNotContain("secret");
    }
  }

  @Test
  void sendsNothingInTheClearAndLeavesNoLineUnused() throws IOException {
    for (String url :
        List.of("http://node.example/", "http://127.0.0.1.example/", "http://[::2]/")) {
      String host = URI.create(url).getHost();
      try (SourceCredentials known = SourceCredentials.read(file(host + " bearer t"))) {
        assertThat(refused(() -> Sources.read(List.of(url), NETWORK, known)).code())
            .isEqualTo("credentials_in_the_clear");
      }
    }
    try (SourceCredentials known = SourceCredentials.read(file("typo.example bearer t"))) {
      assertThat(
              refused(() -> Sources.read(List.of("https://node.example/"), NETWORK, known)).code())
          .isEqualTo("credentials_unused");
    }
  }

  private Path file(String text) throws IOException {
    Path file = Files.createTempFile(folder, "credentials", "");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return Files.writeString(file, text);
  }

  private static String shown(MainchainSource source, Scheme scheme) {
    RpcCredentials credentials =
        ((MainchainSource.Rpc) source).endpoint().credentials().orElseThrow();
    assertThat(credentials.scheme()).isEqualTo(scheme);
    return credentials.secret().use(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static CommandFailure refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(CommandFailure.class, call);
  }
}
