// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.elastos.smartweb.chain.Bytes;

/// Talks to a node over HTTP: bodies are `application/cbor`, refusals `application/problem+json`
/// with a `code`. Safe for many threads.
public final class HttpNodeTransport implements NodeTransport {
  private static final int MAX_REPLY_BYTES = 65_536;
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([a-z0-9_]{1,64})\"");
  private static final String BAD_REPLY = "bad_reply";

  private final HttpClient client;
  private final URI base;

  /// `endpoint` is the node's address as the board registered it.
  ///
  /// @throws IllegalArgumentException when it is not an http or https address
  public HttpNodeTransport(HttpClient client, URI endpoint) {
    if (!SCHEMES.contains(String.valueOf(endpoint.getScheme())) || endpoint.getHost() == null) {
      throw new IllegalArgumentException("a node's endpoint is an http or https address");
    }
    this.client = client;
    String text = endpoint.toString();
    this.base = URI.create(text.endsWith("/") ? text : text + "/");
  }

  @Override
  public NodeReply openSession(Bytes body, Duration timeout) {
    return post("v1/sessions", body, timeout);
  }

  @Override
  public NodeReply request(Bytes body, Duration timeout) {
    return post("v1/licenses", body, timeout);
  }

  @Override
  public NodeReply revoke(Bytes body, Duration timeout) {
    return post("v1/revocations", body, timeout);
  }

  private NodeReply post(String path, Bytes body, Duration timeout) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(timeout)
            .header("Content-Type", "application/cbor")
            .header("Accept", "application/cbor, application/problem+json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.bytes()))
            .build();
    try {
      return reply(client.send(request, HttpResponse.BodyHandlers.ofInputStream()));
    } catch (ConnectException refused) {
      return new NodeReply.Unreachable("connection_refused");
    } catch (HttpTimeoutException late) {
      return new NodeReply.Unreachable("timeout");
    } catch (IOException broken) {
      return new NodeReply.Unreachable("connection_broken");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new NodeReply.Unreachable("interrupted");
    }
  }

  private static NodeReply reply(HttpResponse<InputStream> response) throws IOException {
    try (InputStream in = response.body()) {
      byte[] body = in.readNBytes(MAX_REPLY_BYTES + 1);
      if (body.length > MAX_REPLY_BYTES) {
        return new NodeReply.Unreachable(BAD_REPLY);
      }
      if (response.statusCode() == 200) {
        return new NodeReply.Answered(Bytes.of(body));
      }
      Matcher code = CODE.matcher(new String(body, StandardCharsets.UTF_8));
      return code.find()
          ? new NodeReply.Refused(code.group(1), "HTTP " + response.statusCode())
          : new NodeReply.Unreachable(BAD_REPLY);
    }
  }
}
