// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.p2p;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.DposHeader;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.Refusal;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.verify.PartialMerkleTree;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.GetBlocks;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Inventory;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.MerkleBlock;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Ping;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Pong;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Reject;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Tx;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.TxFilter;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Unread;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Verack;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Version;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.WholeBlock;

/// Payloads of the peer-to-peer protocol: read strictly, written exactly. Counts stand in 32 bits.
public final class PeerCodec {
  static final int MOST_ITEMS = 50_000;
  static final int MOST_LOCATORS = 500;

  private static final int MOST_NODE_VERSION = 46;
  private static final int MOST_FILTER = 50_000;
  private static final int MOST_REASON = 1_900;
  private static final int ITEM_BYTES = 36;
  private static final int MOST_COMMAND = 12;

  private PeerCodec() {}

  /// The message in a payload, or why it is none.
  public static Decoded<PeerMessage> decode(PeerCommand command, byte[] payload) {
    return ElaReader.decode(payload, in -> read(command, in));
  }

  /// The payload of a message.
  public static Bytes encode(PeerMessage message) {
    ElaWriter out = new ElaWriter();
    write(message, out);
    return out.toBytes();
  }

  private static PeerMessage read(PeerCommand command, ElaReader in) {
    return switch (command) {
      case VERSION -> version(in);
      case VERACK -> new Verack();
      case PING -> new Ping(in.i64("nonce"));
      case PONG -> new Pong(in.i64("nonce"));
      case GETBLOCKS -> getBlocks(in);
      case INV, GETDATA, NOTFOUND -> inventory(command, in);
      case TXFILTER -> new TxFilter(in.u8("kind"), in.varBytes(MOST_FILTER, "data"));
      case MERKLEBLOCK -> new MerkleBlock(DposHeader.read(in), PartialMerkleTree.read(in));
      case TX -> new Tx(ElaTransaction.read(in));
      case BLOCK -> new WholeBlock(DposBlock.read(in));
      case REJECT -> reject(in);
      case GETADDR, MEMPOOL, FILTERCLEAR -> new Unread(command, Bytes.EMPTY);
      case ADDR, FILTERADD, FILTERLOAD, DADDR ->
          new Unread(command, in.fixed(in.remaining(), "payload"));
    };
  }

  private static Version version(ElaReader in) {
    long protocol = in.u32("protocol");
    long services = in.i64("services");
    long timestamp = in.u32("timestamp");
    int port = in.u16("port");
    long nonce = in.i64("nonce");
    long height = in.i64("height");
    boolean relay = in.bool("relay");
    Bytes nodeVersion =
        protocol >= Version.WITH_NODE_VERSION
            ? in.varBytes(MOST_NODE_VERSION, "nodeVersion")
            : Bytes.EMPTY;
    return new Version(protocol, services, timestamp, port, nonce, height, relay, nodeVersion);
  }

  private static GetBlocks getBlocks(ElaReader in) {
    int count = limited(in.count32(Hash256.BYTES, "locator"), MOST_LOCATORS, in, "locator");
    List<Hash256> locator = in.items(count, item -> item.hash256("locator"));
    return new GetBlocks(locator, in.hash256("stop"));
  }

  private static Inventory inventory(PeerCommand command, ElaReader in) {
    int count = limited(in.count32(ITEM_BYTES, "items"), MOST_ITEMS, in, "items");
    return new Inventory(
        command,
        in.items(
            count, item -> new Inventory.Item(item.u32("item.kind"), item.hash256("item.hash"))));
  }

  private static Reject reject(ElaReader in) {
    Bytes rejected = in.varBytes(MOST_COMMAND, "command");
    int code = in.u8("code");
    Bytes reason = in.varBytes(MOST_REASON, "reason");
    return new Reject(rejected, code, reason, in.hash256("hash"));
  }

  private static int limited(int count, int most, ElaReader in, String field) {
    if (count > most) {
      throw in.refusal(Refusal.LENGTH_OUT_OF_BOUNDS, field);
    }
    return count;
  }

  private static void write(PeerMessage message, ElaWriter out) {
    switch (message) {
      case Version version -> write(version, out);
      case Verack _ -> {}
      case Ping(long nonce) -> out.i64(nonce);
      case Pong(long nonce) -> out.i64(nonce);
      case GetBlocks(var locator, var stop) ->
          out.u32(locator.size()).items(locator, ElaWriter::hash256).hash256(stop);
      case Inventory inventory ->
          out.u32(inventory.items().size())
              .items(inventory.items(), (to, item) -> to.u32(item.kind()).hash256(item.hash()));
      case TxFilter(int kind, Bytes data) -> out.u8(kind).varBytes(data);
      case MerkleBlock(DposHeader header, PartialMerkleTree tree) -> {
        header.write(out);
        tree.write(out);
      }
      case Tx(ElaTransaction transaction) -> transaction.write(out);
      case WholeBlock(DposBlock block) -> block.write(out);
      case Reject reject ->
          out.varBytes(reject.rejected())
              .u8(reject.code())
              .varBytes(reject.reason())
              .hash256(reject.hash());
      case Unread(var _, Bytes payload) -> out.fixed(payload);
    }
  }

  private static void write(Version version, ElaWriter out) {
    out.u32(version.protocol())
        .i64(version.services())
        .u32(version.timestamp())
        .u16(version.port())
        .i64(version.nonce())
        .i64(version.height())
        .bool(version.relay());
    if (version.protocol() >= Version.WITH_NODE_VERSION) {
      out.varBytes(version.nodeVersion());
    }
  }
}
