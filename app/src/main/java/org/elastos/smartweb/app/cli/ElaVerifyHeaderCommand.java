// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.ela.Decoding;
import org.elastos.smartweb.app.ela.ElaText;
import org.elastos.smartweb.app.ela.HexInput;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.verify.ElaNetwork;
import org.elastos.smartweb.chain.ela.verify.HeaderCheck;
import org.elastos.smartweb.chain.ela.verify.Rule;
import org.elastos.smartweb.chain.ela.verify.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `smartweb ela verify-header`: what a header proves by itself.
@Command(
    name = "verify-header",
    description = {
      "Verifies what a header proves by itself: that its merge-mining proof commits to it, and that"
          + " the parent's hash reaches the target. Exit code 0 only if it does.",
      "Whether the target is the right one, the time is plausible and the arbiters confirmed takes"
          + " the chain below it: smartweb ela sync."
    },
    mixinStandardHelpOptions = true)
final class ElaVerifyHeaderCommand implements Callable<Integer> {
  private static final int HEXADECIMAL = 16;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "HEX|-", description = "hexadecimal digits; - reads standard input")
  private String input = "";

  @Option(
      names = "--chain-id",
      paramLabel = "N",
      description = "the id that the chain is merge-mined under (default: ${DEFAULT-VALUE})")
  private int chainId = ElaNetwork.CHAIN_ID;

  @Option(
      names = "--bits",
      paramLabel = "BITS",
      defaultValue = "",
      description = "the target that the header must have, in compact form, such as 1f0008ff")
  private String bits = "";

  @Override
  public Integer call() {
    ElaHeader header = Decoding.header(HexInput.read(input, System.in)).header();
    requireHolds(header, bitsVerdict(header));
    requireHolds(header, new HeaderCheck(chainId).verify(header));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("ok", true);
    map.put("hash", ElaHash.display(header.hash()));
    map.put("hashInternal", header.hash().hex());
    map.put("height", header.height());
    map.put("verified", List.of("commitment", "work"));
    map.put("notVerified", List.of("bits above the chain below", "time", "confirm"));
    common.output().result(map, ElaText.of(map));
    return 0;
  }

  private Verdict bitsVerdict(ElaHeader header) {
    if (bits.isEmpty()) {
      return Verdict.valid();
    }
    if (!bits.matches("(0[xX])?[0-9a-fA-F]{1,8}")) {
      throw new CommandFailure(
          "bad_bits", "not compact bits: " + bits, "give up to eight hexadecimal digits");
    }
    long wanted = Long.parseLong(bits.replaceFirst("^0[xX]", ""), HEXADECIMAL);
    return wanted == header.bits()
        ? Verdict.valid()
        : Verdict.differs(Rule.BITS_WRONG, hex(wanted), hex(header.bits()));
  }

  private static void requireHolds(ElaHeader header, Verdict verdict) {
    if (verdict instanceof Verdict.Invalid invalid) {
      Map<String, Object> facts = new LinkedHashMap<>(invalid.facts());
      facts.put("hash", ElaHash.display(header.hash()));
      throw new CommandFailure(
          invalid.code(),
          "the header does not hold: " + invalid.code(),
          "do not trust it, nor the source that it is from",
          facts);
    }
  }

  private static String hex(long compact) {
    return String.format(Locale.ROOT, "%08x", compact);
  }
}
