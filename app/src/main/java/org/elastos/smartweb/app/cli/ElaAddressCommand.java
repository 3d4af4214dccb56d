// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.ela.Decoding;
import org.elastos.smartweb.app.ela.ElaText;
import org.elastos.smartweb.app.ela.HexInput;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.address.ElaAddress;
import org.elastos.smartweb.chain.ela.address.ElaAddress.Kind;
import org.elastos.smartweb.chain.ela.address.P256PublicKey;
import org.elastos.smartweb.chain.ela.address.Script;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `smartweb ela address`: addresses of keys, scripts and side chains, and what an address is.
@Command(
    name = "address",
    description = {
      "Gives the address of a public key, a script or a side chain; or checks an address: exit code"
          + " 0 only if it is valid, and its kind."
    },
    mixinStandardHelpOptions = true)
final class ElaAddressCommand implements Callable<Integer> {
  private static final int MOST_INPUT = 20_000;

  @Mixin private CommonOptions common = new CommonOptions();

  @ArgGroup(multiplicity = "1")
  private Given given = new Given();

  /// What the address is of; exactly one.
  static final class Given {
    @Option(
        names = "--public-key",
        paramLabel = "HEX|-",
        description = "a P-256 key, 33 bytes: its own address, and those for deposits and stakes")
    private @Nullable String publicKey;

    @Option(names = "--code", paramLabel = "HEX|-", description = "a redeem script")
    private @Nullable String code;

    @Option(
        names = "--genesis",
        paramLabel = "HASH|-",
        description = "a side chain's genesis hash as its own tools print it")
    private @Nullable String genesis;

    @Option(names = "--check", paramLabel = "ADDRESS|-", description = "an address to check")
    private @Nullable String check;
  }

  @Override
  public Integer call() {
    Map<String, Object> map = new LinkedHashMap<>();
    if (given.publicKey != null) {
      ofKey(given.publicKey, map);
    } else if (given.code != null) {
      ofCode(Bytes.of(bytes(given.code)), map);
    } else if (given.genesis != null) {
      String text = text(given.genesis);
      Script.CrossChain script =
          Script.CrossChain.ofGenesis(Workspaces.hash("bad_genesis", "a genesis hash", text));
      describe(script.address(), map);
      map.put("code", script.code().hex());
    } else {
      String text = text(String.valueOf(given.check));
      map.put("valid", true);
      describe(Decoding.required(ElaAddress.read(text)), map);
    }
    common.output().result(map, ElaText.of(map));
    return 0;
  }

  private static void ofKey(String input, Map<String, Object> map) {
    P256PublicKey key =
        P256PublicKey.of(Bytes.of(bytes(input)))
            .orElseThrow(() ->
                new CommandFailure(
                    "bad_public_key",
                    "this is no point of the curve P-256 in 33 bytes",
                    "give a compressed public key; it begins with 02 or 03"));
    Script.Standard script = new Script.Standard(key);
    describe(script.address(), map);
    map.put("code", script.code().hex());
    for (Kind kind : new Kind[] {Kind.DEPOSIT, Kind.STAKE}) {
      map.put(kind.name().toLowerCase(Locale.ROOT), ElaAddress.of(kind, script.code()).toString());
    }
    map.put("schnorr", new Script.Schnorr(key).address().toString());
  }

  private static void ofCode(Bytes code, Map<String, Object> map) {
    switch (Decoding.required(Script.read(code))) {
      case Script.Standard script -> describe(script.address(), map);
      case Script.Schnorr script -> describe(script.address(), map);
      case Script.CrossChain script -> describe(script.address(), map);
      case Script.MultiSignature script -> {
        describe(script.address(), map);
        several(script, map);
      }
      case Script.Arbiters script -> {
        // Its hash is no address: what it spends is named by the side chain's genesis.
        map.put("kind", "arbiters");
        several(script, map);
      }
    }
  }

  private static void several(Script.Several script, Map<String, Object> map) {
    map.put("required", script.required());
    map.put("keys", script.keys().stream().map(key -> key.encoded().hex()).toList());
  }

  private static void describe(ElaAddress address, Map<String, Object> map) {
    map.put("address", address.toString());
    map.put("kind", address.kind().name().toLowerCase(Locale.ROOT));
    map.put("programHash", address.programHash().hex());
  }

  private static byte[] bytes(String input) {
    return HexInput.read(text(input), System.in);
  }

  private static String text(String input) {
    String text = HexInput.text(input, System.in).strip();
    if (text.length() > MOST_INPUT) {
      throw new CommandFailure(
          "input_too_large", "the input is longer than any script", "check what is given");
    }
    return text;
  }
}
