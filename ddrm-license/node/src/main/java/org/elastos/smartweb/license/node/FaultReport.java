// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.elastos.smartweb.threshold.BoardState;
import org.elastos.smartweb.threshold.CeremonyOutcome;
import org.elastos.smartweb.threshold.CeremonyTerms;
import org.elastos.smartweb.threshold.Fault;
import org.elastos.smartweb.threshold.KeyCeremony;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs who did wrong in a ceremony, each once, when the windows that would let them do better have
/// closed. Not thread-safe.
final class FaultReport {
  private static final Logger LOG = LoggerFactory.getLogger(FaultReport.class);

  private final Set<Long> told = new HashSet<>();

  void tell(CeremonyTerms terms, BoardState state) {
    boolean failed = state.phase() == BoardState.Phase.FAILED;
    boolean active = state.phase() == BoardState.Phase.ACTIVE && state.settled();
    if (!(failed || active) || !told.add(terms.epoch())) {
      return;
    }
    CeremonyOutcome outcome = KeyCeremony.read(terms, state.messages()).outcome();
    if (failed) {
      LOG.atWarn()
          .addKeyValue("epoch", terms.epoch())
          .addKeyValue("confirmed", state.confirmed())
          .addKeyValue("reason", reason(outcome))
          .log("key ceremony failed");
    }
    for (Fault fault : faults(outcome)) {
      LOG.atWarn()
          .addKeyValue("epoch", terms.epoch())
          .addKeyValue("role", fault.role())
          .addKeyValue("member", fault.member())
          .addKeyValue("seq", fault.seq())
          .addKeyValue("code", fault.code().text())
          .log("member at fault in the key ceremony");
    }
  }

  private static String reason(CeremonyOutcome outcome) {
    return switch (outcome) {
      case CeremonyOutcome.Failed failed -> failed.reason().name();
      case CeremonyOutcome.Agreed _ -> "TOO_FEW_CONFIRMATIONS";
    };
  }

  private static List<Fault> faults(CeremonyOutcome outcome) {
    return switch (outcome) {
      case CeremonyOutcome.Failed failed -> failed.faults();
      case CeremonyOutcome.Agreed agreed -> agreed.faults();
    };
  }
}
