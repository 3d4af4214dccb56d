// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.Hash256;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the header of one block and checks that it bears the name that follows from it. Stateless.
final class HeaderReader {
  private static final long LATEST_TIME = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private final ChainId chain;
  private final HeaderNaming naming;

  HeaderReader(ChainId chain, HeaderNaming naming) {
    this.chain = chain;
    this.naming = naming;
  }

  /// The header of the object at which the parser stands.
  Header read(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new SourceFault("answer is not a block");
    }
    Map<String, String> members = new HashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.VALUE_STRING && (name.equals("hash") || HeaderHash.isMember(name))) {
        members.put(name, parser.getString());
      } else {
        parser.skipChildren();
      }
    }
    return header(members);
  }

  private Header header(Map<String, String> members) {
    long time = Wire.count(members.get("timestamp"));
    if (time > LATEST_TIME) {
      throw new SourceFault("answer is out of range");
    }
    Hash256 hash = Wire.hash(members.get("hash"));
    if (naming == HeaderNaming.RECOMPUTED
        && !HeaderHash.of(members).filter(hash::equals).isPresent()) {
      throw new SourceFault("the block's name does not follow from its header");
    }
    BlockRef ref =
        new BlockRef(chain, Wire.count(members.get("number")), hash, Instant.ofEpochSecond(time));
    return new Header(
        ref,
        Wire.hash(members.get("parentHash")),
        Optional.ofNullable(members.get("baseFeePerGas")).map(Wire::quantity));
  }
}
