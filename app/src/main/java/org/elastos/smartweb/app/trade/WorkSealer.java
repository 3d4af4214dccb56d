// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.Wallet;
import org.elastos.smartweb.ddrm.AppId;
import org.elastos.smartweb.ddrm.Committee;
import org.elastos.smartweb.ddrm.Condition;
import org.elastos.smartweb.ddrm.Core;
import org.elastos.smartweb.ddrm.DdrmWriter;
import org.elastos.smartweb.ddrm.Envelope;
import org.elastos.smartweb.ddrm.Face;
import org.elastos.smartweb.ddrm.Freshness;
import org.elastos.smartweb.ddrm.Grant;
import org.elastos.smartweb.ddrm.Policy;
import org.elastos.smartweb.ddrm.RecoveryEnvelope;
import org.elastos.smartweb.ddrm.Statement;
import org.elastos.smartweb.ddrm.StatementBody;
import org.elastos.smartweb.ddrm.Terms;
import org.elastos.smartweb.ddrm.Way;
import org.elastos.smartweb.market.ChannelRef;
import org.elastos.smartweb.threshold.GroupKey;
import org.elastos.smartweb.threshold.KemTarget;
import org.elastos.smartweb.threshold.ThresholdKem;

/// Encrypts a work so that holders of one edition, and they alone, get its key from one committee.
/// Thread-safe as far as its source of randomness is.
final class WorkSealer {
  /// The one output that a sound needs.
  private static final String SOUND = "audio";

  /// How long one grant plays.
  private static final Grant GRANT = new Grant(12 * 3600);

  private static final int DRESSING_BYTES = 12 * 1024;

  private final SecureRandom random;

  WorkSealer(SecureRandom random) {
    this.random = random;
  }

  /// What is sealed, and for whom.
  ///
  /// @param recoveryKey the creator's public recovery key
  /// @param player the app that may open the work
  record Job(
      Wallet creator, Look look, Right right, Guard guard, Bytes recoveryKey, AppId player) {}

  /// How the work shows itself.
  record Look(String mediaType, String name, String language, Bytes icon) {}

  /// Which edition opens it.
  record Right(ChannelRef channel, EditionId edition) {
    /// One way: to hold a unit. A purchase counts before it is final (decision B1).
    Policy policy() {
      return Policy.of(
          new Way(
              new Condition.HoldsEdition(channel.chain(), channel.address(), edition),
              GRANT,
              Freshness.FRESH_PURCHASE));
    }
  }

  /// Who guards its key.
  record Guard(Committee committee, GroupKey key) {}

  /// Encrypts a file into a container.
  ///
  /// @param watch sees the file key, lent for the call
  void seal(Path work, Job job, Consumer<SecretBytes> watch, Path target) {
    DdrmWriter.Recipe recipe =
        new DdrmWriter.Recipe(
            job.creator.address(),
            job.look.mediaType,
            length(work),
            DRESSING_BYTES + job.look.icon.size());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(work), 1 << 16)) {
      new DdrmWriter(random).encrypt(in, recipe, new Dressed(job, watch, random), target);
    } catch (IOException e) {
      throw new UncheckedIOException("the work cannot be read", e);
    }
  }

  private static OptionalLong length(Path work) {
    try {
      return OptionalLong.of(Files.size(work));
    } catch (IOException e) {
      throw new UncheckedIOException("the work cannot be read", e);
    }
  }

  /// The creator's first statements and the envelopes of the file key.
  private record Dressed(Job job, Consumer<SecretBytes> watch, SecureRandom random)
      implements DdrmWriter.Dressing {
    @Override
    public List<Statement> statements(Core core) {
      StatementBody.Place first = StatementBody.Place.first(core.assetId());
      TreeMap<AppId, Long> renderers = new TreeMap<>();
      renderers.put(job.player, Player.MIN_RELEASE);
      Terms terms =
          new Terms(
              first,
              job.right.policy(),
              new Terms.Rendering(renderers, List.of(SOUND)),
              List.of(job.guard.committee));
      Face face =
          new Face(first, job.look.name, new Face.Icon.Inline(job.look.icon), job.look.language);
      return List.of(Statement.sign(job.creator, terms), Statement.sign(job.creator, face));
    }

    @Override
    public List<Envelope> envelopes(Core core, SecretBytes fileKey) {
      watch.accept(fileKey);
      KemTarget target =
          new KemTarget(job.guard.key.gk(), core.assetId().hash(), job.right.policy().hash());
      byte[] wrapped = ThresholdKem.encrypt(job.guard.key, target, fileKey, random).bytes();
      return List.of(
          new Envelope(Envelope.THRESHOLD, Bytes.of(wrapped)),
          RecoveryEnvelope.seal(core, fileKey, job.recoveryKey, random));
    }
  }
}
