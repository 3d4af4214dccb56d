// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.elastos.smartweb.sandbox.Wasm.call;
import static org.elastos.smartweb.sandbox.Wasm.cat;
import static org.elastos.smartweb.sandbox.Wasm.i32;
import static org.elastos.smartweb.sandbox.Wasm.op;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.ddrm.AppId;
import org.elastos.smartweb.sandbox.abi.Errno;
import org.elastos.smartweb.sandbox.abi.Flow;
import org.elastos.smartweb.sandbox.abi.Handle;
import org.elastos.smartweb.sandbox.abi.HandleProvider;
import org.elastos.smartweb.sandbox.abi.MemoryWindow;
import org.elastos.smartweb.sandbox.abi.Opening;
import org.elastos.smartweb.sandbox.abi.StreamTerms;
import org.elastos.smartweb.sandbox.kinds.ContentProvider;
import org.elastos.smartweb.sandbox.kinds.TextProvider;
import org.junit.jupiter.api.Test;

/// Decision D2: what an instance may do beside a licensed stream.
class ConfinementTest {
  private static final byte[] WORK =
      "the whole plaintext of a work".getBytes(StandardCharsets.UTF_8);
  private static final AppId THIS_APP = AppId.of(Ed25519.publicKey(Bundles.DEVELOPER), "test");
  private static final AppId OTHER_APP = AppId.of(Ed25519.publicKey(Bundles.STRANGER), "player");

  private final List<String> copied = new ArrayList<>();
  private final List<String> logged = new ArrayList<>();

  /// A capsule of these imports: functions 0 open, 1 read, 2 write, 3 close, 4 log.
  private static byte[] capsule(byte[]... code) {
    var wasm = new Wasm().memory(0, 1).data(0, "content:main").data(32, "text:main");
    wasm.data(64, "mailbox:friend");
    wasm.importing("capsule1", "open", "iii", "i");
    wasm.importing("capsule1", "read", "iii", "i");
    wasm.importing("capsule1", "write", "iii", "i");
    wasm.importing("capsule1", "close", "i", "i");
    wasm.importing("capsule1", "log", "iii", "i");
    return wasm.export("capsule_start", wasm.function("", "i", "", code)).build();
  }

  private static final byte[] OPEN_CONTENT = cat(i32(0), i32(12), i32(1), call(0));
  private static final byte[] OPEN_TEXT = cat(i32(32), i32(9), i32(2), call(0));
  private static final byte[] OPEN_MAILBOX = cat(i32(64), i32(14), i32(3), call(0));
  private static final byte[] DROP = op(0x1A);

  private static byte[] read(int handle) {
    return cat(i32(handle), i32(1_000), i32(100), call(1));
  }

  private static byte[] write(int handle) {
    return cat(i32(handle), i32(1_000), i32(WORK.length), call(2));
  }

  private static byte[] close(int handle) {
    return cat(i32(handle), call(3));
  }

  private int run(StreamTerms terms, byte[]... code) {
    return run(ContentProvider.licensed(Samples.source(WORK, 1_000), terms), code);
  }

  private int run(ContentProvider content, byte[]... code) {
    var bundle = Bundles.signed(capsule(code), "content", "text", "mailbox", "call:log");
    var grants =
        new Grants(List.of(content, new TextProvider(copied::add), new Mailbox()), logged::add);
    try (Run run = Bundles.loaded(Bundles.host(), bundle).start(grants)) {
      RunOutcome outcome = run.await();
      assertThat(outcome).isInstanceOf(RunOutcome.Finished.class);
      return outcome instanceof RunOutcome.Finished finished ? finished.code() : -1_000;
    }
  }

  private static StreamTerms terms(AppId app, long release, String... outputs) {
    return new StreamTerms(Map.of(app, release), Set.of(outputs));
  }

  @Test
  void aSelfSignedCopierGetsNothing() {
    int code = run(terms(OTHER_APP, 1, "audio", "text"), OPEN_CONTENT);

    assertThat(code).isEqualTo(Errno.RENDERER_NOT_ALLOWED.number());
    int bytes = run(terms(OTHER_APP, 1, "text"), OPEN_CONTENT, DROP, read(1));
    assertThat(bytes).isEqualTo(Errno.BAD_HANDLE.number());
  }

  @Test
  void aReleaseBelowTheLowestIsRefused() {
    assertThat(run(terms(THIS_APP, 2, "text"), OPEN_CONTENT))
        .isEqualTo(Errno.RENDERER_NOT_ALLOWED.number());
    assertThat(run(terms(THIS_APP, 1, "text"), OPEN_CONTENT)).isPositive();
  }

  @Test
  void aListedRendererGivesOutOnlyThroughListedOutputs() {
    assertThat(run(terms(THIS_APP, 1, "audio"), OPEN_CONTENT, DROP, OPEN_TEXT))
        .isEqualTo(Errno.OUTPUT_NOT_ALLOWED.number());
    assertThat(run(terms(THIS_APP, 1, "audio"), OPEN_CONTENT, DROP, OPEN_MAILBOX))
        .isEqualTo(Errno.OUTPUT_NOT_ALLOWED.number());
    assertThat(
            run(
                terms(THIS_APP, 1, "text"),
                OPEN_CONTENT,
                DROP,
                read(1),
                DROP,
                OPEN_TEXT,
                DROP,
                write(2),
                DROP,
                close(2)))
        .isZero();
    assertThat(copied).containsExactly("the whole plaintext of a work");
  }

  @Test
  void aWayOutThatIsOpenAlreadyKeepsTheStreamShut() {
    assertThat(run(terms(THIS_APP, 1, "audio"), OPEN_TEXT, DROP, OPEN_CONTENT))
        .isEqualTo(Errno.OUTPUT_NOT_ALLOWED.number());
    assertThat(run(terms(THIS_APP, 1, "audio"), OPEN_TEXT, DROP, close(1), DROP, OPEN_CONTENT))
        .isPositive();
  }

  @Test
  void closingTheStreamDoesNotOpenTheWaysOut() {
    int code =
        run(
            terms(THIS_APP, 1, "audio"),
            OPEN_CONTENT,
            DROP,
            read(1),
            DROP,
            close(1),
            DROP,
            OPEN_TEXT);

    assertThat(code).isEqualTo(Errno.OUTPUT_NOT_ALLOWED.number());
    assertThat(copied).isEmpty();
  }

  @Test
  void logLinesAreAWayOut() {
    byte[] log = cat(i32(1), i32(1_000), i32(WORK.length), call(4));

    assertThat(run(terms(THIS_APP, 1, "audio"), OPEN_CONTENT, DROP, read(1), DROP, log))
        .isEqualTo(Errno.OUTPUT_NOT_ALLOWED.number());
    assertThat(logged).isEmpty();
  }

  @Test
  void theOwnersOwnFileConfinesNothing() {
    var own = ContentProvider.own(Samples.source(WORK, 1_000));
    byte[] log = cat(i32(1), i32(1_000), i32(WORK.length), call(4));

    assertThat(run(own, OPEN_CONTENT, DROP, read(1), DROP, log)).isEqualTo(WORK.length);
    assertThat(logged).containsExactly("the whole plaintext of a work");
    assertThat(run(own, OPEN_CONTENT, DROP, OPEN_MAILBOX)).isPositive();
  }

  /// A kind that the sandbox itself has never heard of: it needs no new call.
  private static final class Mailbox implements HandleProvider {
    @Override
    public String kind() {
      return "mailbox";
    }

    @Override
    public Flow flow() {
      return Flow.OUT;
    }

    @Override
    public Opening open(String name, int flags) {
      return new Opening.Opened(
          new Handle() {
            @Override
            public int write(MemoryWindow window) {
              return window.length();
            }

            @Override
            public int close() {
              return 0;
            }

            @Override
            public void abandon() {}
          });
    }
  }
}
