// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.home.client.HomeAnswer;
import org.elastos.smartweb.home.outcome.HomeException;
import org.elastos.smartweb.market.client.Answer;

/// Turns what a market or a home refuses into failures that keep the code and say what to do.
/// Stateless.
final class Refusals {
  private static final String ELSE = "see the detail, correct the cause and try again";
  private static final Set<String> PROBLEM = Set.of("type", "title", "status", "code", "detail");
  private static final Map<String, String> REMEDIES =
      Map.ofEntries(
          Map.entry("not_owner", "buy the edition with this wallet, or play with the one that did"),
          Map.entry("not_final_yet", "wait for the purchase to become final and try again"),
          Map.entry("not_enough_shares", "wait until enough licence nodes answer and try again"),
          Map.entry("not_delegated", "play with a wallet whose keystore is at hand"),
          Map.entry("no_such_work", "fetch the work first, or look at its name again"),
          Map.entry("renderer_not_installed", "install a capsule that the creator allows"),
          Map.entry("renderer_not_allowed", "use a capsule that the creator's terms list"),
          Map.entry("output_not_allowed", "its creator does not allow this output"),
          Map.entry("capsule_refused", "get the capsule again from a source that you trust"),
          Map.entry("committee_differs", "do not go on: check the pinned committee file"),
          Map.entry("committee_not_pinned", "add the work's committee to the home's configuration"),
          Map.entry("provider_not_allowed", "name a peer with a public address"),
          Map.entry("owner_token_required", "check the home's token file in the state directory"),
          Map.entry("stale_node", "check the chain's sources and try again"),
          Map.entry("edition_unknown", "check the edition's id, or wait for the market's index"),
          Map.entry("work_unknown", "ask the creator to hand the work's statements to the market"),
          Map.entry("seller_lacks_units", "sell what this wallet holds"),
          Map.entry("cid_unknown", "wait for the market's index and try again"));

  private Refusals() {}

  /// What the market gave.
  static <T> T given(Answer<T> answer) {
    return switch (answer) {
      case Answer.Given<T>(T value) -> value;
      case Answer.Refused<T>(int status, String code, String detail) ->
          throw new CommandFailure(
              code, "the market refuses: " + detail, remedy(code), Map.of("status", status));
      case Answer.Failed<T>(String code, String detail) ->
          throw new CommandFailure(
              "market_" + code,
              "the market gives no answer: " + detail,
              "check that the market runs and try again");
    };
  }

  /// What the home did.
  static <T> T done(Supplier<HomeAnswer<T>> asking) {
    return switch (asked(asking)) {
      case HomeAnswer.Done<T>(T value) -> value;
      case HomeAnswer.Refused<T> refused -> throw failure(refused);
    };
  }

  /// What the home answers, be it a refusal.
  static <T> HomeAnswer<T> asked(Supplier<HomeAnswer<T>> asking) {
    try {
      return asking.get();
    } catch (HomeException e) {
      throw new CommandFailure(
          "home_unreachable", "the home does not answer", "check that the home runs and try again");
    }
  }

  /// A home's refusal with all that it says, such as what each node did.
  static CommandFailure failure(HomeAnswer.Refused<?> refused) {
    Map<String, Object> facts = new LinkedHashMap<>(refused.problem().getMap());
    facts.keySet().removeAll(PROBLEM);
    return new CommandFailure(
        refused.code(),
        refused.detail().isEmpty() ? "the home refuses" : refused.detail(),
        remedy(refused.code()),
        facts);
  }

  /// What to do about a code.
  static String remedy(String code) {
    return REMEDIES.getOrDefault(code, ELSE);
  }
}
