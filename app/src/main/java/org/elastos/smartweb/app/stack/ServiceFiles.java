// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.elastos.smartweb.app.config.Setting;

/// Writes the configuration file of a service. Stateless.
final class ServiceFiles {
  private static final YAMLMapper YAML = new YAMLMapper();

  private ServiceFiles() {}

  static Path write(Path folder, Map<Setting, String> settings) {
    Map<String, String> byKey = new TreeMap<>();
    settings.forEach((setting, value) -> byKey.put(setting.key(), value));
    Path file = folder.resolve("config.yaml");
    try {
      Files.writeString(file, YAML.writeValueAsString(byKey));
      return file;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("settings are not YAML", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a service's configuration", e);
    }
  }
}
