// SPDX-License-Identifier: MIT
package org.elastos.smartweb.acceptance.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where processes listen, as the kernel tells it under `/proc`. Stateless.
public final class Listeners {
  private static final String LISTENING = "0A";
  private static final int ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  private Listeners() {}

  /// Local addresses of the listening TCP sockets of these processes, as the kernel writes them:
  /// hexadecimal in host order, colon, port. `0100007F` is 127.0.0.1.
  public static List<String> of(List<ProcessHandle> processes) throws IOException {
    Map<String, String> byInode = new HashMap<>();
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
        String[] words = line.strip().split("\\s+");
        if (words[STATE].equals(LISTENING)) {
          byInode.put(words[INODE], words[ADDRESS]);
        }
      }
    }
    List<String> addresses = new ArrayList<>();
    for (ProcessHandle process : processes) {
      for (String socket : sockets(process)) {
        String address = byInode.get(socket);
        if (address != null) {
          addresses.add(address);
        }
      }
    }
    return addresses;
  }

  /// Whether such an address is one of the machine's own: 127.0.0.0/8, also mapped, or ::1.
  public static boolean isLoopback(String address) {
    String host = address.substring(0, address.indexOf(':'));
    boolean six = host.length() == 32;
    String four = six ? host.substring(24) : host;
    boolean mapped = host.startsWith("0000000000000000FFFF0000");
    return (six && host.equals("00000000000000000000000001000000"))
        || ((!six || mapped) && four.endsWith("7F"));
  }

  /// Those of a process that ended meanwhile, such as a worker of the database, are none.
  private static List<String> sockets(ProcessHandle process) throws IOException {
    List<String> inodes = new ArrayList<>();
    Path descriptors = Path.of("/proc", Long.toString(process.pid()), "fd");
    try (DirectoryStream<Path> each = Files.newDirectoryStream(descriptors)) {
      for (Path one : each) {
        String target = Files.readSymbolicLink(one).toString();
        if (target.startsWith("socket:[")) {
          inodes.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
      return inodes;
    } catch (NoSuchFileException ended) {
      return inodes;
    }
  }
}
