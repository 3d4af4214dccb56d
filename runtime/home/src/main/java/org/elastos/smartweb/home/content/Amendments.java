// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.ddrm.DdrmReader;
import org.elastos.smartweb.ddrm.Envelope;
import org.elastos.smartweb.ddrm.Header;
import org.elastos.smartweb.ddrm.Sidecar;
import org.elastos.smartweb.ddrm.Terms;
import org.elastos.smartweb.home.outcome.Outcome;
import org.elastos.smartweb.home.outcome.Refusal;
import org.elastos.smartweb.threshold.ThresholdHeader;

/// What a creator adds to a work after it was published (decision A5): newer statements, and
/// envelopes for other committees. They lie in a sidecar beside each copy that the owner holds, so
/// no payload is fetched again. A statement is believed by its signature and its place in the
/// chain; an envelope by nobody before it opens, so of what strangers hand over only a few of each
/// committee that the creator's terms name are kept. Thread-safe; blocks.
public final class Amendments {
  /// The longest sidecar that is taken from anybody, in bytes.
  public static final int MAX_BYTES = 1 << 20;

  private static final int MOST_STATEMENTS = 64;
  private static final int MOST_ENVELOPES = 32;
  private static final int MOST_OF_A_COMMITTEE = 4;

  private final Library library;
  private final ReentrantLock writing = new ReentrantLock();

  /// Amendments of what lies in this library.
  public Amendments(Library library) {
    this.library = library;
  }

  /// What was new, counted over one copy.
  public record Amended(int statements, int envelopes) {
    /// Nothing was new.
    public static final Amended NOTHING = new Amended(0, 0);
  }

  /// Takes what the owner hands over.
  public Outcome<Amended> offer(Hash256 asset, byte[] sidecar) {
    return taken(asset, sidecar, false);
  }

  /// Takes what a stranger answered.
  public Outcome<Amended> offerOfStranger(Hash256 asset, byte[] sidecar) {
    return taken(asset, sidecar, true);
  }

  /// The statements and the public envelopes of a work, for whoever asks; a lease of a device is
  /// nobody else's.
  public Outcome<byte[]> newest(Hash256 asset) {
    return library
        .workOf(asset)
        .then(work -> reading(library.file(work)).map(copy -> encoded(copy.full())));
  }

  private static byte[] encoded(Header header) {
    List<Envelope> open =
        header.envelopes().stream()
            .filter(one -> one.kind() == Envelope.THRESHOLD || one.kind() == Envelope.RECOVERY)
            .toList();
    return new Sidecar(header.core().assetId(), header.statements(), open).encode();
  }

  private Outcome<Amended> taken(Hash256 asset, byte[] encoded, boolean stranger) {
    Optional<Sidecar> offered =
        encoded.length > MAX_BYTES ? Optional.empty() : Sidecar.parse(encoded).toOptional();
    if (offered.filter(one -> one.asset().equals(new AssetId(asset))).isEmpty()) {
      return Outcome.refused(
          Refusal.Kind.INVALID, "bad_sidecar", "this is no sidecar of the work, or too long");
    }
    writing.lock();
    try {
      return library
          .workOf(asset)
          .then(newest -> {
            Outcome<Amended> outcome = new Outcome.Done<>(Amended.NOTHING);
            for (ShelvedWork copy : library.copiesOf(asset)) {
              Path file = library.file(copy);
              outcome = reading(file).then(read -> written(file, read, offered.get(), stranger));
            }
            return outcome;
          });
    } finally {
      writing.unlock();
    }
  }

  /// A copy's header as it was published, and with the sidecar that lies beside it.
  private record Copy(Header bare, Header full) {}

  private static Outcome<Copy> reading(Path file) {
    try {
      DdrmReader.Opening bare = DdrmReader.open(FileChannel.open(file));
      if (!(bare instanceof DdrmReader.Opening.Opened(DdrmReader reader))) {
        return Outcome.refused(
            Refusal.Kind.CONFLICT, "content_damaged", "the file on the shelf is damaged");
      }
      try (reader) {
        Header header = reader.header();
        Header full = Sidecar.read(file).map(header::extendedBy).orElse(header);
        return new Outcome.Done<>(new Copy(header, full));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a work on the shelf cannot be read", e);
    }
  }

  private static Outcome<Amended> written(Path file, Copy copy, Sidecar offered, boolean stranger) {
    Header longer =
        copy.full.extendedBy(new Sidecar(offered.asset(), offered.statements(), List.of()));
    List<Envelope> envelopes = new ArrayList<>(longer.envelopes());
    for (Envelope one : offered.envelopes()) {
      if (!envelopes.contains(one) && (!stranger || wanted(one, envelopes, longer))) {
        envelopes.add(one);
      }
    }
    if (longer.statements().size() > MOST_STATEMENTS || envelopes.size() > MOST_ENVELOPES) {
      return Outcome.refused(
          Refusal.Kind.CONFLICT, "too_many_amendments", "a copy keeps 64 statements, 32 envelopes");
    }
    Amended amended =
        new Amended(
            longer.statements().size() - copy.full.statements().size(),
            envelopes.size() - copy.full.envelopes().size());
    if (!amended.equals(Amended.NOTHING)) {
      write(file, copy.bare, longer, envelopes);
    }
    return new Outcome.Done<>(amended);
  }

  private static void write(Path file, Header bare, Header longer, List<Envelope> envelopes) {
    try {
      new Sidecar(
              bare.core().assetId(),
              longer.statements().subList(bare.statements().size(), longer.statements().size()),
              envelopes.subList(bare.envelopes().size(), envelopes.size()))
          .write(file);
    } catch (IOException e) {
      throw new UncheckedIOException("a sidecar cannot be written", e);
    }
  }

  /// Whether a stranger's envelope is for a committee that the creator named, and not one too many.
  private static boolean wanted(Envelope offered, List<Envelope> known, Header header) {
    Optional<Hash256> committee = committee(offered);
    Optional<Terms> terms = header.terms();
    return committee.isPresent()
        && terms.isPresent()
        && terms.get().committees().stream()
            .anyMatch(named -> named.groupKey().equals(committee.get()))
        && known.stream().filter(one -> committee(one).equals(committee)).count()
            < MOST_OF_A_COMMITTEE;
  }

  private static Optional<Hash256> committee(Envelope envelope) {
    return envelope.kind() == Envelope.THRESHOLD
            && ThresholdHeader.decode(envelope.body().bytes())
                instanceof ThresholdHeader.Decoded.Header(ThresholdHeader header)
        ? Optional.of(header.gk())
        : Optional.empty();
  }
}
