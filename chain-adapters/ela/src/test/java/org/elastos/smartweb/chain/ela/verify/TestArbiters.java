// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.Proposal;
import org.elastos.smartweb.chain.ela.Vote;
import org.elastos.smartweb.chain.ela.tx.Program;

/// Arbiters with keys of their own, made by the JDK: nothing here comes from the code under test
/// but the codec.
final class TestArbiters {
  private final List<PrivateKey> secrets = new ArrayList<>();
  private final List<Bytes> keys = new ArrayList<>();

  TestArbiters(int count) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      for (int i = 0; i < count; i++) {
        KeyPair pair = generator.generateKeyPair();
        secrets.add(pair.getPrivate());
        keys.add(compressed((ECPublicKey) pair.getPublic()));
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Bytes> keys() {
    return List.copyOf(keys);
  }

  ArbiterSet set() {
    return new ArbiterSet(keys, keys.subList(0, Math.min(3, keys.size())));
  }

  Bytes sign(int arbiter, Bytes message) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(secrets.get(arbiter));
      signature.update(message.bytes());
      return Bytes.of(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Proposal proposal(Hash256 block, int sponsor) {
    Proposal open = new Proposal(keys.get(sponsor), block, 0, Bytes.EMPTY);
    return new Proposal(keys.get(sponsor), block, 0, sign(sponsor, open.unsigned()));
  }

  Vote vote(Hash256 proposal, int signer, boolean accept) {
    Vote open = new Vote(proposal, keys.get(signer), accept, Bytes.EMPTY);
    return new Vote(proposal, keys.get(signer), accept, sign(signer, open.unsigned()));
  }

  Confirm confirm(Hash256 block, int... signers) {
    Proposal proposal = proposal(block, 0);
    return new Confirm(
        proposal,
        Arrays.stream(signers).mapToObj(signer -> vote(proposal.hash(), signer, true)).toList());
  }

  /// The first so many sign.
  Confirm confirmBy(Hash256 block, int count) {
    return confirm(block, first(count));
  }

  static int[] first(int count) {
    return IntStream.range(0, count).toArray();
  }

  /// A multi-signature with all keys, signed by some.
  Program witness(int kind, int needed, Bytes signed, int... signers) {
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    code.write(0x50 + needed);
    for (Bytes key : keys) {
      code.write(33);
      code.writeBytes(key.bytes());
    }
    code.write(0x50 + keys.size());
    code.write(kind);
    ByteArrayOutputStream parameter = new ByteArrayOutputStream();
    for (int signer : signers) {
      parameter.write(64);
      parameter.writeBytes(sign(signer, signed).bytes());
    }
    return new Program(Bytes.of(parameter.toByteArray()), Bytes.of(code.toByteArray()));
  }

  private static Bytes compressed(ECPublicKey key) {
    byte[] bytes = new byte[33];
    bytes[0] = (byte) (key.getW().getAffineY().testBit(0) ? 3 : 2);
    byte[] x = key.getW().getAffineX().toByteArray();
    int take = Math.min(32, x.length);
    System.arraycopy(x, x.length - take, bytes, 33 - take, take);
    return Bytes.of(bytes);
  }
}
