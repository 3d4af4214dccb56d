// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import org.elastos.smartweb.chain.Hash256;

/// A branch that keeps all rules and would win, but whose adoption would undo what counts as final.
/// While it stands, nothing new counts as final: people must decide.
///
/// @param code `finality_contradicted` or `reorganisation_too_deep`
/// @param tip its newest block, kept with the branch as evidence; internal order
/// @param source who showed it first
public record Contest(String code, long height, Hash256 tip, String source) {}
