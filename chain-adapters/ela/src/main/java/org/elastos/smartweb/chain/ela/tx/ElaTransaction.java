// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.Refusal;
import org.elastos.smartweb.chain.ela.Sha256d;

/// A mainchain transaction. Version 0, or 9 and above on the wire; the lock time is unsigned
/// 32-bit. Holds together by itself, and says nothing about whether the chain would take it.
/// Immutable.
public record ElaTransaction(
    int version,
    TxType type,
    int payloadVersion,
    Payload payload,
    List<Attribute> attributes,
    List<TxInput> inputs,
    List<TxOutput> outputs,
    long lockTime,
    List<Program> programs) {
  /// The version from which it stands on the wire and outputs have types.
  public static final int VERSION_9 = 9;

  static final int LEAST_BYTES = 10;

  /// Copies the lists and refuses what could not be written so that it reads back as the same.
  public ElaTransaction {
    attributes = List.copyOf(attributes);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    programs = List.copyOf(programs);
    if (version < 0 || version > 0xff || (version > 0 && version < VERSION_9)) {
      throw new IllegalArgumentException("a transaction's version is 0 or 9 and above");
    }
    if (version == 0 && type.code() >= VERSION_9) {
      throw new IllegalArgumentException("this transaction type needs version 9");
    }
    if (!type.fits(payload, payloadVersion)) {
      throw new IllegalArgumentException("a payload of another type or version");
    }
    if (version == 0
        && !outputs.stream().allMatch(o -> o.payload() instanceof OutputPayload.None)) {
      throw new IllegalArgumentException("outputs have no payload before version 9");
    }
  }

  /// The id, in internal order: programs do not enter it.
  public Hash256 txid() {
    return Sha256d.of(unsigned().bytes());
  }

  /// What is signed, and hashed for the id: everything but the programs.
  public Bytes unsigned() {
    ElaWriter out = new ElaWriter();
    writeUnsigned(out);
    return out.toBytes();
  }

  /// The exact bytes.
  public Bytes encoded() {
    ElaWriter out = new ElaWriter();
    write(out);
    return out.toBytes();
  }

  /// The same transaction with other programs.
  public ElaTransaction withPrograms(List<Program> others) {
    return new ElaTransaction(
        version, type, payloadVersion, payload, attributes, inputs, outputs, lockTime, others);
  }

  /// Reads a transaction as part of something larger.
  public static ElaTransaction read(ElaReader in) {
    int first = in.u8("version");
    boolean typed = first >= VERSION_9;
    int code = typed ? in.u8("type") : first;
    TxType type =
        TxType.of(code).orElseThrow(() -> in.refusal(Refusal.UNSUPPORTED_PAYLOAD, "type"));
    int payloadVersion = in.u8("payloadVersion");
    return new ElaTransaction(
        typed ? first : 0,
        type,
        payloadVersion,
        PayloadCodec.read(in, type, payloadVersion),
        in.list(Attribute.LEAST_BYTES, "attributes", Attribute::read),
        in.list(TxInput.BYTES, "inputs", TxInput::read),
        in.list(TxOutput.LEAST_BYTES, "outputs", r -> TxOutput.read(r, typed)),
        in.u32("lockTime"),
        in.list(Program.LEAST_BYTES, "programs", Program::read));
  }

  /// Writes the exact bytes.
  public void write(ElaWriter out) {
    writeUnsigned(out);
    out.list(programs, (to, program) -> program.write(to));
  }

  private void writeUnsigned(ElaWriter out) {
    boolean typed = version >= VERSION_9;
    if (typed) {
      out.u8(version);
    }
    out.u8(type.code()).u8(payloadVersion);
    payload.write(out);
    out.list(attributes, (to, attribute) -> attribute.write(to))
        .list(inputs, (to, input) -> input.write(to))
        .list(outputs, (to, output) -> output.write(to, typed))
        .u32(lockTime);
  }
}
