// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.LocalWallet;
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
import org.elastos.smartweb.ddrm.Statement;
import org.elastos.smartweb.ddrm.StatementBody;
import org.elastos.smartweb.ddrm.Terms;
import org.elastos.smartweb.ddrm.Way;
import org.elastos.smartweb.threshold.GroupKey;
import org.elastos.smartweb.threshold.KemTarget;
import org.elastos.smartweb.threshold.ThresholdKem;

/// Encrypted works for tests.
final class TestWorks {
  static final Condition.HoldsEdition EDITION =
      new Condition.HoldsEdition(
          new ChainId(31_337),
          EvmAddress.fromHex("c0".repeat(20)),
          EditionId.fromHex("e1".repeat(32)));

  private static final Policy POLICY =
      Policy.of(new Way(EDITION, new Grant(3600), Freshness.FINAL));

  private TestWorks() {}

  /// What a work is published with.
  record Guard(GroupKey group, Committee committee, AppId renderer, String output) {}

  /// A work of so many bytes of noise without terms.
  static DdrmWriter.Written noise(int length, long seed, Path target) {
    byte[] content = new byte[length];
    new Random(seed).nextBytes(content);
    LocalWallet creator = LocalWallet.generate(new SecureRandom());
    return write(content, creator, target, new Faces(creator));
  }

  /// A sound that this committee guards.
  static DdrmWriter.Written sound(byte[] ogg, Guard guard, Path target) {
    return sound(ogg, guard, LocalWallet.generate(new SecureRandom()), target);
  }

  /// The same by a creator who has more to say later.
  static DdrmWriter.Written sound(byte[] ogg, Guard guard, LocalWallet creator, Path target) {
    return write(ogg, creator, target, new Guarded(creator, guard));
  }

  static byte[] resource(String name) {
    try (InputStream in = TestWorks.class.getResourceAsStream("/audio/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DdrmWriter.Written write(
      byte[] content, LocalWallet creator, Path target, DdrmWriter.Dressing dressing) {
    return new DdrmWriter(new SecureRandom())
        .encrypt(
            new ByteArrayInputStream(content),
            DdrmWriter.Recipe.of(creator.address(), "audio/ogg", OptionalLong.of(content.length)),
            dressing,
            target);
  }

  private static Statement face(LocalWallet creator, Core core) {
    return Statement.sign(
        creator,
        new Face(StatementBody.Place.first(core.assetId()), "A Song", new Face.Icon.None(), "en"));
  }

  private record Faces(LocalWallet creator) implements DdrmWriter.Dressing {
    @Override
    public List<Statement> statements(Core core) {
      return List.of(face(creator, core));
    }

    @Override
    public List<Envelope> envelopes(Core core, SecretBytes fileKey) {
      return List.of();
    }
  }

  private record Guarded(LocalWallet creator, Guard guard) implements DdrmWriter.Dressing {
    @Override
    public List<Statement> statements(Core core) {
      TreeMap<AppId, Long> renderers = new TreeMap<>();
      renderers.put(guard.renderer(), 1L);
      Terms terms =
          new Terms(
              StatementBody.Place.first(core.assetId()),
              POLICY,
              new Terms.Rendering(renderers, List.of(guard.output())),
              List.of(guard.committee()));
      return List.of(Statement.sign(creator, terms), face(creator, core));
    }

    @Override
    public List<Envelope> envelopes(Core core, SecretBytes fileKey) {
      KemTarget target = new KemTarget(guard.group().gk(), core.assetId().hash(), POLICY.hash());
      byte[] header =
          ThresholdKem.encrypt(guard.group(), target, fileKey, new SecureRandom()).bytes();
      return List.of(new Envelope(Envelope.THRESHOLD, Bytes.of(header)));
    }
  }
}
