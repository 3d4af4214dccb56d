// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.EvmAddress;

/// One chain of statements as a home keeps it: each names its predecessor, none takes away what an
/// earlier one gave, and the first accepted wins a fork. Immutable.
public final class StatementChain {
  private final EvmAddress creator;
  private final AssetId asset;
  private final String kind;
  private final Optional<Statement> newest;

  private StatementChain(
      EvmAddress creator, AssetId asset, String kind, Optional<Statement> newest) {
    this.creator = creator;
    this.asset = asset;
    this.kind = kind;
    this.newest = newest;
  }

  /// The empty chain of terms of a work.
  public static StatementChain terms(EvmAddress creator, AssetId asset) {
    return new StatementChain(creator, asset, Terms.KIND, Optional.empty());
  }

  /// The empty chain of faces of a work.
  public static StatementChain face(EvmAddress creator, AssetId asset) {
    return new StatementChain(creator, asset, Face.KIND, Optional.empty());
  }

  /// Why a statement is not accepted.
  public enum Code {
    /// It belongs to the other chain.
    OTHER_KIND,
    /// It speaks of another work.
    OTHER_ASSET,
    /// The creator that the core names has not signed it.
    BAD_SIGNATURE,
    /// It is the newest one already.
    ALREADY_KNOWN,
    /// Another statement holds its number, or it names another predecessor.
    FORK,
    /// Statements between are missing.
    GAP,
    /// A way to the right is missing.
    DROPS_WAY,
    /// A committee is missing.
    DROPS_COMMITTEE,
    /// A renderer is missing.
    DROPS_RENDERER,
    /// The lowest release of a renderer went down.
    LOWERS_RELEASE,
    /// An output is missing.
    DROPS_OUTPUT
  }

  /// The outcome of offering a statement.
  public sealed interface Outcome {
    /// The chain with the statement at its end.
    record Accepted(StatementChain chain) implements Outcome {}

    /// The chain stays as it is.
    record Refused(Code code) implements Outcome {}
  }

  /// The newest statement.
  public Optional<Statement> newest() {
    return newest;
  }

  /// Offers a statement.
  public Outcome accept(Statement statement) {
    return refusal(statement)
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() ->
            new Outcome.Accepted(new StatementChain(creator, asset, kind, Optional.of(statement))));
  }

  private Optional<Code> refusal(Statement statement) {
    StatementBody body = statement.body();
    if (!body.kind().equals(kind)) {
      return Optional.of(Code.OTHER_KIND);
    }
    if (!body.place().asset().equals(asset)) {
      return Optional.of(Code.OTHER_ASSET);
    }
    if (!statement.signedBy(creator)) {
      return Optional.of(Code.BAD_SIGNATURE);
    }
    if (newest.isEmpty()) {
      return body.place().seq() == 0 ? Optional.empty() : Optional.of(Code.GAP);
    }
    return refusalAfter(newest.get().body(), body);
  }

  private static Optional<Code> refusalAfter(StatementBody before, StatementBody body) {
    long next = before.place().seq() + 1;
    if (body.equals(before)) {
      return Optional.of(Code.ALREADY_KNOWN);
    }
    if (body.place().seq() > next) {
      return Optional.of(Code.GAP);
    }
    if (!body.place().equals(StatementBody.Place.after(before))) {
      return Optional.of(Code.FORK);
    }
    return before instanceof Terms old && body instanceof Terms terms
        ? loss(old, terms)
        : Optional.empty();
  }

  private static Optional<Code> loss(Terms before, Terms after) {
    Set<Way> ways = new HashSet<>(after.policy().ways());
    if (!ways.containsAll(before.policy().ways())) {
      return Optional.of(Code.DROPS_WAY);
    }
    if (!new HashSet<>(after.committees()).containsAll(before.committees())) {
      return Optional.of(Code.DROPS_COMMITTEE);
    }
    if (!new HashSet<>(after.rendering().outputs()).containsAll(before.rendering().outputs())) {
      return Optional.of(Code.DROPS_OUTPUT);
    }
    for (Map.Entry<AppId, Long> renderer : before.rendering().renderers().entrySet()) {
      Long release = after.rendering().renderers().get(renderer.getKey());
      if (release == null) {
        return Optional.of(Code.DROPS_RENDERER);
      }
      if (release < renderer.getValue()) {
        return Optional.of(Code.LOWERS_RELEASE);
      }
    }
    return Optional.empty();
  }
}
