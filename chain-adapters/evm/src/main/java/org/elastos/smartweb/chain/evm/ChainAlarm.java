// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.util.List;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.Reading.SourceAnswer;

/// Something about a chain's sources that an operator has to look at.
///
/// @param question what was asked, for example `logs` or `heads`
/// @param answers who said what
public record ChainAlarm(Kind kind, ChainId chain, String question, List<SourceAnswer> answers) {
  /// Keeps a copy of the answers.
  public ChainAlarm {
    answers = List.copyOf(answers);
  }

  /// What is wrong.
  public enum Kind {
    /// Sources contradict each other and no quorum formed.
    SOURCES_DISAGREE("sources_disagree"),
    /// A quorum formed against what another source says.
    SOURCE_OUTVOTED("source_outvoted"),
    /// Too few sources answer.
    SOURCES_UNAVAILABLE("sources_unavailable"),
    /// The newest agreed block is too old.
    STALE_NODE("stale_node"),
    /// A block that was final has another hash now.
    FINAL_BLOCK_CHANGED("final_block_changed");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /// The stable code.
    public String code() {
      return code;
    }
  }
}
