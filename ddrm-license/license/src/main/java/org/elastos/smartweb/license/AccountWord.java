// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

/// What an account says at one block to the claim that it signed.
public enum AccountWord {
  /// It confirms.
  SIGNED,
  /// It denies, fails, or uses up its gas.
  NOT_SIGNED,
  /// There is no contract to ask, and the signature says of no way to create one.
  NO_CONTRACT,
  /// A contract answers, but not as ERC-1271 wants.
  NO_ANSWER
}
