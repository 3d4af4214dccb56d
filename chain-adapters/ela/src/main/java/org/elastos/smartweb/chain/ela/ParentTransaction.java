// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;

/// A transaction of the parent chain in Bitcoin's layout without witness: the coinbase that commits
/// to an ELA block. Locks and sequences are unsigned 32-bit. Immutable.
public record ParentTransaction(
    int version, List<Input> inputs, List<Output> outputs, long lockTime) {
  /// The longest script that the node reads.
  public static final int MAX_SCRIPT = 10_000;

  static final int LEAST_INPUT = 41;
  static final int LEAST_OUTPUT = 9;

  /// What is spent; a coinbase spends the zero hash at index 0xffffffff.
  public record Input(Hash256 previous, long index, Bytes script, long sequence) {}

  /// What is paid, in satoshi.
  public record Output(long value, Bytes script) {}

  /// Copies the lists.
  public ParentTransaction {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  static ParentTransaction read(ElaReader in) {
    int version = (int) in.u32("parent.version");
    List<Input> inputs = in.list(LEAST_INPUT, "parent.inputs", ParentTransaction::readInput);
    List<Output> outputs = in.list(LEAST_OUTPUT, "parent.outputs", ParentTransaction::readOutput);
    return new ParentTransaction(version, inputs, outputs, in.u32("parent.lockTime"));
  }

  void write(ElaWriter out) {
    out.u32(Integer.toUnsignedLong(version))
        .list(
            inputs,
            (to, input) ->
                to.hash256(input.previous)
                    .u32(input.index)
                    .varBytes(input.script)
                    .u32(input.sequence))
        .list(outputs, (to, output) -> to.i64(output.value).varBytes(output.script))
        .u32(lockTime);
  }

  private static Input readInput(ElaReader in) {
    return new Input(
        in.hash256("parent.input.previous"),
        in.u32("parent.input.index"),
        in.varBytes(MAX_SCRIPT, "parent.input.script"),
        in.u32("parent.input.sequence"));
  }

  private static Output readOutput(ElaReader in) {
    return new Output(
        in.i64("parent.output.value"), in.varBytes(MAX_SCRIPT, "parent.output.script"));
  }
}
