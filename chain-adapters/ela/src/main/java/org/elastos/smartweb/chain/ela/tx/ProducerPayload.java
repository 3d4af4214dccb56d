// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;

/// Payloads of block producers.
public sealed interface ProducerPayload extends Payload {
  /// Types 09 and 0b: a producer. Version 1 adds the height of the stake's end; 2 (Schnorr) and 3
  /// (multi-signature) have it too, and no signature of their own.
  record ProducerInfo(int version, Profile profile, long stakeUntil, Bytes signature)
      implements ProducerPayload {
    /// Who the producer is; the location is an unsigned 64-bit number by its bits.
    public record Profile(
        Bytes ownerKey, Bytes nodeKey, Bytes nickName, Bytes url, long location, Bytes address) {}

    /// Refuses fields that the version lacks.
    public ProducerInfo {
      Limits.known(version, 3);
      Limits.absentUnless(version >= 1, stakeUntil == 0);
      Limits.absentUnless(version < 2, signature.size() == 0);
    }

    static ProducerInfo read(ElaReader in, int version) {
      Profile profile =
          new Profile(
              in.varBytes(Limits.CODE, "producer.ownerKey"),
              in.varBytes(Limits.CODE, "producer.nodeKey"),
              in.varBytes(Limits.TEXT, "producer.nickName"),
              in.varBytes(Limits.TEXT, "producer.url"),
              in.i64("producer.location"),
              in.varBytes(Limits.TEXT, "producer.address"));
      return new ProducerInfo(
          version,
          profile,
          version >= 1 ? in.u32("producer.stakeUntil") : 0,
          version < 2 ? in.varBytes(Limits.SIGNATURE, "producer.signature") : Bytes.EMPTY);
    }

    @Override
    public void write(ElaWriter out) {
      out.varBytes(profile.ownerKey)
          .varBytes(profile.nodeKey)
          .varBytes(profile.nickName)
          .varBytes(profile.url)
          .i64(profile.location)
          .varBytes(profile.address);
      if (version >= 1) {
        out.u32(stakeUntil);
      }
      if (version < 2) {
        out.varBytes(signature);
      }
    }

    @Override
    public int layout() {
      return version;
    }
  }

  /// Type 0a: a producer ends. Only version 0 carries a signature of its own.
  record CancelProducer(int version, Bytes ownerKey, Bytes signature) implements ProducerPayload {
    /// Refuses fields that the version lacks.
    public CancelProducer {
      Limits.known(version, 2);
      Limits.absentUnless(version == 0, signature.size() == 0);
    }

    static CancelProducer read(ElaReader in, int version) {
      return new CancelProducer(
          version,
          in.varBytes(Limits.CODE, "cancel.ownerKey"),
          version == 0 ? in.varBytes(Limits.SIGNATURE, "cancel.signature") : Bytes.EMPTY);
    }

    @Override
    public void write(ElaWriter out) {
      out.varBytes(ownerKey);
      if (version == 0) {
        out.varBytes(signature);
      }
    }

    @Override
    public int layout() {
      return version;
    }
  }

  /// Types 0c and 24: a deposit comes back.
  record ReturnDepositCoin() implements ProducerPayload {
    @Override
    public void write(ElaWriter out) {
      // Empty in every payload version.
    }
  }

  /// Type 0d: an inactive producer wakes.
  record ActivateProducer(Bytes nodeKey, Bytes signature) implements ProducerPayload {
    static ActivateProducer read(ElaReader in) {
      return new ActivateProducer(
          in.varBytes(Limits.KEY, "activate.nodeKey"),
          in.varBytes(Limits.SIGNATURE, "activate.signature"));
    }

    @Override
    public void write(ElaWriter out) {
      out.varBytes(nodeKey).varBytes(signature);
    }
  }
}
