// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.trade.Catalogue;
import org.elastos.smartweb.app.trade.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `smartweb editions`: what the market has.
@Command(
    name = "editions",
    description = "Lists what the market says is for sale. Buying checks each word of it.",
    mixinStandardHelpOptions = true)
final class EditionsCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--limit", description = "at most so many (default: ${DEFAULT-VALUE})")
  private int limit = 50;

  @Option(names = "--after", paramLabel = "CURSOR", description = "the page after this one's end")
  private @Nullable String after;

  @Override
  public Integer call() {
    try (Workspace workspace = Workspaces.open(common)) {
      Catalogue.Shown page =
          new Catalogue(workspace).editions(Optional.ofNullable(after), Math.clamp(limit, 1, 100));
      List<Map<String, Object>> items = new ArrayList<>();
      StringJoiner text = new StringJoiner("\n");
      for (Catalogue.Item item : page.items()) {
        items.add(item.asMap());
        text.add(
            String.format(Locale.ROOT, "%s  %10s  %s", item.edition(), item.price(), item.name()));
      }
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("editions", items);
      page.next().ifPresent(cursor -> object.put("next", cursor));
      common.output().result(object, items.isEmpty() ? "no editions" : text.toString());
    }
    return 0;
  }
}
