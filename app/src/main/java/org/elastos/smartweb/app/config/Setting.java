// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Every setting there is: its key in files, its default, and what it means. The environment variable
/// is `SMARTWEB_` and the key in capitals with underscores.
public enum Setting {
  /// Where everything that lasts is kept.
  STATE_DIR("state-dir", "", "folder of everything that lasts"),
  /// Development chain, or another profile.
  CHAIN_PROFILE("chain-profile", "development", "development, esc, eid or base"),
  /// RPC sources.
  CHAIN_RPC("chain-rpc", "", "RPC addresses, separated by commas; at least two"),
  /// Oldest acceptable newest block.
  CHAIN_MAX_AGE("chain-max-age-seconds", "15", "a newest block older than this is stale_node"),
  /// How logs are written.
  LOG_FORMAT("log-format", "text", "text or json");

  private final String key;
  private final String byDefault;
  private final String meaning;

  Setting(String key, String byDefault, String meaning) {
    this.key = key;
    this.byDefault = byDefault;
    this.meaning = meaning;
  }

  /// The key in a configuration file, and the name of the flag without its dashes.
  public String key() {
    return key;
  }

  /// The value where nobody gives another.
  public String byDefault() {
    return byDefault;
  }

  /// One line for people.
  public String meaning() {
    return meaning;
  }

  /// The environment variable that sets it.
  public String variable() {
    return "SMARTWEB_" + key.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /// The setting with this key.
  public static Optional<Setting> named(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }
}
