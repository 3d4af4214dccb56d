// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.Proposal;
import org.elastos.smartweb.chain.ela.Vote;
import org.elastos.smartweb.chain.ela.tx.Program;
import org.elastos.smartweb.chain.ela.verify.ArbiterSet;

/// Arbiters that sign every block they are shown. Thread-safe.
final class TestArbiters {
  static final int SEATS = 4;
  static final TestArbiters SHARED = new TestArbiters();

  private static final int QUORUM = 3;
  private static final int KEY_BYTES = 33;
  private static final int COUNCIL = 2;

  private final List<PrivateKey> secrets = new ArrayList<>();
  private final List<Bytes> keys = new ArrayList<>();

  private TestArbiters() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      for (int i = 0; i < SEATS; i++) {
        KeyPair pair = generator.generateKeyPair();
        secrets.add(pair.getPrivate());
        keys.add(compressed((ECPublicKey) pair.getPublic()));
      }
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  ArbiterSet set() {
    return new ArbiterSet(keys, keys.subList(0, COUNCIL));
  }

  Confirm confirm(Hash256 block) {
    Proposal open = new Proposal(keys.getFirst(), block, 0, Bytes.EMPTY);
    Proposal proposal =
        new Proposal(keys.getFirst(), block, 0, sign(secrets.getFirst(), open.unsigned()));
    List<Vote> votes = new ArrayList<>();
    for (int i = 0; i < QUORUM; i++) {
      Vote vote = new Vote(proposal.hash(), keys.get(i), true, Bytes.EMPTY);
      votes.add(
          new Vote(proposal.hash(), keys.get(i), true, sign(secrets.get(i), vote.unsigned())));
    }
    return new Confirm(proposal, votes);
  }

  /// What the council signs for locked outputs: both of its keys over these bytes.
  Program councilProgram(Bytes unsigned) {
    ElaWriter code = new ElaWriter().u8(0x50 + COUNCIL);
    ElaWriter parameter = new ElaWriter();
    for (int i = 0; i < COUNCIL; i++) {
      code.u8(KEY_BYTES).fixed(keys.get(i));
      Bytes signature = sign(secrets.get(i), unsigned);
      parameter.u8(signature.size()).fixed(signature);
    }
    return new Program(parameter.toBytes(), code.u8(0x50 + COUNCIL).u8(0xaf).toBytes());
  }

  private static Bytes sign(PrivateKey secret, Bytes message) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(secret);
      signature.update(message.bytes());
      return Bytes.of(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Bytes compressed(ECPublicKey key) {
    byte[] bytes = new byte[KEY_BYTES];
    bytes[0] = (byte) (key.getW().getAffineY().testBit(0) ? 3 : 2);
    byte[] x = key.getW().getAffineX().toByteArray();
    int take = Math.min(KEY_BYTES - 1, x.length);
    System.arraycopy(x, x.length - take, bytes, KEY_BYTES - take, take);
    return Bytes.of(bytes);
  }
}
