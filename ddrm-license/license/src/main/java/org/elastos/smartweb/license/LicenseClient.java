// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.ddrm.Statement;
import org.elastos.smartweb.threshold.CheckedHeader;
import org.elastos.smartweb.threshold.ThresholdHeader;
import org.elastos.smartweb.threshold.ThresholdKem;

/// Asks a committee for a file key: t + 1 nodes first, the fastest ones, another for each that
/// fails, and all the rest when these are slower than usual; verifies each partial, names whoever
/// gave a wrong one, and combines t good ones. Bounded in time whatever the nodes do; safe for many
/// threads.
public final class LicenseClient {
  private final CommitteeRoster committee;
  private final Patience patience;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Supplier<Pace> paces;

  /// How long to wait for one node's answer, before asking all the rest, and altogether.
  public record Patience(Duration perCall, Duration hedgeAfter, Duration whole) {
    /// At most half a second until hedging, three seconds a call, eight seconds in all.
    public static final Patience STANDARD =
        new Patience(Duration.ofSeconds(3), Duration.ofMillis(500), Duration.ofSeconds(8));
  }

  /// What to ask for: the header's bytes, the encoded core, the signed terms, and what the answer
  /// has to hold.
  public record Wish(Bytes header, Bytes core, Statement terms, LicenseRequest.Want want) {
    /// A licence to play.
    public Wish(Bytes header, Bytes core, Statement terms) {
      this(header, core, terms, LicenseRequest.Want.LICENSE);
    }

    AssetId asset() {
      return AssetId.ofCore(core.bytes());
    }
  }

  /// Asks this committee.
  public LicenseClient(
      CommitteeRoster committee, Patience patience, InstantSource clock, SecureRandom random) {
    this(committee, patience, new Sources(clock, random), Pace.real());
  }

  /// The time and randomness of requests.
  record Sources(InstantSource clock, SecureRandom random) {}

  LicenseClient(
      CommitteeRoster committee, Patience patience, Sources sources, Supplier<Pace> paces) {
    this.committee = committee;
    this.patience = patience;
    this.clock = sources.clock();
    this.random = sources.random();
    this.paces = paces;
  }

  /// Obtains the file key under a session.
  public LicenseOutcome obtain(HomeSession home, Wish wish) {
    if (!(ThresholdHeader.decode(wish.header().bytes())
        instanceof ThresholdHeader.Decoded.Header(ThresholdHeader header))) {
      return bad(LicenseOutcome.Fault.MALFORMED);
    }
    if (!header.gk().equals(committee.keys().groupKey().gk())) {
      return bad(LicenseOutcome.Fault.WRONG_COMMITTEE);
    }
    Optional<CheckedHeader> checked = ThresholdKem.check(header, wish.asset().hash());
    if (checked.isEmpty()) {
      return bad(LicenseOutcome.Fault.BAD_CIPHERTEXT);
    }
    NodeDialogue.Calls calls =
        new NodeDialogue.Calls(call(home, wish, wish.want()), want -> call(home, wish, want));
    NodeDialogue dialogue =
        new NodeDialogue(committee.keys(), home, calls, checked.get(), patience.perCall());
    return ask(dialogue);
  }

  private LicenseCall call(HomeSession home, Wish wish, LicenseRequest.Want want) {
    byte[] nonce = new byte[LicenseRequest.NONCE_BYTES];
    random.nextBytes(nonce);
    LicenseRequest request =
        new LicenseRequest(
            home.session().hash(),
            new LicenseRequest.Wanted(
                committee.keys().groupKey().gk(),
                wish.asset(),
                wish.terms().body().payloadHash(),
                wish.header()),
            Instant.ofEpochSecond(clock.instant().getEpochSecond()),
            Bytes.of(nonce),
            want);
    return new LicenseCall(request, home.sign(request), wish.core(), wish.terms());
  }

  private LicenseOutcome ask(NodeDialogue dialogue) {
    LicenseRound round = new LicenseRound(dialogue, committee, patience);
    try (Pace pace = paces.get()) {
      round.run(pace);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return round.conclude(committee);
  }

  private static LicenseOutcome bad(LicenseOutcome.Fault fault) {
    return new LicenseOutcome.BadEnvelope(fault, new TreeMap<>());
  }
}
