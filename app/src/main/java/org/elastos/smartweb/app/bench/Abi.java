// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.util.function.Consumer;
import java.util.function.Function;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;
import org.elastos.smartweb.contracts.abi.ContractCall;
import org.elastos.smartweb.contracts.abi.ContractQuery;

/// Calls of contracts that we have no wrappers of. Stateless.
final class Abi {
  private Abi() {}

  /// A call with its arguments in their order.
  static ContractCall call(String selector, Consumer<AbiWriter> arguments) {
    AbiWriter writer = new AbiWriter();
    arguments.accept(writer);
    Bytes data = writer.call(selector);
    return () -> data;
  }

  /// A question whose answer one word holds.
  static <R> ContractQuery<R> query(ContractCall call, Function<AbiReader, R> answer) {
    Bytes data = call.callData();
    return new ContractQuery<>() {
      @Override
      public Bytes callData() {
        return data;
      }

      @Override
      public R decodeResult(Bytes returned) {
        return answer.apply(AbiReader.of(returned));
      }
    };
  }

  /// A creation code with one address as the constructor's argument.
  static Bytes creation(Bytes code, EvmAddress argument) {
    return Bytes.fromHex(code.hex() + "0".repeat(24) + argument.hex());
  }
}
