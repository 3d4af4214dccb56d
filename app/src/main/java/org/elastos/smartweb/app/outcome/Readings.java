// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.outcome;

import java.util.Map;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.contracts.ContractErrors;

/// What a command makes of a chain's reading: the value, or a failure that says who said what.
public final class Readings {
  private Readings() {}

  /// The value that a quorum agreed on.
  public static <T> T required(Reading<T> reading) {
    return switch (reading) {
      case Reading.Agreed<T>(T value, var _) -> value;
      case Reading.Unknown<T> unknown ->
          throw new CommandFailure(
              unknown.code().text(),
              "the chain gives no agreed answer",
              "check the chain's sources and try again",
              Map.of(
                  "answers", unknown.answers().toString(),
                  "contract", ContractErrors.describe(unknown.revertData())));
    };
  }
}
