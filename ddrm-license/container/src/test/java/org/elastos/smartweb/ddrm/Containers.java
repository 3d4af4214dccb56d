// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.ddrm.StatementBody.Place;

/// Containers for tests, with the keys that writers usually forget.
final class Containers {
  static final LocalWallet CREATOR = Works.creator(1);

  private Containers() {}

  /// What was written, and the key that opens it.
  record Made(DdrmWriter.Written written, SecretBytes fileKey) {
    Path file() {
      return written.file();
    }

    Core core() {
      return written.header().core();
    }
  }

  static byte[] content(int length) {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    return content;
  }

  static Made make(Path file, byte[] content) {
    return make(file, content, OptionalLong.of(content.length));
  }

  static Made make(Path file, byte[] content, OptionalLong length) {
    List<SecretBytes> keys = new ArrayList<>();
    DdrmWriter.Written written =
        new DdrmWriter(new SecureRandom())
            .encrypt(
                new ByteArrayInputStream(content),
                DdrmWriter.Recipe.of(CREATOR.address(), "audio/ogg", length),
                dressing(keys),
                file);
    return new Made(written, keys.getFirst());
  }

  static DdrmWriter.Dressing dressing(List<SecretBytes> keys) {
    return new DdrmWriter.Dressing() {
      @Override
      public List<Statement> statements(Core core) {
        Place first = Place.first(core.assetId());
        return List.of(
            Statement.sign(CREATOR, Works.terms(first)),
            Statement.sign(CREATOR, Works.face(first)));
      }

      @Override
      public List<Envelope> envelopes(Core core, SecretBytes fileKey) {
        keys.add(fileKey.use(SecretBytes::copyOf));
        return List.of(new Envelope(Envelope.THRESHOLD, Bytes.of(new byte[244])));
      }
    };
  }

  static DdrmReader open(Path file) {
    return ((DdrmReader.Opening.Opened) DdrmReader.open(file)).reader();
  }

  static Unlocked unlock(DdrmReader reader, SecretBytes key) {
    return ((DdrmReader.Unlocking.Opened) reader.unlock(key)).work();
  }
}
