// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.address.ElaAddress;
import org.elastos.smartweb.chain.ela.address.Script;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxCodec;
import org.elastos.smartweb.testkit.Gen;
import org.junit.jupiter.api.Test;

/// Every decoder under bytes that somebody spoiled: a typed refusal, or a value that writes exactly
/// those bytes.
class HostileBytesTest {
  private static final int SEEDS = 2_050;
  private static final int PER_SEED = 100;
  private static final Mutation[] KINDS = Mutation.values();

  /// What a decoder may allocate beyond so many times its input: far less than a length field
  /// claims.
  private static final long ALLOWANCE = 4L << 20;

  private static final int PER_BYTE = 300;

  private static final Shape<ElaTransaction> TRANSACTION =
      new Shape<>(TxCodec::readTransaction, ElaTransaction::encoded);
  private static final Shape<ElaHeader> HEADER =
      new Shape<>(ElaCodec::readHeader, ElaHeader::encoded);
  private static final Shape<AuxPow> AUX_POW = new Shape<>(ElaCodec::readAuxPow, AuxPow::encoded);
  private static final Shape<Confirm> CONFIRM =
      new Shape<>(ElaCodec::readConfirm, confirm -> ElaCodec.write(confirm, Confirm::write));
  private static final Shape<DposHeader> DPOS_HEADER =
      new Shape<>(ElaCodec::readDposHeader, header -> ElaCodec.write(header, DposHeader::write));
  private static final Shape<ElaBlock> BLOCK = new Shape<>(TxCodec::readBlock, ElaBlock::encoded);
  private static final Shape<DposBlock> DPOS_BLOCK =
      new Shape<>(TxCodec::readDposBlock, DposBlock::encoded);
  private static final Shape<Script> SCRIPT =
      new Shape<>(bytes -> Script.read(Bytes.of(bytes)), Script::code);
  private static final List<Shape<?>> SHAPES =
      List.of(TRANSACTION, HEADER, AUX_POW, CONFIRM, DPOS_HEADER, BLOCK, DPOS_BLOCK);

  private record Shape<T>(Function<byte[], Decoded<T>> read, Function<T, Bytes> write) {
    boolean holds(byte[] bytes) {
      return switch (read.apply(bytes)) {
        case Decoded.Value<T>(T value) -> {
          check(Arrays.equals(write.apply(value).bytes(), bytes), "writes other bytes", bytes);
          yield true;
        }
        case Decoded.Refused<T>(var code, var offset, var field) -> {
          check(offset >= 0 && offset <= bytes.length, "refuses outside the input", bytes);
          check(!code.code().isEmpty() && !field.isEmpty(), "refuses without reason", bytes);
          yield false;
        }
      };
    }
  }

  private record Sample(Shape<?> shape, byte[] bytes) {}

  @Test
  void answersSpoiledBytesWithARefusalOrTheExactValue() {
    List<Sample> samples = samples();
    List<byte[]> all = samples.stream().map(Sample::bytes).toList();
    samples.forEach(sample -> assertThat(sample.shape.holds(sample.bytes)).isTrue());
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    LongAdder values = new LongAdder();
    LongAdder refusals = new LongAdder();

    Gen.forAll(
        SEEDS,
        gen -> {
          for (int i = 0; i < PER_SEED; i++) {
            Sample sample = samples.get(gen.between(0, samples.size() - 1));
            byte[] spoiled = spoil(sample.bytes, all, gen);
            Shape<?> shape =
                gen.chance(0.9) ? sample.shape : SHAPES.get(gen.between(0, SHAPES.size() - 1));
            long before = threads.getCurrentThreadAllocatedBytes();
            boolean value = shape.holds(spoiled);
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            check(
                allocated < ALLOWANCE + (long) PER_BYTE * spoiled.length,
                "allocates far more than the input",
                spoiled);
            (value ? values : refusals).increment();
          }
        });

    assertThat(values.sum()).isPositive();
    assertThat(refusals.sum()).isPositive();
  }

  @Test
  void answersSpoiledScriptsAndAddressesTheSameWay() {
    List<byte[]> codes =
        samples().stream()
            .filter(sample -> sample.shape.equals(TRANSACTION))
            .flatMap(
                sample -> TxCodec.readTransaction(sample.bytes).orElseThrow().programs().stream())
            .map(program -> program.code().bytes())
            .filter(code -> code.length >= 35)
            .toList();
    String address = "XVbCTM7vqM1qHKsABSFH4xKN1qbp7ijpWf";

    Gen.forAll(
        2_000,
        gen -> {
          SCRIPT.holds(spoil(codes.get(gen.between(0, codes.size() - 1)), codes, gen));
          StringBuilder text = new StringBuilder(address);
          for (int i = gen.between(0, 3); i > 0; i--) {
            text.setCharAt(gen.between(0, text.length() - 1), (char) gen.between(0x20, 0x17f));
          }
          text.setLength(gen.chance(0.9) ? text.length() : gen.between(0, 40));
          if (ElaAddress.read(text.toString()) instanceof Decoded.Value<ElaAddress>(var value)) {
            assertThat(value).hasToString(text.toString());
          }
        });
  }

  // Half a million checks: an assertion object for each would take most of the time.
  private static void check(boolean holds, String otherwise, byte[] bytes) {
    if (!holds) {
      throw new AssertionError(otherwise + ": " + HexFormat.of().formatHex(bytes));
    }
  }

  private static byte[] spoil(byte[] bytes, List<byte[]> others, Gen gen) {
    byte[] spoiled = bytes;
    for (int i = gen.between(1, 2); i > 0; i--) {
      spoiled = KINDS[gen.between(0, KINDS.length - 1)].apply(spoiled, others, gen);
    }
    return spoiled;
  }

  private static List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    for (String name : Vectors.names()) {
      shapeOf(name).ifPresent(shape -> samples.add(new Sample(shape, Vectors.bytes(name))));
    }
    for (var vector : Vectors.read("payloads").path("vectors")) {
      byte[] bytes = HexFormat.of().parseHex(vector.path("hex").asString());
      samples.add(new Sample(shapeOf(vector.path("what").asString("tx-")).orElseThrow(), bytes));
    }
    ElaBlock block = TxCodec.readBlock(Vectors.bytes("genesis-mainnet")).orElseThrow();
    Confirm confirm = ElaCodec.readConfirm(Vectors.bytes("synthetic-confirm")).orElseThrow();
    samples.add(sample(DPOS_BLOCK, new DposBlock(block, Optional.of(confirm))));
    samples.add(sample(DPOS_BLOCK, new DposBlock(block, Optional.empty())));
    samples.add(sample(DPOS_HEADER, new DposHeader(block.header(), Optional.of(confirm))));
    samples.add(sample(DPOS_HEADER, new DposHeader(block.header(), Optional.empty())));
    return samples;
  }

  private static <T> Sample sample(Shape<T> shape, T value) {
    return new Sample(shape, shape.write.apply(value).bytes());
  }

  private static Optional<Shape<?>> shapeOf(String name) {
    if (name.startsWith("tx-") || name.matches("synthetic-(deposit|withdraw).*")) {
      return Optional.of(TRANSACTION);
    }
    if (name.startsWith("header")) {
      return Optional.of(HEADER);
    }
    if (name.startsWith("auxpow")) {
      return Optional.of(AUX_POW);
    }
    if (name.endsWith("confirm")) {
      return Optional.of(CONFIRM);
    }
    return name.startsWith("genesis") ? Optional.of(BLOCK) : Optional.empty();
  }
}
