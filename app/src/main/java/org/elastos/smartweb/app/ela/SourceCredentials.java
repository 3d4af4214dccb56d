// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.ela;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.mainchain.rpc.RpcCredentials;
import org.elastos.smartweb.platform.PlatformException;
import org.elastos.smartweb.platform.state.SecretFile;

/// What lets us in at nodes, by their `host` or `host:port`, from a file that only its owner can
/// read: a line `host[:port] basic user:password` or `host[:port] bearer token` for each. Never on
/// a command line, never in a log, and never sent over a network unencrypted. Not thread-safe.
public final class SourceCredentials implements AutoCloseable {
  private static final Pattern LINE =
      Pattern.compile("(?<node>\\S+)\\s+(?<scheme>basic|bearer)\\s+(?<secret>[!-~]+)");

  private final Map<String, RpcCredentials> byNode = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();

  private SourceCredentials() {}

  /// None at all.
  public static SourceCredentials none() {
    return new SourceCredentials();
  }

  /// Reads the file.
  ///
  /// @throws CommandFailure `credentials_unreadable` or `bad_credentials`
  public static SourceCredentials read(Path file) {
    String text;
    try {
      text = SecretFile.read(file);
    } catch (PlatformException e) {
      throw new CommandFailure(
          "credentials_unreadable",
          String.valueOf(e.getMessage()),
          "give --credentials a file of your own with mode 600");
    }
    SourceCredentials credentials = new SourceCredentials();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        credentials.add(line, i + 1);
      }
    }
    return credentials;
  }

  /// What is shown to the node at this address.
  ///
  /// @throws CommandFailure `credentials_in_the_clear` unless the way there is encrypted or ends on
  ///   this machine
  public Optional<RpcCredentials> of(URI url) {
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    String node =
        byNode.containsKey(host + ":" + url.getPort()) ? host + ":" + url.getPort() : host;
    Optional<RpcCredentials> found = Optional.ofNullable(byNode.get(node));
    if (found.isPresent()) {
      used.add(node);
      boolean encrypted = "https".equalsIgnoreCase(url.getScheme());
      if (!encrypted && !host.matches("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]")) {
        throw new CommandFailure(
            "credentials_in_the_clear",
            "credentials for " + node + " would cross the network unencrypted",
            "use https, or a tunnel that ends on this machine");
      }
    }
    return found;
  }

  /// @throws CommandFailure `credentials_unused` when a line belongs to no source
  public void requireUsed() {
    List<String> left = new ArrayList<>(byNode.keySet());
    left.removeAll(used);
    if (!left.isEmpty()) {
      throw new CommandFailure(
          "credentials_unused",
          "no source is at " + String.join(", ", left),
          "name it with --source, or correct the host in the file");
    }
  }

  @Override
  public void close() {
    byNode.values().forEach(each -> each.secret().close());
  }

  /// The line itself is never shown.
  private void add(String line, int number) {
    Matcher parts = LINE.matcher(line);
    boolean sound =
        parts.matches()
            && (parts.group("scheme").equals("bearer") || parts.group("secret").indexOf(':') > 0);
    if (!sound) {
      throw bad(number, "is not `host[:port] basic user:password` or `host[:port] bearer token`");
    }
    byte[] secret = parts.group("secret").getBytes(StandardCharsets.US_ASCII);
    RpcCredentials.Scheme scheme =
        RpcCredentials.Scheme.valueOf(parts.group("scheme").toUpperCase(Locale.ROOT));
    RpcCredentials credentials = new RpcCredentials(scheme, SecretBytes.take(secret));
    if (byNode.putIfAbsent(parts.group("node").toLowerCase(Locale.ROOT), credentials) != null) {
      throw bad(number, "names a host for the second time");
    }
  }

  private static CommandFailure bad(int number, String why) {
    return new CommandFailure(
        "bad_credentials", "line " + number + " of the credentials " + why, "correct that line");
  }
}
