// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;

/// Payloads of rewards, transfers and notes. Texts are bytes: the chain does not check their
/// encoding.
public sealed interface BasicPayload extends Payload {
  /// Type 00: what the miner wrote.
  record CoinBase(Bytes minerInfo) implements BasicPayload {
    static CoinBase read(ElaReader in) {
      return new CoinBase(in.varBytes(Limits.DATA, "coinbase.minerInfo"));
    }

    @Override
    public void write(ElaWriter out) {
      out.varBytes(minerInfo);
    }
  }

  /// Type 01: an asset and who controls it.
  record RegisterAsset(Asset asset, Sela amount, ProgramHash controller) implements BasicPayload {
    /// The asset's description; numbers are single bytes.
    public record Asset(
        Bytes name, Bytes description, int precision, int assetType, int recordType) {}

    static RegisterAsset read(ElaReader in) {
      Asset asset =
          new Asset(
              in.varBytes(Limits.TEXT, "asset.name"),
              in.varBytes(Limits.TEXT, "asset.description"),
              in.u8("asset.precision"),
              in.u8("asset.type"),
              in.u8("asset.recordType"));
      return new RegisterAsset(asset, in.sela("asset.amount"), in.programHash("asset.controller"));
    }

    @Override
    public void write(ElaWriter out) {
      out.varBytes(asset.name)
          .varBytes(asset.description)
          .u8(asset.precision)
          .u8(asset.assetType)
          .u8(asset.recordType)
          .sela(amount)
          .programHash(controller);
    }
  }

  /// Type 02: nothing but inputs and outputs.
  record TransferAsset() implements BasicPayload {
    @Override
    public void write(ElaWriter out) {
      // Empty in every payload version.
    }
  }

  /// Type 03: a note.
  record Note(Bytes type, Bytes content) implements BasicPayload {
    static Note read(ElaReader in) {
      return new Note(
          in.varBytes(Limits.TEXT, "record.type"), in.varBytes(Limits.DATA, "record.content"));
    }

    @Override
    public void write(ElaWriter out) {
      out.varBytes(type).varBytes(content);
    }
  }

  /// Type 13: heights between which a node version counts.
  record UpdateVersion(long startHeight, long endHeight) implements BasicPayload {
    static UpdateVersion read(ElaReader in) {
      return new UpdateVersion(in.u32("version.start"), in.u32("version.end"));
    }

    @Override
    public void write(ElaWriter out) {
      out.u32(startHeight).u32(endHeight);
    }
  }

  /// Type 66: the arbiter that sponsored a block.
  record RecordSponsor(Bytes sponsor) implements BasicPayload {
    static RecordSponsor read(ElaReader in) {
      return new RecordSponsor(in.varBytes(Limits.KEY, "sponsor"));
    }

    @Override
    public void write(ElaWriter out) {
      out.varBytes(sponsor);
    }
  }
}
