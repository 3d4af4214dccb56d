// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.devnet.ela.rules.Arbiters;
import org.elastos.smartweb.chain.devnet.ela.rules.DevKey;
import org.elastos.smartweb.chain.devnet.ela.rules.DevRules;

/// All keys of a development chain, derived from one seed: the wallet's and those of every set of
/// arbiters. Each announcement replaces a third of the seats. Thread-safe.
public final class DevKeys {
  private static final int THIRDS = 3;

  private final byte[] seed;
  private final DevRules.Bpos bpos;
  private final Map<String, DevKey> known = new ConcurrentHashMap<>();

  /// Keys of a 32-byte seed.
  public DevKeys(byte[] seed, DevRules rules) {
    this.seed = seed.clone();
    this.bpos = rules.bpos();
  }

  /// Who receives the rewards, and pays when the chain is asked to fund somebody.
  public DevKey wallet() {
    return key("wallet");
  }

  /// The set that was announced as the so many-th; 0 is the first, which nobody announces.
  public Arbiters arbiters(int number) {
    List<Bytes> seats = seats(number).stream().map(DevKey::publicKey).toList();
    return new Arbiters(number, seats, seats.subList(0, bpos.council()));
  }

  /// The private keys of a set, in the order of its seats.
  public List<DevKey> seats(int number) {
    List<DevKey> seats = new ArrayList<>();
    for (int seat = 0; seat < bpos.seats(); seat++) {
      int generation = (number + seat % THIRDS) / THIRDS;
      seats.add(key("arbiter/" + seat + "/" + generation));
    }
    return seats;
  }

  /// The private key of an arbiter of a set.
  public Optional<DevKey> find(Bytes publicKey, Arbiters set) {
    return seats(set.number()).stream()
        .filter(key -> key.publicKey().equals(publicKey))
        .findFirst();
  }

  private DevKey key(String name) {
    return known.computeIfAbsent(name, this::derive);
  }

  private DevKey derive(String name) {
    HMac mac = new HMac(new SHA256Digest());
    mac.init(new KeyParameter(seed));
    ByteBuffer text = StandardCharsets.UTF_8.encode("smartweb-ela-devnode/" + name);
    byte[] bytes = new byte[text.remaining()];
    text.get(bytes);
    mac.update(bytes, 0, bytes.length);
    byte[] out = new byte[mac.getMacSize()];
    mac.doFinal(out, 0);
    return DevKey.of(out);
  }
}
