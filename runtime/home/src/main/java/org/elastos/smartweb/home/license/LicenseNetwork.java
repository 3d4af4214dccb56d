// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.license;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.license.CommitteeRoster;
import org.elastos.smartweb.license.Delegation;
import org.elastos.smartweb.license.HttpNodeTransport;
import org.elastos.smartweb.license.NodeEndpoint;
import org.elastos.smartweb.license.NodeReply;
import org.elastos.smartweb.license.NodeTransport;
import org.elastos.smartweb.license.Revocation;
import org.elastos.smartweb.threshold.EpochKeys;

/// The way to the pinned nodes over HTTP. Thread-safe; blocks, for a bounded time.
public final class LicenseNetwork implements RevocationNotice {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final HttpClient http;

  /// Speaks through this client.
  public LicenseNetwork(HttpClient http) {
    this.http = http;
  }

  /// The committee as a licence client asks it.
  CommitteeRoster roster(CommitteePin pin, EpochKeys keys) {
    return new CommitteeRoster(
        keys,
        pin.nodes().stream()
            .map(node ->
                new NodeEndpoint(
                    node.index(), Bytes.of(node.identityKey().bytes()), transport(node)))
            .toList());
  }

  @Override
  public List<Told> tell(Delegation delegation, DeviceKey device, List<CommitteePin> committees) {
    Bytes body = Revocation.sign(delegation, device.seed()).encode();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Told>> calls =
          committees.stream()
              .flatMap(pin -> pin.nodes().stream())
              .<Callable<Told>>map(node -> () -> tell(node, body))
              .toList();
      List<Told> told = new ArrayList<>();
      for (Future<Told> one : threads.invokeAll(calls)) {
        told.add(one.get());
      }
      return told;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } catch (ExecutionException e) {
      throw new IllegalStateException("telling a node failed", e.getCause());
    }
  }

  private Told tell(CommitteePin.Node node, Bytes body) {
    NodeReply reply = transport(node).revoke(body, PATIENCE);
    return switch (reply) {
      case NodeReply.Answered answered -> new Told(node.index(), node.endpoint(), true, "");
      case NodeReply.Refused refused ->
          new Told(node.index(), node.endpoint(), false, refused.code());
      case NodeReply.Unreachable unreachable ->
          new Told(node.index(), node.endpoint(), false, unreachable.reason());
    };
  }

  private NodeTransport transport(CommitteePin.Node node) {
    return new HttpNodeTransport(http, node.endpoint());
  }
}
