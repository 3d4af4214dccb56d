// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

/// The twin under the suite that the contract passes too.
class InMemoryBoardTest extends CeremonyBoardContract {
  @Override
  protected BoardLab lab(int operators, CommitteeShape founders) {
    return new InMemoryBoardLab(4242, operators, founders);
  }
}
