// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.DagCbor;
import org.elastos.smartweb.cbor.Parsed;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Wallet;
import org.elastos.smartweb.crypto.Eip712;
import org.elastos.smartweb.crypto.Secp256k1Signatures;

/// A payload and the creator's EIP-712 signature over it (crypto core §1). The domain names no
/// chain, because statements outlive chains; only a recovered account counts, never a contract's
/// answer.
public record Statement(StatementBody body, Bytes signature) {
  private static final Eip712.Domain DOMAIN = Eip712.Domain.of("SmartWeb Statement", "1");
  private static final String TYPE =
      "Statement(bytes32 asset,string kind,uint64 seq,bytes32 prev,bytes32 payload)";

  /// Signs a payload.
  public static Statement sign(Wallet creator, StatementBody body) {
    return new Statement(body, creator.signDigest(digest(body)));
  }

  /// The digest that the creator signs.
  public static Hash256 digest(StatementBody body) {
    StatementBody.Place place = body.place();
    return Eip712.digest(
        DOMAIN,
        Eip712.struct(
            TYPE,
            List.of(
                place.asset().hash(),
                Eip712.text(body.kind()),
                Eip712.uint(BigInteger.valueOf(place.seq())),
                place.prev().orElse(Hash256.ZERO),
                body.payloadHash())));
  }

  /// The account that signed, if the signature is of strict form.
  public Optional<EvmAddress> signer() {
    return Secp256k1Signatures.recover(digest(body), signature);
  }

  /// Whether this account signed.
  public boolean signedBy(EvmAddress creator) {
    return signer().filter(creator::equals).isPresent();
  }

  /// The encoding of this statement: [payload, sig].
  public Cbor toCbor() {
    return Cbor.array(body.toCbor(), Cbor.of(signature));
  }

  /// Reads a statement; its signature is not checked yet.
  ///
  /// @throws CborException for any other shape
  public static Statement fromCbor(Cbor value) {
    List<Cbor> items = value.asArray(2);
    return new Statement(
        StatementBody.fromCbor(items.get(0)),
        items.get(1).asBytes(Secp256k1Signatures.SIGNATURE_BYTES));
  }

  /// Reads an encoded statement; its signature is not checked yet.
  public static Parsed<Statement> parse(byte[] bytes) {
    return DagCbor.parse(bytes, Statement::fromCbor);
  }
}
