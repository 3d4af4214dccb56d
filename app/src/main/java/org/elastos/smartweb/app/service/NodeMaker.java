// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.elastos.smartweb.app.config.Setting;
import org.elastos.smartweb.app.config.Settings;
import org.elastos.smartweb.app.wallet.Wallets;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.evm.KeystoreWallet;
import org.elastos.smartweb.chain.evm.OutboxEvmSender;
import org.elastos.smartweb.chain.evm.PostgresTxOutbox;
import org.elastos.smartweb.license.ShareHolder;
import org.elastos.smartweb.license.node.LicenseNode;
import org.elastos.smartweb.license.node.LicenseNodeConfig;
import org.elastos.smartweb.license.node.OperationConfig;
import org.elastos.smartweb.migrations.Migrations;
import org.elastos.smartweb.platform.Service;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.DbOptions;
import org.elastos.smartweb.platform.state.PrivateDirectory;

/// Wires a licence node from its settings.
public final class NodeMaker {
  private static final int CONNECTIONS = 4;

  private NodeMaker() {}

  /// An honest node.
  public static Service make(ServiceProcess.Ground ground) {
    return make(ground, UnaryOperator.identity());
  }

  /// A node whose share stands behind `wrap`.
  public static Service make(ServiceProcess.Ground ground, UnaryOperator<ShareHolder> wrap) {
    Settings settings = ground.settings();
    DatabaseAccess access = ServiceProcess.database(settings);
    Migrations.migrate(access, "node");
    Migrations.migrate(access, "evm_outbox");
    Db db = Db.open(access, DbOptions.DEFAULT.withConnections(CONNECTIONS));
    ChainAccess chain = ChainAccess.of(ground);
    KeystoreWallet wallet =
        Wallets.open(
            Path.of(settings.required(Setting.WALLET_FILE)),
            Path.of(settings.required(Setting.WALLET_PASSWORD_FILE)),
            ground.random());
    OutboxEvmSender sender =
        new OutboxEvmSender(chain.sources(), chain.chain(), wallet, new PostgresTxOutbox(db));
    LicenseNodeConfig config =
        new LicenseNodeConfig(
            Math.toIntExact(settings.number(Setting.HTTP_PORT)),
            settings.get(Setting.ENDPOINT),
            EvmAddress.fromHex(settings.required(Setting.COMMITTEE)),
            PrivateDirectory.create(Path.of(settings.required(Setting.KEY_DIR))),
            ServiceProcess.password(settings, Setting.KEY_PASSWORD_FILE),
            ServiceProcess.sealing(settings),
            new OperationConfig(
                Duration.ofSeconds(settings.number(Setting.ANCHOR_SECONDS)),
                Duration.ofDays(settings.number(Setting.PERSONAL_DAYS))));
    LicenseNode node =
        new LicenseNode(
            ground.vertx(),
            config,
            new LicenseNode.Parts(
                chain.chain(), sender, db, wrap, ground.clock(), ground.random()));
    return new Owned(node, db, wallet, config.password(), chain);
  }
}
