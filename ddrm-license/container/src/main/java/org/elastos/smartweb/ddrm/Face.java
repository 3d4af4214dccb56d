// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.chain.Bytes;

/// How a work shows itself: its name (at most 256 bytes), an icon, and the language of both (a BCP
/// 47 tag).
public record Face(Place place, String name, Icon icon, String language) implements StatementBody {
  static final String KIND = "face";

  /// The largest icon that a statement carries, in bytes.
  public static final int MAX_ICON_BYTES = 16 * 1024;

  private static final int MAX_NAME_BYTES = 256;
  private static final int MAX_LANGUAGE_BYTES = 35;

  /// A picture, here or elsewhere.
  public sealed interface Icon {
    /// No picture.
    record None() implements Icon {}

    /// An encoded picture of at most 16 KiB.
    record Inline(Bytes picture) implements Icon {}

    /// The bytes of a CID.
    record Linked(Bytes cid) implements Icon {}
  }

  /// Refuses what a reader would refuse.
  ///
  /// @throws CborException when a member is empty or too long
  public Face {
    Limits.text(name, MAX_NAME_BYTES);
    Limits.text(language, MAX_LANGUAGE_BYTES);
    if (icon instanceof Icon.Inline(Bytes picture) && picture.size() > MAX_ICON_BYTES) {
      throw new CborException("an icon is too large");
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Cbor toCbor() {
    return StatementBody.open(this)
        .put("name", name)
        .put("icon", toCbor(icon))
        .put("lang", language)
        .build();
  }

  static Face read(Place place, CborMap map) {
    return new Face(place, map.text("name"), icon(map.value("icon")), map.text("lang"));
  }

  private static Cbor toCbor(Icon icon) {
    return switch (icon) {
      case Icon.None() -> Cbor.nothing();
      case Icon.Inline(Bytes picture) -> Cbor.of(picture);
      case Icon.Linked(Bytes cid) -> new Cbor.Link(cid);
    };
  }

  private static Icon icon(Cbor value) {
    return switch (value) {
      case Cbor.Null() -> new Icon.None();
      case Cbor.Data(Bytes picture) -> new Icon.Inline(picture);
      case Cbor.Link(Bytes cid) -> new Icon.Linked(cid);
      default -> throw new CborException("an icon is null, bytes or a link");
    };
  }
}
