// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.AuxPow;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.Vectors;
import org.elastos.smartweb.chain.ela.verify.TestMiner.Draft;
import org.elastos.smartweb.chain.ela.verify.TestMiner.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuxPowCheckTest {
  private static final HexFormat HEX = HexFormat.of();
  private final TestMiner miner = new TestMiner(1224);
  private final HeaderCheck check = new HeaderCheck(ElaNetwork.CHAIN_ID);

  private Verdict mined(Shape shape, Draft draft) {
    return check.verify(miner.mine(miner.fields(7), shape, draft));
  }

  private static Rule ruleOf(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Invalid.class);
    return ((Verdict.Invalid) verdict).rule();
  }

  @ParameterizedTest
  @ValueSource(strings = {"header-123-mainnet", "header-1-doc"})
  void acceptsPublishedHeaders(String name) {
    ElaHeader header = ElaCodec.readHeader(Vectors.bytes(name)).orElseThrow();

    assertThat(check.verify(header)).isEqualTo(Verdict.valid());
    assertThat(new HeaderCheck(6).verify(header))
        .as("a tree of one slot has a place for every chain id")
        .isEqualTo(Verdict.valid());
  }

  @ParameterizedTest
  @ValueSource(strings = {"auxpow-namecoin-branch1", "auxpow-ela-testnet-branch0"})
  void acceptsPublishedProofsForTheirBlockAndNoOther(String name) {
    AuxPow proof = ElaCodec.readAuxPow(Vectors.bytes(name)).orElseThrow();
    Hash256 block = Hash256.fromHex(Vectors.expected(name, "auxBlockHashInternal"));
    AuxPowCheck aux = new AuxPowCheck(6);

    assertThat(aux.check(block, proof)).isEqualTo(Verdict.valid());
    assertThat(ruleOf(aux.check(ElaHash.reversed(block), proof)))
        .isEqualTo(Rule.AUX_ROOT_MISPLACED);
    byte[] flipped = block.bytes();
    flipped[0] ^= 1;
    assertThat(ruleOf(aux.check(Hash256.of(flipped), proof))).isEqualTo(Rule.AUX_ROOT_MISPLACED);
  }

  @ParameterizedTest
  @CsvSource({"0,25,0,0", "1,0,0,1", "30,40,5,3", "46,200,12,3", "60,500,16,10", "9000,9000,20,4"})
  void acceptsProofsOfEveryShape(int script, int output, int coinbaseLevels, int auxLevels) {
    for (int i = 0; i < 20; i++) {
      assertThat(mined(new Shape(script, output, coinbaseLevels, auxLevels), new Draft()))
          .isEqualTo(Verdict.valid());
    }
  }

  @Test
  void refusesACoinbaseWithoutInput() {
    Draft draft = new Draft();
    draft.coinbaseInput = false;

    assertThat(ruleOf(mined(Shape.POOL, draft))).isEqualTo(Rule.AUX_COINBASE_EMPTY);
    ElaHeader header = miner.mine(miner.fields(7), Shape.POOL, draft);
    assertThat(ruleOf(new AuxPowCheck(1224).check(header.hash(), header.auxPow())))
        .isEqualTo(Rule.AUX_COINBASE_EMPTY);
  }

  @Test
  void refusesACoinbaseThatIsNotInTheParentBlock() {
    Draft draft = new Draft();
    draft.parentRoot = root -> ElaHash.reversed(root);

    assertThat(ruleOf(mined(Shape.POOL, draft))).isEqualTo(Rule.AUX_COINBASE_BRANCH);
  }

  @Test
  void refusesACoinbaseThatIsNotTheParentsFirstTransaction() {
    Draft draft = new Draft();
    draft.coinbaseIndex = 1;

    assertThat(ruleOf(mined(Shape.POOL, draft))).isEqualTo(Rule.AUX_COINBASE_INDEX);
  }

  @Test
  void refusesWorkAboveTheTarget() {
    Draft draft = new Draft();
    draft.reachTarget = false;

    assertThat(ruleOf(mined(Shape.POOL, draft))).isEqualTo(Rule.WORK_TOO_LOW);
  }

  @Test
  void refusesBitsWithoutATarget() {
    ElaHeader.Fields easy = miner.fields(7);
    ElaHeader.Fields impossible =
        new ElaHeader.Fields(
            1, easy.previous(), easy.merkleRoot(), easy.timestamp(), 0x2100ffffL, 0, 7);
    ElaHeader header = ElaHeader.of(impossible, miner.mine(easy, Shape.PLAIN).auxPow());

    assertThat(check.verify(header))
        .isEqualTo(Verdict.invalid(Rule.TARGET_OUT_OF_RANGE, "bits", "2100ffff"));
  }

  @Test
  void refusesBranchesThatNoTreeHas() {
    assertThat(ruleOf(mined(new Shape(0, 25, 0, 31), new Draft())))
        .isEqualTo(Rule.AUX_BRANCH_TOO_LONG);
    ElaHeader header = miner.mine(miner.fields(7), Shape.PLAIN);
    AuxPow.Parts parts = header.auxPow().parts();
    AuxPow longer =
        AuxPow.of(
            new AuxPow.Parts(
                parts.coinbase(),
                parts.parentHash(),
                miner.hashes(33),
                0,
                parts.auxBranch(),
                parts.auxIndex(),
                parts.parentHeader()));
    assertThat(ruleOf(new AuxPowCheck(1224).check(header.hash(), longer)))
        .isEqualTo(Rule.AUX_BRANCH_TOO_LONG);
  }

  @Test
  void refusesAScriptWithoutMagic() {
    Draft draft = new Draft();
    draft.script = script -> edited(script, 30, 0xfb);
    assertThat(ruleOf(mined(Shape.POOL, draft))).isEqualTo(Rule.AUX_MAGIC_MISSING);
    draft.script = script -> new byte[0];
    assertThat(ruleOf(mined(Shape.POOL, draft))).isEqualTo(Rule.AUX_MAGIC_MISSING);
    draft.script = script -> HEX.parseHex("fabe6d");
    assertThat(ruleOf(mined(Shape.POOL, draft))).isEqualTo(Rule.AUX_MAGIC_MISSING);
  }

  @ParameterizedTest
  @CsvSource({
    "fabe6d6d,''",
    "'',fabe6d6d",
    "0fabe6d6d0,''",
    "'',0fabe6d6d0",
    "ffabe6d6df,''",
    "'',00fabe6d6d"
  })
  void refusesASecondMagicAtWholeOrHalfBytes(String before, String behind) {
    Draft draft = new Draft();
    draft.script = script -> HEX.parseHex(before + HEX.formatHex(script) + behind);

    assertThat(ruleOf(mined(Shape.PLAIN, draft))).isEqualTo(Rule.AUX_MAGIC_TWICE);
  }

  @Test
  void refusesACommitmentAtHalfBytes() {
    Draft draft = new Draft();
    draft.script = script -> HEX.parseHex("1" + HEX.formatHex(script) + "2");

    assertThat(ruleOf(mined(Shape.PLAIN, draft))).isEqualTo(Rule.AUX_MAGIC_MISSING);
  }

  @Test
  void refusesARootThatDoesNotFollowTheMagic() {
    Draft draft = new Draft();
    draft.script = script -> HEX.parseHex("fabe6d6d00" + HEX.formatHex(script).substring(8));
    assertThat(ruleOf(mined(Shape.PLAIN, draft))).isEqualTo(Rule.AUX_ROOT_MISPLACED);
    draft.script = script -> Arrays.copyOf(script, 35);
    assertThat(ruleOf(mined(Shape.PLAIN, draft))).isEqualTo(Rule.AUX_ROOT_MISPLACED);
  }

  @Test
  void refusesARootThatStandsBeforeTheMagicToo() {
    Draft draft = new Draft();
    draft.script =
        script -> HEX.parseHex(HEX.formatHex(script).substring(8, 72) + HEX.formatHex(script));
    assertThat(ruleOf(mined(Shape.PLAIN, draft))).isEqualTo(Rule.AUX_ROOT_MISPLACED);
    draft.script =
        script ->
            HEX.parseHex(
                "7" + HEX.formatHex(script).substring(8, 72) + "7" + HEX.formatHex(script));
    assertThat(ruleOf(mined(Shape.PLAIN, draft))).isEqualTo(Rule.AUX_ROOT_MISPLACED);
  }

  @Test
  void refusesFewerThanEightBytesBehindTheRoot() {
    for (int left = 0; left < 8; left++) {
      int length = 36 + left;
      Draft draft = new Draft();
      draft.script = script -> Arrays.copyOf(script, length);

      assertThat(ruleOf(mined(Shape.PLAIN, draft))).isEqualTo(Rule.AUX_TRAILER_SHORT);
    }
    Draft more = new Draft();
    more.script = script -> Arrays.copyOf(script, 60);
    assertThat(mined(Shape.PLAIN, more)).isEqualTo(Verdict.valid());
  }

  @Test
  void refusesAnotherTreeSizeThanTheBranchHas() {
    Draft draft = new Draft();
    draft.script = script -> edited(script, 30 + 36, 4);

    assertThat(ruleOf(mined(Shape.POOL, draft))).isEqualTo(Rule.AUX_TREE_SIZE);
  }

  @Test
  void refusesAnotherSlotThanNonceAndChainIdGive() {
    Draft draft = new Draft();
    draft.auxIndexOffset = 8;
    assertThat(ruleOf(mined(Shape.POOL, draft))).isEqualTo(Rule.AUX_CHAIN_ID);
    Draft other = new Draft();
    other.chainId = 1225;
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      if (mined(new Shape(0, 25, 0, 8), other) instanceof Verdict.Invalid invalid) {
        rules.add(invalid.rule());
      }
    }
    assertThat(rules).isNotEmpty().containsOnly(Rule.AUX_CHAIN_ID);
  }

  private static byte[] edited(byte[] bytes, int at, int value) {
    byte[] copy = bytes.clone();
    copy[at] = (byte) value;
    return copy;
  }

  /// Every byte counts but those that nobody commits to: the parent hash, the coinbase index's bits
  /// above the branch, and the parent header's other fields where its hash still reaches the
  /// target.
  @Test
  void refusesEveryFlippedBitThatMattersAndThrowsForNone() {
    long seed = 99;
    Random random = new Random(seed);
    ElaHeader good = miner.mine(miner.fields(3), Shape.POOL);
    byte[] bytes = good.encoded().bytes();
    int passed = 0;
    int runs = 0;
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      if (ElaCodec.readHeader(changed) instanceof Decoded.Value<ElaHeader>(ElaHeader header)) {
        runs++;
        passed += check.verify(header).holds() ? 1 : 0;
        if (header.hash().equals(good.hash())
            || !header.auxPow().encoded().equals(good.auxPow().encoded())) {
          continue;
        }
        assertThat(check.verify(header).holds()).as("seed %s bit %s", seed, bit).isFalse();
      }
    }
    assertThat(passed).isLessThanOrEqualTo(256 + 27 + 8 * 48);
    assertThat(runs).isGreaterThan(4_000);
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = bytes.clone();
      for (int flips = random.nextInt(6); flips >= 0; flips--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      if (ElaCodec.readHeader(changed) instanceof Decoded.Value<ElaHeader>(ElaHeader header)) {
        assertThat(check.verify(header)).isNotNull();
      }
    }
  }
}
