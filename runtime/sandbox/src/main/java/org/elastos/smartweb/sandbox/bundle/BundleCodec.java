// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.DagCbor;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.sandbox.abi.Syscall;

/// The `.capsule` file, byte for byte (`docs/spec/capsule-bundle.md`): magic, u16 ABI, u16 format,
/// u32 and manifest, u32 and signatures, then u32 and bytes of each module; nothing else.
/// Stateless.
final class BundleCodec {
  private static final byte[] MAGIC = "SWCAPSUL".getBytes(StandardCharsets.US_ASCII);
  private static final short FORMAT = 1;
  private static final int FIXED = MAGIC.length + 2 * Short.BYTES;
  private static final int MAX_SIGNATURES = 8;

  private BundleCodec() {}

  static Manifest canonical(Manifest draft, List<ModuleEntry> modules) {
    return new Manifest(
        draft.genesisKey(),
        draft.name(),
        draft.release(),
        draft.version(),
        modules,
        draft.entry(),
        draft.loader(),
        draft.requests().stream().sorted().distinct().toList(),
        draft.limits(),
        draft.renders().stream().sorted().distinct().toList(),
        draft.keys().stream().distinct().sorted((a, b) -> a.hex().compareTo(b.hex())).toList(),
        draft.prev());
  }

  static Hash256 releaseId(Manifest manifest) {
    return Sha256.of(ManifestCodec.encode(manifest));
  }

  static byte[] encode(Bundle bundle) {
    byte[] manifest = ManifestCodec.encode(bundle.manifest());
    byte[] signatures =
        Cbor.array(
                bundle.signatures().stream()
                    .map(s -> Cbor.array(Cbor.of(s.key()), Cbor.of(s.value())))
                    .toList())
            .encode();
    int size = FIXED + 2 * Integer.BYTES + manifest.length + signatures.length;
    for (Bytes module : bundle.modules()) {
      size += Integer.BYTES + module.size();
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    out.put(MAGIC).putShort((short) Syscall.ABI).putShort(FORMAT);
    out.putInt(manifest.length).put(manifest).putInt(signatures.length).put(signatures);
    for (Bytes module : bundle.modules()) {
      out.putInt(module.size()).put(module.bytes());
    }
    return out.array();
  }

  static BundleParse parse(byte[] file) {
    try {
      return new BundleParse.Read(read(file));
    } catch (CborException e) {
      return new BundleParse.Malformed(String.valueOf(e.getMessage()));
    }
  }

  private static Bundle read(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file);
    if (file.length < FIXED || !Arrays.equals(MAGIC, 0, MAGIC.length, file, 0, MAGIC.length)) {
      throw new CborException("not a capsule bundle");
    }
    in.position(MAGIC.length);
    if (in.getShort() != Syscall.ABI || in.getShort() != FORMAT) {
      throw new CborException("an ABI or a format that this host does not know");
    }
    byte[] manifestBytes = piece(in);
    Manifest manifest = ManifestCodec.read(DagCbor.decode(manifestBytes));
    List<ReleaseSignature> signatures = signatures(DagCbor.decode(piece(in)));
    List<Bytes> modules = new ArrayList<>();
    for (ModuleEntry entry : manifest.modules()) {
      byte[] module = piece(in);
      if (module.length != entry.length()) {
        throw new CborException("a module's length differs from the manifest");
      }
      modules.add(Bytes.of(module));
    }
    if (in.hasRemaining()) {
      throw new CborException("bytes follow the last module");
    }
    return new Bundle(manifest, Sha256.of(manifestBytes), signatures, modules);
  }

  private static byte[] piece(ByteBuffer in) {
    if (in.remaining() < Integer.BYTES) {
      throw new CborException("the bundle ends too early");
    }
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new CborException("a length goes past the bundle");
    }
    byte[] piece = new byte[length];
    in.get(piece);
    return piece;
  }

  private static List<ReleaseSignature> signatures(Cbor value) {
    List<Cbor> items = value.asArray();
    if (items.size() > MAX_SIGNATURES) {
      throw new CborException("too many signatures");
    }
    List<ReleaseSignature> found = new ArrayList<>();
    String before = "";
    for (Cbor item : items) {
      List<Cbor> pair = item.asArray(2);
      var signature =
          new ReleaseSignature(
              pair.get(0).asBytes(Ed25519.PUBLIC_KEY_BYTES),
              pair.get(1).asBytes(Ed25519.SIGNATURE_BYTES));
      if (signature.key().hex().compareTo(before) <= 0) {
        throw new CborException("signatures are not ascending");
      }
      before = signature.key().hex();
      found.add(signature);
    }
    return found;
  }
}
