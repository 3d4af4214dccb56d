// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.TaggedHash;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.Row;
import org.elastos.smartweb.platform.db.Sql;

/// What an operator blocks and lifts again, in public: each entry is chained to the one before and
/// signed by the node, so none can be taken back unseen. The newest entry of a subject counts.
/// Thread-safe; blocks.
public final class DenialLog {
  private static final String TAG = "smartweb/v1/denial";
  private static final Pattern SUBJECT =
      Pattern.compile("asset:[0-9a-f]{64}|wallet:0x[0-9a-f]{40}");
  private static final int MAX_REASON = 256;

  private final Db db;
  private final InstantSource clock;

  /// A log in the node's own schema.
  public DenialLog(Db db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /// What is said.
  ///
  /// @param blocks false lifts an earlier block
  /// @param subject `asset:<64 hex digits>` or `wallet:0x<40 hex digits>`, lower case
  /// @param reason for everybody to read, 1 to 256 characters, such as the court's reference
  public record Word(boolean blocks, String subject, String reason) {
    /// @throws IllegalArgumentException when subject or reason have another form
    public Word {
      if (!SUBJECT.matcher(subject).matches()
          || reason.isBlank()
          || reason.length() > MAX_REASON
          || reason.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("no subject or reason of a denial");
      }
    }
  }

  /// One entry.
  ///
  /// @param head H(`smartweb/v1/denial`; previous head, u64 position, CB[at, blocks, subject,
  ///   reason]); zero before position 0
  /// @param signature Sig(`smartweb/v1/denial`, identity, head)
  public record Entry(long position, Instant at, Word word, Hash256 head, Bytes signature) {
    /// Whether it follows from the head before and is signed by this node.
    public boolean follows(Hash256 before, Bytes identity) {
      return head.equals(DenialLog.head(before, position, at, word))
          && Ed25519.verify(identity, TAG, head.bytes(), signature);
    }
  }

  /// Says it, durably.
  public Entry say(Word word, SecretBytes identity) {
    Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
    return db.inTransaction(sql -> say(sql, word, now, identity));
  }

  /// All entries from a position on, in order.
  public List<Entry> from(long position, int most) {
    return db.inTransaction(sql ->
        sql.query(
            "select * from denial where position >= ? order by position limit ?",
            DenialLog::entry,
            position,
            most));
  }

  /// What is blocked now: subjects with their reasons.
  public Map<String, String> blocked() {
    Map<String, String> blocked = new HashMap<>();
    db
        .inTransaction(sql ->
            sql.query(
                """
                select distinct on (subject) subject, blocks, reason
                from denial order by subject, position desc
                """,
                row -> new Word(row.bool("blocks"), row.text("subject"), row.text("reason"))))
        .stream()
        .filter(Word::blocks)
        .forEach(word -> blocked.put(word.subject(), word.reason()));
    return blocked;
  }

  private static Entry say(Sql sql, Word word, Instant at, SecretBytes identity)
      throws SQLException {
    sql.advisoryLock("denial");
    List<Entry> last =
        sql.query("select * from denial order by position desc limit 1", DenialLog::entry);
    long position = last.isEmpty() ? 0 : last.getFirst().position() + 1;
    Hash256 head = head(last.isEmpty() ? Hash256.ZERO : last.getFirst().head(), position, at, word);
    Bytes signature = Ed25519.sign(identity, TAG, head.bytes());
    sql.update(
        """
        insert into denial (position, at, blocks, subject, reason, head, signature)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        position,
        at.atOffset(ZoneOffset.UTC),
        word.blocks(),
        word.subject(),
        word.reason(),
        head.bytes(),
        signature.bytes());
    return new Entry(position, at, word, head, signature);
  }

  private static Hash256 head(Hash256 before, long position, Instant at, Word word) {
    byte[] content =
        Cbor.array(
                Cbor.of(at.getEpochSecond()),
                Cbor.of(word.blocks() ? 1 : 0),
                Cbor.of(word.subject()),
                Cbor.of(word.reason()))
            .encode();
    byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(position).array();
    return TaggedHash.hash(TAG, before.bytes(), number, content);
  }

  private static Entry entry(Row row) throws SQLException {
    return new Entry(
        row.bigint("position"),
        row.instant("at"),
        new Word(row.bool("blocks"), row.text("subject"), row.text("reason")),
        Hash256.of(row.bytes("head")),
        Bytes.of(row.bytes("signature")));
  }
}
