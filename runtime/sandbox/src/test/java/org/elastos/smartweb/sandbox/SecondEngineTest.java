// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.elastos.smartweb.sandbox.abi.Syscall;
import org.elastos.smartweb.sandbox.kinds.AudioProvider;
import org.elastos.smartweb.sandbox.kinds.ContentProvider;
import org.junit.jupiter.api.Test;

/// The player on another engine with that engine's own memory: the samples must not depend on ours.
class SecondEngineTest {
  private static final byte[] SOUND = Samples.bytes("stereo.ogg");

  private final ByteArrayOutputStream played = new ByteArrayOutputStream();
  private int position;

  private long answer(Syscall call, Instance guest, long[] a) {
    return switch (call) {
      case OPEN -> a[2];
      case READ -> {
        int moved = (int) Math.min(a[2], SOUND.length - position);
        guest.memory().write((int) a[1], SOUND, position, moved);
        position += moved;
        yield moved;
      }
      case WRITE -> {
        played.writeBytes(guest.memory().readBytes((int) a[1], (int) a[2]));
        yield a[2];
      }
      default -> 0;
    };
  }

  private HostFunction function(Syscall call) {
    return new HostFunction(
        Syscall.MODULE,
        call.text(),
        FunctionType.of(types(call.parameters()), types(call.result())),
        (guest, arguments) ->
            call.result().isEmpty() ? new long[0] : new long[] {answer(call, guest, arguments)});
  }

  private static List<ValType> types(String letters) {
    return letters.chars().mapToObj(c -> c == 'i' ? ValType.I32 : ValType.I64).toList();
  }

  @Test
  void bothEnginesGiveTheSameSamples() {
    byte[] player = OwnCapsules.audioPlayer(Bundles.DEVELOPER).modules().getFirst().bytes();
    WasmModule module = Parser.parse(player);
    ImportValues imports =
        ImportValues.builder()
            .withFunctions(
                Arrays.stream(Syscall.values())
                    .map(this::function)
                    .map(ImportFunction.class::cast)
                    .toList())
            .build();
    Instance instance =
        Instance.builder(module)
            .withMachineFactory(
                MachineFactoryCompiler.builder(module)
                    .withInterpreterFallback(InterpreterFallback.FAIL)
                    .compile())
            .withImportValues(imports)
            .build();
    assertThat(instance.export("capsule_start").apply()[0]).isZero();

    var sound = new RecordedSound();
    var grants =
        Grants.of(ContentProvider.own(Samples.source(SOUND, 4_096)), new AudioProvider(sound));
    RunOutcome outcome = Bundles.run(OwnCapsules.audioPlayer(Bundles.DEVELOPER), grants);

    assertThat(outcome).isInstanceOf(RunOutcome.Finished.class);
    assertThat(sound.samples.toByteArray()).isEqualTo(played.toByteArray()).isNotEmpty();
  }
}
