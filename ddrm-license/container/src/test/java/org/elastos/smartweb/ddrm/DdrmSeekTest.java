// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.junit.jupiter.api.Test;

class DdrmSeekTest {
  private static final int SLOT = 1 << 16;
  private static final int ROOM = SLOT - 16;
  private static final long LENGTH = 64L << 30;

  /// A work of 64 GiB of which only the header and one record exist: a seek needs no other byte.
  @Test
  void readsTheHeaderAndOneRecordToSeek() {
    SecretBytes key = SecretBytes.copyOf(Containers.content(32));
    Pre pre = new Pre(Works.CHANNEL, "video/mp4", Works.hash(1), SLOT);
    KeySchedule keys = new KeySchedule(key, pre);
    int head = Header.headFor(1000, SLOT);
    Core core = Core.of(pre, keys.commit(), head, LENGTH, Works.hash(2));
    Bytes mac = Bytes.of(keys.mac(Header.first16(head), core.encoded().bytes()));
    byte[] header = new Header(core, mac, List.of(), List.of()).encode().orElseThrow().bytes();
    long record = 900_001;
    byte[] plain = Containers.content(ROOM);
    byte[] sealed = new byte[SLOT];
    keys.payload()
        .encrypt(
            new RecordCipher.Index(record, false), ByteBuffer.wrap(plain), ByteBuffer.wrap(sealed));
    MemoryChannel sparse =
        new MemoryChannel(core.fileLength()).piece(0, header).piece(head + record * SLOT, sealed);

    DdrmReader reader = ((DdrmReader.Opening.Opened) DdrmReader.open(sparse)).reader();
    Unlocked work = Containers.unlock(reader, key);
    byte[] target = new byte[1000];
    assertThat(work.readInto(record * ROOM + 500, target, 0, 1000)).isEqualTo(1000);
    assertThat(target).isEqualTo(Arrays.copyOfRange(plain, 500, 1500));
    assertThat(work.readInto(record * ROOM, target, 0, 1000)).isEqualTo(1000);
    assertThat(sparse.bytesRead).isEqualTo(64 + header.length + 16 + SLOT);
  }
}
