// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.elastos.smartweb.sandbox.Wasm.call;
import static org.elastos.smartweb.sandbox.Wasm.cat;
import static org.elastos.smartweb.sandbox.Wasm.i32;
import static org.elastos.smartweb.sandbox.Wasm.op;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.sandbox.abi.Errno;
import org.elastos.smartweb.sandbox.abi.HandleProvider;
import org.elastos.smartweb.sandbox.abi.Syscall;
import org.elastos.smartweb.sandbox.audit.AuditLog;
import org.elastos.smartweb.sandbox.bundle.Bundle;
import org.elastos.smartweb.sandbox.kinds.AudioProvider;
import org.elastos.smartweb.sandbox.kinds.ContentProvider;
import org.elastos.smartweb.sandbox.kinds.ContentSource;
import org.elastos.smartweb.sandbox.kinds.TextProvider;

/// Runs small modules against fixed grants.
abstract class CallsFixture {
  static final byte[] WORK = "0123456789".getBytes(StandardCharsets.UTF_8);
  static final byte[] DROP = op(0x1A);
  static final byte[] NARROW = op(0xA7);
  static final byte[] OPEN = cat(i32(0), i32(12), i32(1));
  static final byte[] OPEN_AUDIO = cat(i32(16), i32(10), i32(2));
  static final byte[] OPEN_TEXT = cat(i32(32), i32(9), i32(2));
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1_234));

  final AuditLog audit = new AuditLog();
  final RecordedSound sound = new RecordedSound();
  final List<String> texts = new ArrayList<>();
  final List<String> lines = new ArrayList<>();
  final List<HandleProvider> more = new ArrayList<>();
  ContentSource source = Samples.source(WORK, 4);
  Optional<RuntimeException> fault = Optional.empty();

  /// A module that imports these calls, in this order, as functions 0, 1, 2 …
  private static Bundle module(List<Syscall> calls, byte[]... code) {
    var wasm = new Wasm().memory(0, 1).data(0, "content:main").data(16, "audio:main");
    wasm.data(32, "text:main").data(48, "content:other").data(64, op(0xFF, 0x3A, 0x61));
    wasm.data(80, "file:x").data(96, "noColon").data(112, "text:else").data(128, "audio:else");
    wasm.data(144, "ghost:main");
    for (Syscall call : calls) {
      wasm.importing("capsule1", call.text(), call.parameters(), call.result());
    }
    byte[] main = wasm.export("capsule_start", wasm.function("", "i", "", code)).build();
    return Bundles.signed(
        main,
        "content",
        "audio",
        "text",
        "ghost",
        "call:log",
        "call:clock",
        "call:random",
        "call:secret_use");
  }

  int run(List<Syscall> calls, byte[]... code) {
    List<HandleProvider> providers = new ArrayList<>(more);
    providers.add(
        new ContentProvider(Map.of("main", new ContentProvider.Content(source, Optional.empty()))));
    providers.add(new AudioProvider(sound));
    providers.add(new TextProvider(texts::add));
    var host = new Host(CLOCK, new SecureRandom(), audit);
    try (Run run =
        Bundles.loaded(host, module(calls, code)).start(new Grants(providers, lines::add))) {
      RunOutcome outcome = run.await();
      assertThat(outcome).isInstanceOf(RunOutcome.Finished.class);
      if (outcome instanceof RunOutcome.Finished finished) {
        fault = finished.hostFault();
        return finished.code();
      }
      return Integer.MIN_VALUE;
    }
  }

  void assertAnswer(Errno errno, List<Syscall> calls, byte[]... code) {
    assertThat(run(calls, code)).isEqualTo(errno.number());
  }
}
