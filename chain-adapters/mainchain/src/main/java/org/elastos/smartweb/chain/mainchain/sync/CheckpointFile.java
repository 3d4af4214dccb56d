// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.verify.ArbiterSet;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.ela.verify.ConsensusState;
import org.elastos.smartweb.chain.mainchain.ChainOrigin;
import org.elastos.smartweb.chain.mainchain.MainchainException;

/// A checkpoint that an operator answers for, as a JSON file that people can compare: hashes in
/// display order, the target in hexadecimal, the total work in decimal digits, arbiters as
/// compressed keys (an empty text is a seat whose holder may not sign). Every member is needed,
/// others are refused (docs/spec/mainchain.md, "Checkpoints"). Stateless.
public final class CheckpointFile {
  private static final int VERSION = 1;
  private static final long LARGEST_FILE = 1 << 20;
  private static final int HEXADECIMAL = 16;
  private static final Pattern BITS = Pattern.compile("[0-9a-f]{8}");
  private static final Pattern WORK = Pattern.compile("0|[1-9][0-9]{0,77}");
  private static final Set<String> MEMBERS =
      Set.of(
          "version",
          "network",
          "height",
          "hash",
          "previous",
          "bits",
          "totalWork",
          "windowStart",
          "times",
          "confirmed",
          "arbiters",
          "council",
          "turns");

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CheckpointFile() {}

  /// Reads a checkpoint.
  ///
  /// @throws MainchainException `checkpoint_unreadable` when it is none
  public static ChainOrigin read(Path file) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw unreadable(file, "too large");
      }
      return origin(JSON.readTree(Files.readAllBytes(file)));
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      throw unreadable(file, String.valueOf(e.getMessage()));
    }
  }

  /// The text of a checkpoint, to be compared and handed on.
  public static String write(ChainOrigin origin) {
    ChainPoint point = origin.point();
    ConsensusState consensus = point.consensus();
    if (consensus.mode() != ConsensusState.Mode.BPOS) {
      throw new MainchainException(
          "checkpoint_by_work",
          "no checkpoint is made while blocks are made by work alone",
          Map.of("height", Long.toString(point.height())));
    }
    ObjectNode json = JSON.createObjectNode();
    json.put("version", VERSION)
        .put("network", origin.network())
        .put("height", point.height())
        .put("hash", ElaHash.display(point.hash()))
        .put("previous", ElaHash.display(point.previous()))
        .put("bits", String.format("%08x", point.bits()))
        .put("totalWork", point.totalWork().toString())
        .put("windowStart", point.windowStart());
    point.times().forEach(json.putArray("times")::add);
    json.put("confirmed", consensus.confirmed());
    writeSet(json, consensus.arbiters());
    ArrayNode turns = json.putArray("turns");
    for (ConsensusState.Turn turn : consensus.turns()) {
      ObjectNode one = turns.addObject().put("workingHeight", turn.workingHeight());
      writeSet(one, turn.arbiters());
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new AssertionError("a tree of texts and numbers can be written", e);
    }
  }

  private static ChainOrigin origin(JsonNode json) {
    requireMembers(json, MEMBERS);
    if (number(json, "version") != VERSION) {
      throw new IllegalArgumentException("a version that is not understood");
    }
    List<Long> times = new ArrayList<>();
    array(json, "times").forEach(time -> times.add(u32(time)));
    List<ConsensusState.Turn> turns = new ArrayList<>();
    for (JsonNode turn : array(json, "turns")) {
      requireMembers(turn, Set.of("workingHeight", "arbiters", "council"));
      turns.add(new ConsensusState.Turn(number(turn, "workingHeight"), set(turn)));
    }
    ChainPoint point =
        new ChainPoint(
            number(json, "height"),
            ElaHash.fromDisplay(text(json, "hash")),
            ElaHash.fromDisplay(text(json, "previous")),
            Long.parseLong(matching(json, "bits", BITS), HEXADECIMAL),
            new BigInteger(matching(json, "totalWork", WORK)),
            number(json, "windowStart"),
            times,
            new ConsensusState(ConsensusState.Mode.BPOS, set(json), turns, 0, confirmed(json)));
    return new ChainOrigin(text(json, "network"), point);
  }

  private static long confirmed(JsonNode json) {
    JsonNode node = json.path("confirmed");
    return node.isInt() && node.intValue() == -1 ? ConsensusState.NONE : u32(node);
  }

  /// No seats at all: the arbiters are not known.
  private static Optional<ArbiterSet> set(JsonNode json) {
    List<Bytes> seats = keys(json, "arbiters");
    List<Bytes> council = keys(json, "council");
    if (seats.isEmpty() && !council.isEmpty()) {
      throw new IllegalArgumentException("a council without arbiters");
    }
    return seats.isEmpty() ? Optional.empty() : Optional.of(new ArbiterSet(seats, council));
  }

  private static List<Bytes> keys(JsonNode json, String name) {
    List<Bytes> keys = new ArrayList<>();
    for (JsonNode key : array(json, name)) {
      if (!key.isTextual()) {
        throw new IllegalArgumentException(name + " holds texts");
      }
      keys.add(Bytes.fromHex(key.textValue()));
    }
    return keys;
  }

  private static void writeSet(ObjectNode json, Optional<ArbiterSet> set) {
    List<Bytes> seats = set.map(ArbiterSet::seats).orElse(List.of());
    List<Bytes> council = set.map(ArbiterSet::council).orElse(List.of());
    seats.forEach(adder(json.putArray("arbiters")));
    council.forEach(adder(json.putArray("council")));
  }

  private static Consumer<Bytes> adder(ArrayNode array) {
    return key -> array.add(key.hex());
  }

  private static void requireMembers(JsonNode json, Set<String> members) {
    Set<String> found = new TreeSet<>();
    json.properties().forEach(entry -> found.add(entry.getKey()));
    if (!json.isObject() || !found.equals(members)) {
      throw new IllegalArgumentException("other members than " + new TreeSet<>(members));
    }
  }

  private static Iterable<JsonNode> array(JsonNode json, String name) {
    JsonNode node = json.path(name);
    if (!node.isArray()) {
      throw new IllegalArgumentException(name + " is no list");
    }
    return node;
  }

  private static String text(JsonNode json, String name) {
    JsonNode node = json.path(name);
    if (!node.isTextual()) {
      throw new IllegalArgumentException(name + " is no text");
    }
    return node.textValue();
  }

  private static String matching(JsonNode json, String name, Pattern shape) {
    String text = text(json, name);
    if (!shape.matcher(text).matches()) {
      throw new IllegalArgumentException(name + " has another form");
    }
    return text;
  }

  private static long number(JsonNode json, String name) {
    return u32(json.path(name));
  }

  private static long u32(JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() >>> 32 != 0) {
      throw new IllegalArgumentException("not an unsigned 32-bit number");
    }
    return node.longValue();
  }

  private static MainchainException unreadable(Path file, String why) {
    return new MainchainException(
        "checkpoint_unreadable",
        "the file is no checkpoint",
        Map.of("file", String.valueOf(file.getFileName()), "why", why));
  }
}
