// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.state;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.elastos.smartweb.platform.PlatformException;

/// Finds TCP ports on the loopback address that nobody listens on. Stateless. Between the answer
/// and its use somebody else may take the port, so a caller retries with another.
public final class FreePorts {
  private FreePorts() {}

  /// One port that was free a moment ago.
  public static int next() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new PlatformException("no free port on the loopback address", e);
    }
  }

  /// True when the port can be bound on the loopback address now.
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
