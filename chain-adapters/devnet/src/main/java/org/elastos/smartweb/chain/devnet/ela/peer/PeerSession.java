// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.peer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.chain.DevChain;
import org.elastos.smartweb.chain.devnet.ela.rules.Flaw;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.Refusal;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxCodec;
import org.jspecify.annotations.Nullable;

/// One connected peer. The reading thread owns it; news come from other threads through the outbox.
final class PeerSession {
  private static final int HANDSHAKE_MILLIS = 30_000;
  private static final int IDLE_MILLIS = 300_000;
  private static final int MOST_LOCATOR = 500;
  private static final int MOST_BLOCKS = 500;

  private final DevChain chain;
  private final Socket socket;
  private final Outbox outbox;
  private final Version ours;
  private volatile boolean ready;
  private volatile boolean relay;
  private volatile @Nullable PeerFilter filter;
  private @Nullable Hash256 continueAt;

  PeerSession(DevChain chain, Socket socket, Version ours) {
    this.chain = chain;
    this.socket = socket;
    this.ours = ours;
    this.outbox = new Outbox(socket, chain.rules().magic());
  }

  /// Talks until the peer goes or breaks the protocol.
  void run() throws IOException {
    socket.setSoTimeout(HANDSHAKE_MILLIS);
    socket.setTcpNoDelay(true);
    try (InputStream in = new BufferedInputStream(socket.getInputStream())) {
      shakeHands(in);
      socket.setSoTimeout(IDLE_MILLIS);
      while (outbox.isOpen()) {
        handle(next(in));
      }
    } finally {
      outbox.close();
    }
  }

  Outbox outbox() {
    return outbox;
  }

  /// Tells the peer of a new tip, if it is ready for news.
  void announce(Hash256 tip) {
    if (ready) {
      outbox.offer("inv", InvVect.encode(List.of(new InvVect(blockType(), tip))));
    }
  }

  /// Tells the peer of a waiting transaction, if it wants to know.
  void announce(ElaTransaction transaction) {
    PeerFilter wanted = filter;
    if (ready && relay && (wanted == null || wanted.matchesWaiting(transaction))) {
      List<InvVect> news = List.of(new InvVect(InvVect.TRANSACTION, transaction.txid()));
      outbox.offer("inv", InvVect.encode(news));
    }
  }

  private void shakeHands(InputStream in) throws IOException {
    Frame first = next(in);
    if (!first.command().equals("version")) {
      throw new ProtocolException("a first message other than version");
    }
    relay = read(first.payload(), Version::read).relay();
    outbox.put("version", ours.encoded());
    outbox.put("verack", Bytes.EMPTY);
    if (!next(in).command().equals("verack")) {
      throw new ProtocolException("a second message other than verack");
    }
    ready = true;
  }

  private Frame next(InputStream in) throws IOException {
    return Frame.read(in, chain.rules().magic());
  }

  private void handle(Frame frame) throws IOException {
    Bytes payload = frame.payload();
    switch (frame.command()) {
      case "ping" -> {
        long nonce = read(payload, in -> in.i64("nonce"));
        outbox.put("pong", new ElaWriter().i64(nonce).toBytes());
      }
      case "getblocks" -> sendInventory(payload);
      case "getdata" -> sendData(read(payload, InvVect::readAll));
      case "tx" -> takeTransaction(payload);
      case "txfilter" -> filter = unwrap(PeerFilter.read(payload)).orElse(null);
      case "filterload" -> filter = new PeerFilter(false, unwrap(PeerFilter.readBloom(payload)));
      case "filterclear" -> filter = null;
      case "mempool" -> sendWaiting();
      case "getaddr" -> outbox.put("addr", new ElaWriter().i64(0).toBytes());
      case "version", "verack" -> throw new ProtocolException("a second handshake");
      default -> {
        // What this node does not serve is passed over, as nodes do with commands of the future.
      }
    }
  }

  private record Locator(List<Hash256> hashes, Hash256 last) {
    static Locator read(ElaReader in) {
      int count = in.count32(Hash256.BYTES, "locator");
      if (count > MOST_LOCATOR) {
        throw in.refusal(Refusal.LENGTH_OUT_OF_BOUNDS, "locator");
      }
      return new Locator(in.items(count, each -> each.hash256("hash")), in.hash256("stop"));
    }
  }

  private void sendInventory(Bytes payload) throws IOException {
    Locator asked = read(payload, Locator::read);
    List<Hash256> found = chain.above(asked.hashes, asked.last, MOST_BLOCKS);
    if (!found.isEmpty()) {
      long type = blockType();
      continueAt = found.size() == MOST_BLOCKS ? found.getLast() : null;
      outbox.put(
          "inv", InvVect.encode(found.stream().map(hash -> new InvVect(type, hash)).toList()));
    }
  }

  private void sendData(List<InvVect> wanted) throws IOException {
    List<InvVect> missing = new ArrayList<>();
    for (InvVect each : wanted) {
      if (!sendOne(each)) {
        missing.add(each);
      }
    }
    if (!missing.isEmpty()) {
      outbox.put("notfound", InvVect.encode(missing));
    }
  }

  /// Whether the thing exists, or its kind is one that nodes pass over.
  private boolean sendOne(InvVect wanted) throws IOException {
    if (wanted.type() == InvVect.TRANSACTION) {
      Optional<ElaTransaction> tx = chain.waiting(wanted.hash());
      if (tx.isPresent()) {
        outbox.put("tx", tx.get().encoded());
      }
      return tx.isPresent();
    }
    boolean known = wanted.type() >= InvVect.BLOCK && wanted.type() <= InvVect.CONFIRMED_BLOCK;
    Optional<DposBlock> block = known ? chain.block(wanted.hash()) : Optional.empty();
    if (block.isEmpty()) {
      return !known;
    }
    if (wanted.type() == InvVect.FILTERED_BLOCK) {
      sendFiltered(block.get());
      return true;
    }
    boolean whole = wanted.type() == InvVect.CONFIRMED_BLOCK;
    DposBlock sent = whole ? block.get() : new DposBlock(block.get().block(), Optional.empty());
    outbox.put("block", sent.encoded());
    if (Objects.equals(continueAt, wanted.hash())) {
      continueAt = null;
      Hash256 best = chain.hashAt(chain.height()).orElse(wanted.hash());
      outbox.put("inv", InvVect.encode(List.of(new InvVect(wanted.type(), best))));
    }
    return true;
  }

  /// Without a filter nothing is sent, as the real node does.
  private void sendFiltered(DposBlock block) throws IOException {
    PeerFilter wanted = filter;
    if (wanted == null) {
      return;
    }
    List<ElaTransaction> transactions = block.block().transactions();
    BitSet matching = new BitSet();
    for (int i = 0; i < transactions.size(); i++) {
      matching.set(i, wanted.matchesInBlock(transactions.get(i)));
    }
    outbox.put("merkleblock", MerkleBlock.encode(block, matching, wanted.sideChain()));
    for (int i = matching.nextSetBit(0); i >= 0; i = matching.nextSetBit(i + 1)) {
      outbox.put("tx", transactions.get(i).encoded());
    }
  }

  private void takeTransaction(Bytes payload) throws IOException {
    ElaTransaction tx = unwrap(TxCodec.readTransaction(payload.bytes()));
    Optional<Flaw> flaw = chain.submit(tx);
    if (flaw.isPresent()) {
      outbox.put("reject", reject(tx, flaw.get()));
    }
  }

  private static Bytes reject(ElaTransaction tx, Flaw flaw) {
    int code =
        switch (flaw.code()) {
          case "duplicate", "double_spend" -> 0x12;
          case "fee" -> 0x42;
          default -> 0x10;
        };
    return new ElaWriter()
        .varBytes(ascii("tx"))
        .u8(code)
        .varBytes(ascii(flaw.code()))
        .hash256(tx.txid())
        .toBytes();
  }

  private void sendWaiting() throws IOException {
    List<InvVect> all =
        chain.waiting().stream().map(tx -> new InvVect(InvVect.TRANSACTION, tx.txid())).toList();
    if (!all.isEmpty()) {
      outbox.put("inv", InvVect.encode(all));
    }
  }

  private long blockType() {
    return filter == null ? InvVect.CONFIRMED_BLOCK : InvVect.BLOCK;
  }

  private static Bytes ascii(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static <T> T read(Bytes payload, Function<ElaReader, T> shape) throws IOException {
    return unwrap(ElaReader.decode(payload.bytes(), shape));
  }

  private static <T> T unwrap(Decoded<T> decoded) throws IOException {
    return switch (decoded) {
      case Decoded.Value<T>(T value) -> value;
      case Decoded.Refused<T>(var code, int _, String _) ->
          throw new ProtocolException("a message that does not decode: " + code.code());
    };
  }
}
