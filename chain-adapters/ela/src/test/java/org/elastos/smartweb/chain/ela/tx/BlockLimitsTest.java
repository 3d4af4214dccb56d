// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.AuxPow;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ParentHeader;
import org.elastos.smartweb.chain.ela.ParentTransaction;
import org.elastos.smartweb.chain.ela.Refusal;
import org.junit.jupiter.api.Test;

/// The node's limits of a block hold before a source can make us work for more.
class BlockLimitsTest {
  private static final int SPARE = 200_000;

  private static AuxPow proof(int branch) {
    ParentTransaction coinbase =
        new ParentTransaction(
            1, List.of(new ParentTransaction.Input(Hash256.ZERO, 0, Bytes.EMPTY, 0)), List.of(), 0);
    Hash256[] hashes = new Hash256[branch];
    Arrays.fill(hashes, Hash256.ZERO);
    return AuxPow.of(
        new AuxPow.Parts(
            coinbase,
            Hash256.ZERO,
            List.of(hashes),
            0,
            List.of(),
            0,
            new ParentHeader(1, Hash256.ZERO, Hash256.ZERO, 0, 0, 0)));
  }

  private static byte[] header(int branch) {
    ElaHeader header =
        ElaHeader.of(
            new ElaHeader.Fields(1, Hash256.ZERO, Hash256.ZERO, 0, 0x207f_ffff, 0, 1),
            proof(branch));
    return ElaCodec.write(header, ElaHeader::write).bytes();
  }

  /// A header, a count, and so many bytes.
  private static byte[] block(byte[] header, long count, int more) {
    return ByteBuffer.allocate(header.length + 4 + more)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(header)
        .putInt((int) count)
        .array();
  }

  private static Decoded.Refused<?> refused(Decoded<?> decoded) {
    assertThat(decoded).isInstanceOf(Decoded.Refused.class);
    return (Decoded.Refused<?>) decoded;
  }

  @Test
  void moreTransactionsThanABlockMayHaveAreRefusedBeforeTheFirstIsRead() {
    byte[] header = header(0);
    Decoded.Refused<?> refused = refused(TxCodec.readBlock(block(header, 10_001, SPARE)));

    assertThat(refused.code()).isEqualTo(Refusal.LENGTH_OUT_OF_BOUNDS);
    assertThat(refused.detail()).isEqualTo("transactions");
    assertThat(refused.offset()).isEqualTo(header.length + 4);
    assertThat(refused(TxCodec.readBlock(block(header, 10_000, SPARE))).offset())
        .as("with one less the transactions are looked at")
        .isGreaterThan(header.length + 4);
  }

  @Test
  void moreBytesThanABlockMayHaveAreNotRead() {
    Decoded.Refused<?> block = refused(TxCodec.readBlock(new byte[ElaBlock.MOST_BYTES + 1]));
    assertThat(block.code()).isEqualTo(Refusal.LENGTH_OUT_OF_BOUNDS);
    assertThat(block.offset()).isZero();
    assertThat(refused(TxCodec.readBlock(new byte[ElaBlock.MOST_BYTES])).offset()).isPositive();
    int withConfirm = ElaBlock.MOST_BYTES + 1_000_000;
    assertThat(refused(TxCodec.readDposBlock(new byte[withConfirm + 1])).offset()).isZero();
    assertThat(refused(TxCodec.readDposBlock(new byte[withConfirm])).offset()).isPositive();
  }

  @Test
  void aHeaderBeyondItsLimitIsRefusedBeforeTheTransactions() {
    Decoded.Refused<?> refused = refused(TxCodec.readBlock(block(header(31_250), 1, 100)));

    assertThat(refused.code()).isEqualTo(Refusal.LENGTH_OUT_OF_BOUNDS);
    assertThat(refused.detail()).isEqualTo("header");
  }

  @Test
  void aBlockWithinSomethingLargerStopsAtItsLimit() {
    ElaTransaction large =
        new ElaTransaction(
            9,
            TxType.COINBASE,
            4,
            new BasicPayload.CoinBase(Bytes.of(new byte[1_000_000])),
            List.of(),
            List.of(),
            List.of(),
            0,
            List.of());
    byte[] one = large.encoded().bytes();
    byte[] header = header(0);
    ByteBuffer stream = ByteBuffer.allocate(header.length + 4 + 12 * one.length);
    stream.order(ByteOrder.LITTLE_ENDIAN).put(header).putInt(12);
    for (int i = 0; i < 12; i++) {
      stream.put(one);
    }
    Decoded.Refused<?> refused = refused(ElaReader.decode(stream.array(), ElaBlock::read));

    assertThat(refused.code()).isEqualTo(Refusal.LENGTH_OUT_OF_BOUNDS);
    assertThat(refused.detail()).isEqualTo("block");
    assertThat(refused.offset()).isLessThan(10_000_000);
  }
}
