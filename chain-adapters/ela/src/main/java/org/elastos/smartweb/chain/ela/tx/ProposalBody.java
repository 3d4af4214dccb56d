// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;

/// What a council proposal asks for. Texts are bytes. Immutable.
public sealed interface ProposalBody {
  /// Writes the exact bytes.
  void write(ElaWriter out);

  /// Money in stages (kinds 0000, 0100, 0101, 0102).
  record Funding(List<Budget> budgets, ProgramHash recipient) implements ProposalBody {
    /// One stage's money; kind and stage are single bytes.
    public record Budget(int kind, int stage, Sela amount) {}

    /// Copies the list.
    public Funding {
      budgets = List.copyOf(budgets);
    }

    static Funding read(ElaReader in) {
      return new Funding(
          in.list(
              10,
              "proposal.budgets",
              r -> new Budget(r.u8("budget.kind"), r.u8("budget.stage"), r.sela("budget.amount"))),
          in.programHash("proposal.recipient"));
    }

    @Override
    public void write(ElaWriter out) {
      out.list(budgets, (to, each) -> to.u8(each.kind).u8(each.stage).sela(each.amount))
          .programHash(recipient);
    }
  }

  /// Another version of a node's software (kinds 0200, 0201, 0202).
  record UpgradeCode(
      long workingHeight, Bytes nodeVersion, Bytes downloadUrl, Hash256 binaryHash, boolean force)
      implements ProposalBody {
    static UpgradeCode read(ElaReader in) {
      return new UpgradeCode(
          in.u32("upgrade.workingHeight"),
          in.varBytes(Limits.TEXT, "upgrade.nodeVersion"),
          in.varBytes(Limits.TEXT, "upgrade.downloadUrl"),
          in.hash256("upgrade.binaryHash"),
          in.bool("upgrade.force"));
    }

    @Override
    public void write(ElaWriter out) {
      out.u32(workingHeight)
          .varBytes(nodeVersion)
          .varBytes(downloadUrl)
          .hash256(binaryHash)
          .bool(force);
    }
  }

  /// Another secretary general (kind 0400).
  record SecretaryGeneral(Bytes key, ProgramHash did) implements ProposalBody {
    static SecretaryGeneral read(ElaReader in) {
      return new SecretaryGeneral(
          in.varBytes(Limits.KEY, "secretary.key"), in.programHash("secretary.did"));
    }

    @Override
    public void write(ElaWriter out) {
      out.varBytes(key).programHash(did);
    }
  }

  /// Another owner of a proposal (kind 0401).
  record ChangeOwner(Hash256 proposal, ProgramHash recipient, Bytes ownerKey)
      implements ProposalBody {
    static ChangeOwner read(ElaReader in) {
      return new ChangeOwner(
          in.hash256("changeOwner.proposal"),
          in.programHash("changeOwner.recipient"),
          in.varBytes(Limits.KEY, "changeOwner.ownerKey"));
    }

    @Override
    public void write(ElaWriter out) {
      out.hash256(proposal).programHash(recipient).varBytes(ownerKey);
    }
  }

  /// The end of a proposal (kind 0402).
  record Close(Hash256 proposal) implements ProposalBody {
    static Close read(ElaReader in) {
      return new Close(in.hash256("close.proposal"));
    }

    @Override
    public void write(ElaWriter out) {
      out.hash256(proposal);
    }
  }

  /// Another side chain (kind 0410).
  record RegisterSideChain(Bytes name, long magic, Hash256 genesisHash, Terms terms)
      implements ProposalBody {
    /// From when, at what rate, where its resources are.
    public record Terms(Sela exchangeRate, long effectiveHeight, Bytes resourcePath) {}

    static RegisterSideChain read(ElaReader in) {
      return new RegisterSideChain(
          in.varBytes(Limits.TEXT, "sideChain.name"),
          in.u32("sideChain.magic"),
          in.hash256("sideChain.genesisHash"),
          new Terms(
              in.sela("sideChain.exchangeRate"),
              in.u32("sideChain.effectiveHeight"),
              in.varBytes(Limits.TEXT, "sideChain.resourcePath")));
    }

    @Override
    public void write(ElaWriter out) {
      out.varBytes(name)
          .u32(magic)
          .hash256(genesisHash)
          .sela(terms.exchangeRate)
          .u32(terms.effectiveHeight)
          .varBytes(terms.resourcePath);
    }
  }

  /// Names that nobody may take (kind 0500).
  record ReserveCustomIds(List<Bytes> names) implements ProposalBody {
    /// Copies the list.
    public ReserveCustomIds {
      names = List.copyOf(names);
    }

    static ReserveCustomIds read(ElaReader in) {
      return new ReserveCustomIds(names(in));
    }

    @Override
    public void write(ElaWriter out) {
      out.list(names, ElaWriter::varBytes);
    }

    private static List<Bytes> names(ElaReader in) {
      return in.list(1, "customIds", r -> r.varBytes(Limits.TEXT, "customId"));
    }
  }

  /// Names that somebody gets (kind 0501).
  record ReceiveCustomIds(List<Bytes> names, ProgramHash receiver) implements ProposalBody {
    /// Copies the list.
    public ReceiveCustomIds {
      names = List.copyOf(names);
    }

    static ReceiveCustomIds read(ElaReader in) {
      return new ReceiveCustomIds(ReserveCustomIds.names(in), in.programHash("customId.receiver"));
    }

    @Override
    public void write(ElaWriter out) {
      out.list(names, ElaWriter::varBytes).programHash(receiver);
    }
  }

  /// Another price of names (kind 0502).
  record CustomIdFee(Sela rate, long effectiveHeight) implements ProposalBody {
    static CustomIdFee read(ElaReader in) {
      return new CustomIdFee(in.sela("customIdFee.rate"), in.u32("customIdFee.effectiveHeight"));
    }

    @Override
    public void write(ElaWriter out) {
      out.sela(rate).u32(effectiveHeight);
    }
  }
}
