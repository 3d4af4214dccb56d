// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.Refusal;

/// The bytes of a chain point: what a header store keeps and an operator gives as a checkpoint
/// (docs/spec/mainchain.md, "Chain point"). One value has exactly one encoding. Stateless.
public final class ChainPointCodec {
  /// The version that is written; readers keep every older one.
  public static final int VERSION = 1;

  private static final int KEY_BYTES = 33;
  private static final int LEAST_TURN = 5;
  private static final int MOST_TURNS = 255;

  private ChainPointCodec() {}

  /// The exact bytes.
  public static Bytes write(ChainPoint point) {
    ElaWriter out = new ElaWriter();
    out.u8(VERSION)
        .u32(point.height())
        .hash256(point.hash())
        .hash256(point.previous())
        .u32(point.bits())
        .hash256(Hash256.fromUint(point.totalWork()))
        .u32(point.windowStart())
        .list(point.times(), ElaWriter::u32);
    writeConsensus(out, point.consensus());
    return out.toBytes();
  }

  /// Reads a whole point.
  public static Decoded<ChainPoint> read(byte[] bytes) {
    return ElaReader.decode(bytes, ChainPointCodec::readPoint);
  }

  private static ChainPoint readPoint(ElaReader in) {
    if (in.u8("point.version") != VERSION) {
      throw in.refusal(Refusal.UNSUPPORTED_PAYLOAD, "point.version");
    }
    long height = in.u32("point.height");
    Hash256 hash = in.hash256("point.hash");
    Hash256 previous = in.hash256("point.previous");
    long bits = in.u32("point.bits");
    BigInteger work = in.hash256("point.totalWork").toUint();
    long windowStart = in.u32("point.windowStart");
    List<Long> times = in.list(4, "point.times", each -> each.u32("point.time"));
    if (times.isEmpty() || times.size() > MedianTime.BLOCKS) {
      throw in.refusal(Refusal.LENGTH_OUT_OF_BOUNDS, "point.times");
    }
    return new ChainPoint(
        height, hash, previous, bits, work, windowStart, times, readConsensus(in));
  }

  private static void writeConsensus(ElaWriter out, ConsensusState state) {
    out.bool(state.mode() == ConsensusState.Mode.WORK);
    writeSet(out, state.arbiters());
    out.list(
        state.turns(),
        (to, turn) -> {
          to.u32(turn.workingHeight());
          writeSet(to, turn.arbiters());
        });
    out.u32(state.resumesAfter()).i64(state.confirmed());
  }

  private static ConsensusState readConsensus(ElaReader in) {
    ConsensusState.Mode mode =
        in.bool("consensus.work") ? ConsensusState.Mode.WORK : ConsensusState.Mode.BPOS;
    Optional<ArbiterSet> arbiters = readSet(in);
    List<ConsensusState.Turn> turns =
        in.list(
            LEAST_TURN,
            "consensus.turns",
            each -> new ConsensusState.Turn(each.u32("turn.workingHeight"), readSet(each)));
    if (turns.size() > MOST_TURNS) {
      throw in.refusal(Refusal.LENGTH_OUT_OF_BOUNDS, "consensus.turns");
    }
    long resumesAfter = in.u32("consensus.resumesAfter");
    long confirmed = in.i64("consensus.confirmed");
    if (confirmed < ConsensusState.NONE || confirmed > 0xffff_ffffL) {
      throw in.refusal(Refusal.LENGTH_OUT_OF_BOUNDS, "consensus.confirmed");
    }
    return new ConsensusState(mode, arbiters, turns, resumesAfter, confirmed);
  }

  private static void writeSet(ElaWriter out, Optional<ArbiterSet> set) {
    out.bool(set.isPresent());
    set.ifPresent(arbiters ->
        out.list(arbiters.seats(), ElaWriter::varBytes)
            .list(arbiters.council(), ElaWriter::varBytes));
  }

  private static Optional<ArbiterSet> readSet(ElaReader in) {
    if (!in.bool("arbiters.known")) {
      return Optional.empty();
    }
    List<Bytes> seats = in.list(1, "arbiters.seats", each -> each.varBytes(KEY_BYTES, "seat"));
    List<Bytes> council = in.list(1, "arbiters.council", each -> each.varBytes(KEY_BYTES, "seat"));
    if (!ArbiterSet.wellFormed(seats) || !ArbiterSet.wellFormed(council)) {
      throw in.refusal(Refusal.LENGTH_OUT_OF_BOUNDS, "arbiters");
    }
    return Optional.of(new ArbiterSet(seats, council));
  }
}
