// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Something that can be set: its key in files and flags, its default (empty where there is none)
/// and what it means. The environment variable is `SMARTWEB_` and the key in capitals with
/// underscores.
public enum Setting {
  /// Where everything that lasts is kept.
  STATE_DIR("state-dir", "", "folder of everything that lasts"),
  /// How logs are written.
  LOG_FORMAT("log-format", "text", "text or json"),
  /// Port of a service.
  HTTP_PORT("http-port", "0", "port on loopback; 0 takes a free one"),
  /// Port on which a service shows what it counts.
  METRICS_PORT("metrics-port", "-1", "port of /metrics on loopback; 0 takes a free one, -1 none"),
  /// Port of a home's public gateway.
  GATEWAY_PORT("gateway-port", "0", "port of the home's public gateway on loopback"),
  /// Peer port of a mainchain node.
  PEER_PORT("peer-port", "0", "port of the mainchain's peer protocol on loopback"),
  /// Folder of a mainchain node.
  DATA_DIR("data-dir", "", "folder in which the ELA development node keeps its chain"),
  /// Pause between blocks of a development chain.
  BLOCK_MILLIS("block-millis", "2000", "a development block every so many milliseconds"),
  /// Which chain, with its rules.
  CHAIN_PROFILE("chain-profile", "development", "development, esc, eid or base"),
  /// RPC sources.
  CHAIN_RPC("chain-rpc", "", "RPC addresses, separated by commas; at least two"),
  /// Several chains at once.
  CHAINS_FILE("chains-file", "", "YAML file with the EVM chains and their sources"),
  /// Oldest acceptable newest block.
  CHAIN_MAX_AGE("chain-max-age-seconds", "15", "a newest block older than this is stale_node"),
  /// The committee's contract.
  COMMITTEE("committee", "", "address of the LicenseCommittee contract"),
  /// The factory of channels.
  CHANNEL_FACTORY("channel-factory", "", "address of the ChannelFactory contract"),
  /// Block from which contracts are followed.
  FROM_BLOCK("from-block", "0", "first block to look at"),
  /// JDBC address.
  DATABASE_URL("database-url", "", "JDBC address of the service's database"),
  /// Database role, which is also the schema.
  DATABASE_ROLE("database-role", "", "role and schema of the service"),
  /// File with the role's password.
  DATABASE_PASSWORD_FILE("database-password-file", "", "file with the role's password"),
  /// Folder of sealed keys.
  KEY_DIR("key-dir", "", "folder of the service's sealed keys"),
  /// File with the password of the sealed keys.
  KEY_PASSWORD_FILE("key-password-file", "", "file with the password of the sealed keys"),
  /// What guessing that password costs.
  KEY_SEALING(
      "key-sealing", "standard", "standard, or light where the key password is random and long"),
  /// The operator's wallet.
  WALLET_FILE("wallet-file", "", "Web3 Secret Storage file of the operator's wallet"),
  /// File with the wallet's password.
  WALLET_PASSWORD_FILE("wallet-password-file", "", "file with the wallet's password"),
  /// Where clients reach a licence node.
  ENDPOINT("endpoint", "", "address of the node for its clients; empty for the port on loopback"),
  /// How often a licence node anchors its audit.
  ANCHOR_SECONDS("audit-anchor-seconds", "600", "a licence node anchors its audit so often"),
  /// How long a licence node knows who asked for what.
  PERSONAL_DAYS("audit-personal-days", "90", "a licence node erases who asked after so many days"),
  /// Pinned committee.
  COMMITTEE_FILE("committee-file", "", "JSON file with the committee that a home may ask"),
  /// Folder of a home.
  HOME_DIR("home-dir", "", "folder of the home's tree, capsules and keys"),
  /// Whether a home fetches from its own network.
  PRIVATE_PROVIDERS(
      "private-providers", "false", "true lets a home fetch from loopback and private addresses"),
  /// Whose home it is.
  OWNER("owner", "", "name of the home's owner");

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
    return List.of(values()).stream().filter(setting -> setting.key.equals(key)).findFirst();
  }
}
