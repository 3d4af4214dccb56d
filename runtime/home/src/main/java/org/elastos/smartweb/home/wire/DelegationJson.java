// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.home.license.Delegations;
import org.elastos.smartweb.home.license.RevocationNotice;
import org.elastos.smartweb.home.license.StoredDelegation;

/// A delegation as JSON. Stateless.
public final class DelegationJson {
  private DelegationJson() {}

  /// Writes it.
  public static JsonObject write(StoredDelegation delegation) {
    JsonObject json =
        new JsonObject()
            .put("hash", delegation.hash().toString())
            .put("wallet", delegation.wallet().toString())
            .put(
                "committees",
                new JsonArray(delegation.committees().stream().map(Hash256::toString).toList()))
            .put("issuedAt", delegation.issuedAt().toString())
            .put("expiresAt", delegation.expiresAt().toString());
    delegation.revokedAt().ifPresent(at -> json.put("revokedAt", at.toString()));
    return json;
  }

  /// Writes one that ended, with what the nodes said to that.
  public static JsonObject write(Delegations.Revoked revoked) {
    return write(revoked.delegation())
        .put("nodes", new JsonArray(revoked.nodes().stream().map(DelegationJson::told).toList()));
  }

  private static JsonObject told(RevocationNotice.Told told) {
    return new JsonObject()
        .put("index", told.index())
        .put("endpoint", told.endpoint().toString())
        .put("acknowledged", told.acknowledged())
        .put("detail", told.detail());
  }

  /// Reads it.
  public static StoredDelegation read(JsonObject json) {
    return new StoredDelegation(
        Hash256.fromHex(Fields.text(json, "hash")),
        EvmAddress.fromHex(Fields.text(json, "wallet")),
        Fields.texts(json, "committees").stream().map(Hash256::fromHex).toList(),
        Instant.parse(Fields.text(json, "issuedAt")),
        Instant.parse(Fields.text(json, "expiresAt")),
        Fields.optionalText(json, "revokedAt").map(Instant::parse));
  }
}
