// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.migrations.Migrations;
import org.elastos.smartweb.migrations.SchemaRules;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.Sql;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.junit.jupiter.api.Test;

@DatabaseTest
class PostgresFollowerStoreIT extends FollowerStoreContract<Sql> {
  private final Db db;
  private final PostgresFollowerStore store;

  PostgresFollowerStoreIT(DatabaseAccess access, Db db) {
    Migrations.migrate(access, "evm_follower");
    this.db = db;
    this.store = new PostgresFollowerStore(db);
  }

  @Override
  FollowerStore<Sql> store() {
    return store;
  }

  @Override
  LogConsumer<Sql> keeper() {
    return new EventTable(name);
  }

  @Override
  List<EvmLog> kept() {
    return new EventTable(name).all(db);
  }

  @Test
  void aFollowerKeepsToItsChain() {
    store.load(spec());
    FollowSpec other =
        FollowSpec.of(spec().name(), new ChainId(20), spec().roots(), spec().firstBlock());
    assertThatThrownBy(() -> store.load(other)).isInstanceOf(FollowException.class);
  }

  @Test
  void keepsTheRulesOfSchemas() {
    assertThat(SchemaRules.breaches(db)).isEmpty();
  }
}
