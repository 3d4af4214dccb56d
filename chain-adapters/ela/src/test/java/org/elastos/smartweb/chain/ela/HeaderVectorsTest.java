// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderVectorsTest {
  @ParameterizedTest
  @ValueSource(strings = {"header-123-mainnet", "header-1-doc"})
  void readsPublishedHeadersAndWritesTheSameBytes(String name) {
    byte[] bytes = Vectors.bytes(name);
    ElaHeader header = ElaCodec.readHeader(bytes).orElseThrow();

    assertThat(header.hash().hex()).isEqualTo(Vectors.expected(name, "hashInternal"));
    assertThat(ElaHash.display(header.hash())).isEqualTo(Vectors.expected(name, "hashDisplay"));
    assertThat(ElaHash.fromDisplay(Vectors.expected(name, "hashDisplay"))).isEqualTo(header.hash());
    assertThat(header.height())
        .isEqualTo(Vectors.read(name).path("expected").path("height").asLong());
    assertThat(header.encoded()).isEqualTo(Bytes.of(bytes));
    assertThat(ElaCodec.write(header, ElaHeader::write)).isEqualTo(Bytes.of(bytes));
    assertThat(header.fields().hash()).isEqualTo(header.hash());
    assertThat(ElaHeader.of(header.fields(), header.auxPow())).isEqualTo(header);
    assertThat(header.version()).isZero();
  }

  @Test
  void readsTheFieldsOfMainnetBlock123() {
    ElaHeader header = ElaCodec.readHeader(Vectors.bytes("header-123-mainnet")).orElseThrow();

    assertThat(header.bits()).isEqualTo(0x1f0008ffL);
    assertThat(header.timestamp()).isEqualTo(1513940099L);
    assertThat(header.auxPow().parentHeader().u32(0)).isEqualTo(0x7fffffffL);
    assertThat(header.auxPow().coinbaseScript().length()).isEqualTo(44);
    assertThat(header.auxPow().coinbaseScript().indexOf(header.hash().bytes(), 0)).isEqualTo(4);
    assertThat(header)
        .hasToString("ElaHeader[height=123, hash=" + ElaHash.display(header.hash()) + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auxpow-namecoin-branch1", "auxpow-ela-testnet-branch0"})
  void readsPublishedProofsIntoPartsAndBack(String name) {
    byte[] bytes = Vectors.bytes(name);
    AuxPow proof = ElaCodec.readAuxPow(bytes).orElseThrow();
    AuxPow.Parts parts = proof.parts();

    assertThat(proof.encoded()).isEqualTo(Bytes.of(bytes));
    assertThat(AuxPow.of(parts)).isEqualTo(proof).hasSameHashCodeAs(proof);
    assertThat(parts.auxBranch())
        .hasSize(Vectors.read(name).path("expected").path("auxBranchLen").asInt());
    assertThat(ElaHash.display(parts.parentHeader().hash()))
        .isEqualTo(Vectors.expected(name, "parentHeaderHashDisplay"));
    assertThat(proof.parentHash().hex())
        .isEqualTo(Vectors.expected(name, "parentHashFieldInternal"));
    assertThat(proof.coinbaseScript().bytes()).isEqualTo(parts.coinbase().inputs().get(0).script());
    assertThat(proof.auxIndex()).isEqualTo(parts.auxIndex());
    byte[] root = Sha256d.of(proof.coinbase().toArray()).bytes();
    new Sha256d().fold(root, proof.coinbaseBranch(), proof.coinbaseIndex());
    assertThat(Hash256.of(root)).isEqualTo(parts.parentHeader().merkleRoot());
  }

  @Test
  void keepsPartsWithLongBranchesApart() {
    AuxPow.Parts parts =
        ElaCodec.readAuxPow(Vectors.bytes("auxpow-namecoin-branch1")).orElseThrow().parts();
    List<Hash256> branch = Collections.nCopies(300, Hash256.of(new byte[32]));
    AuxPow.Parts longer =
        new AuxPow.Parts(
            parts.coinbase(),
            parts.parentHash(),
            parts.coinbaseBranch(),
            7,
            branch,
            9,
            parts.parentHeader());

    assertThat(AuxPow.of(longer).parts()).isEqualTo(longer);
  }

  @Test
  void readsTheSyntheticConfirm() {
    byte[] bytes = Vectors.bytes("synthetic-confirm");
    Confirm confirm = ElaCodec.readConfirm(bytes).orElseThrow();

    assertThat(ElaCodec.write(confirm, Confirm::write)).isEqualTo(Bytes.of(bytes));
    assertThat(confirm.votes()).hasSize(9);
    assertThat(confirm.proposal().hash().hex())
        .isEqualTo(Vectors.expected("synthetic-confirm", "proposalHashInternal"));
    assertThat(confirm.votes())
        .allMatch(vote -> vote.proposalHash().equals(confirm.proposal().hash()));
    assertThat(confirm.votes().get(0).unsigned().size()).isEqualTo(67);
  }

  @Test
  void refusesAHeaderWithAnotherMarkerOrAnythingBehindIt() {
    byte[] bytes = Vectors.bytes("header-123-mainnet");
    byte[] marker = bytes.clone();
    marker[bytes.length - 1] = 0;
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);

    assertThat(ElaCodec.readHeader(marker))
        .isEqualTo(new Decoded.Refused<>(Refusal.BAD_HEADER_MARKER, bytes.length, "header.marker"));
    assertThat(ElaCodec.readHeader(longer))
        .isEqualTo(new Decoded.Refused<>(Refusal.TRAILING_BYTES, bytes.length, "end"));
  }
}
