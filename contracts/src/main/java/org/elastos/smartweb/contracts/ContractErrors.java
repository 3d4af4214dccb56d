// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.contracts.abi.AbiException;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.generated.ErrorTable;

/// Puts a contract's refusal into words. Stateless.
public final class ContractErrors {
  private static final String REASON = "08c379a0";
  private static final String PANIC = "4e487b71";
  private static final int SELECTOR = 4;

  private ContractErrors() {}

  /// The refusal's name, such as `NotTransferable`, a stable code; empty for what is not ours.
  public static Optional<String> name(Bytes revertData) {
    return declaration(revertData).map(declared -> declared.substring(0, declared.indexOf('(')));
  }

  /// One line for people: the refusal with its arguments, a plain reason, a panic, or the bytes of
  /// something unknown. Never fails.
  public static String describe(Bytes revertData) {
    if (revertData.size() < SELECTOR) {
      return "reverted without a reason";
    }
    try {
      return switch (selector(revertData)) {
        case REASON -> AbiReader.call(REASON, revertData).string();
        case PANIC -> "panic 0x" + AbiReader.call(PANIC, revertData).uint(256).toString(16);
        default ->
            declaration(revertData)
                .map(declared -> withArguments(declared, revertData))
                .orElseGet(() -> "unknown refusal " + revertData);
      };
    } catch (AbiException e) {
      return "malformed refusal " + revertData;
    }
  }

  private static Optional<String> declaration(Bytes revertData) {
    return revertData.size() < SELECTOR
        ? Optional.empty()
        : Optional.ofNullable(ErrorTable.BY_SELECTOR.get(selector(revertData)));
  }

  private static String selector(Bytes revertData) {
    return HexFormat.of().formatHex(Arrays.copyOf(revertData.bytes(), SELECTOR));
  }

  /// `Name(uint256 left)` and the data become `Name(left=3)`.
  private static String withArguments(String declared, Bytes revertData) {
    int open = declared.indexOf('(');
    String parameters = declared.substring(open + 1, declared.length() - 1);
    if (parameters.isEmpty()) {
      return declared.substring(0, open);
    }
    AbiReader in = AbiReader.call(selector(revertData), revertData);
    StringBuilder text = new StringBuilder(declared.substring(0, open)).append('(');
    for (String parameter : parameters.split(", ")) {
      int space = parameter.indexOf(' ');
      text.append(parameter.substring(space + 1)).append('=');
      text.append(value(parameter.substring(0, space), in)).append(", ");
    }
    text.setLength(text.length() - 2);
    return text.append(')').toString();
  }

  private static String value(String type, AbiReader in) {
    if (type.startsWith("uint")) {
      BigInteger number = in.uint(Integer.parseInt(type.substring(4)));
      return number.bitLength() > 160 ? "0x" + number.toString(16) : number.toString();
    }
    return type.equals("address") ? in.address().toString() : in.word().toString();
  }
}
