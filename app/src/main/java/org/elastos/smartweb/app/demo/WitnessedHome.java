// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.elastos.smartweb.app.config.Setting;
import org.elastos.smartweb.app.config.Settings;
import org.elastos.smartweb.app.service.HomeMaker;
import org.elastos.smartweb.app.service.ServiceProcess;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.sandbox.GuestWitness;
import org.elastos.smartweb.sandbox.abi.MemoryWindow;

/// Main class of the demo's watched home: an ordinary home that writes down what was in a guest's
/// memory when its run ended, so that the demo can search it. `smartweb home` has no such switch.
public final class WitnessedHome {
  private WitnessedHome() {}

  /// Takes the arguments of `smartweb home`: the command, `--config`, the file, `--child`.
  public static void main(String[] args) throws Exception {
    Settings settings = ServiceProcess.settings(Path.of(args[2]));
    Path folder = memoryFolder(Path.of(settings.required(Setting.HOME_DIR)));
    Files.createDirectories(folder);
    ServiceProcess.run(settings, true, ground -> HomeMaker.make(ground, new MemoryFiles(folder)));
  }

  /// Where the memory of a home's guests is written.
  static Path memoryFolder(Path homeFolder) {
    return homeFolder.resolveSibling("guest-memory");
  }

  private record MemoryFiles(Path folder) implements GuestWitness {
    @Override
    public void ended(Hash256 release, MemoryWindow memory) {
      Path file = folder.resolve(release.hex() + ".memory");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        out.write(memory.array(), memory.offset(), memory.length());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write down a guest's memory", e);
      }
    }
  }
}
