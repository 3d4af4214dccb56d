// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.ddrm.Condition;
import org.elastos.smartweb.ddrm.Core;
import org.elastos.smartweb.ddrm.Face;
import org.elastos.smartweb.ddrm.Statement;
import org.elastos.smartweb.ddrm.StatementChain;
import org.elastos.smartweb.ddrm.Terms;

/// What a creator states about a work: its core, and the chains of terms and faces from their
/// beginning. Exists only with every hash and signature checked, so it may come from anybody.
/// Immutable.
public final class Work {
  /// The longest core, in bytes.
  public static final int MAX_CORE = 4 << 10;

  /// The longest statement, in bytes.
  public static final int MAX_STATEMENT = 64 << 10;

  /// The most statements of a chain.
  public static final int MAX_CHAIN = 32;

  private final Core core;
  private final List<Statement> terms;
  private final List<Statement> faces;

  private Work(Core core, List<Statement> terms, List<Statement> faces) {
    this.core = core;
    this.terms = List.copyOf(terms);
    this.faces = List.copyOf(faces);
  }

  /// Checks encodings, sizes, the creator's signatures and that each chain is whole. There is at
  /// least one statement of terms.
  public static Optional<Work> verify(Bytes core, List<Bytes> terms, List<Bytes> faces) {
    if (core.size() > MAX_CORE) {
      return Optional.empty();
    }
    return Core.parse(core.bytes())
        .toOptional()
        .flatMap(known -> {
          EvmAddress creator = known.pre().creator();
          AssetId asset = known.assetId();
          Optional<List<Statement>> right = chain(StatementChain.terms(creator, asset), terms);
          Optional<List<Statement>> looks = chain(StatementChain.face(creator, asset), faces);
          return right.isEmpty() || right.get().isEmpty() || looks.isEmpty()
              ? Optional.empty()
              : Optional.of(new Work(known, right.get(), looks.get()));
        });
  }

  /// Names the work.
  public AssetId assetId() {
    return core.assetId();
  }

  /// What never changes about the work.
  public Core core() {
    return core;
  }

  /// The account that speaks for the work.
  public EvmAddress creator() {
    return core.pre().creator();
  }

  /// All statements of terms, from the first.
  public List<Statement> termsChain() {
    return terms;
  }

  /// All statements of a face, from the first.
  public List<Statement> faceChain() {
    return faces;
  }

  /// The newest terms.
  public Terms terms() {
    return (Terms) terms.getLast().body();
  }

  /// The newest face, when there is one.
  public Optional<Face> face() {
    return faces.isEmpty() ? Optional.empty() : Optional.of((Face) faces.getLast().body());
  }

  /// Whether a way of the newest terms opens the work to somebody who holds this edition and
  /// nothing else.
  public boolean opensWith(ChannelRef channel, EditionId edition) {
    Condition.HoldsEdition held =
        new Condition.HoldsEdition(channel.chain(), channel.address(), edition);
    return terms().policy().ways().stream().anyMatch(way -> holds(way.condition(), held));
  }

  private static boolean holds(Condition condition, Condition.HoldsEdition held) {
    return switch (condition) {
      case Condition.HoldsEdition one -> one.equals(held);
      case Condition.AllOf(var members) -> members.stream().allMatch(one -> holds(one, held));
      case Condition.AnyOf(var members) -> members.stream().anyMatch(one -> holds(one, held));
      case Condition.AtLeast(int k, var members) ->
          members.stream().filter(one -> holds(one, held)).count() >= k;
      // What else somebody has, or lacks, cannot be promised with an edition.
      case Condition.Not _, Condition.Leaf _ -> false;
    };
  }

  private static Optional<List<Statement>> chain(StatementChain chain, List<Bytes> encoded) {
    if (encoded.size() > MAX_CHAIN) {
      return Optional.empty();
    }
    StatementChain grown = chain;
    List<Statement> statements = new ArrayList<>();
    for (Bytes one : encoded) {
      Optional<Statement> statement =
          one.size() > MAX_STATEMENT ? Optional.empty() : Statement.parse(one.bytes()).toOptional();
      if (statement.isEmpty()
          || !(grown.accept(statement.get())
              instanceof StatementChain.Outcome.Accepted(StatementChain longer))) {
        return Optional.empty();
      }
      statements.add(statement.get());
      grown = longer;
    }
    return Optional.of(statements);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Work that
        && core.equals(that.core)
        && terms.equals(that.terms)
        && faces.equals(that.faces);
  }

  @Override
  public int hashCode() {
    return Objects.hash(core, terms, faces);
  }

  @Override
  public String toString() {
    return "Work[" + assetId() + "]";
  }
}
