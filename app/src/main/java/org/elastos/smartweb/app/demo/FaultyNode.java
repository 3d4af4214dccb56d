// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import java.nio.file.Path;
import org.elastos.smartweb.app.service.NodeMaker;
import org.elastos.smartweb.app.service.ServiceProcess;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.license.ShareHolder;
import org.elastos.smartweb.threshold.CheckedHeader;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.Partial;

/// Main class of the demo's lying licence node: an ordinary node whose share stands behind
/// something that answers with a wrong point. `smartweb license-node` has no such switch.
public final class FaultyNode {
  private FaultyNode() {}

  /// Takes the arguments of `smartweb license-node`: the command, `--config`, the file, `--child`.
  public static void main(String[] args) throws Exception {
    ServiceProcess.run(
        ServiceProcess.settings(Path.of(args[2])),
        true,
        ground -> NodeMaker.make(ground, WrongPartial::new));
  }

  /// Answers with -D where D was due, under the proof for D.
  private record WrongPartial(ShareHolder honest) implements ShareHolder {
    @Override
    public int index() {
      return honest.index();
    }

    @Override
    public boolean fits(EpochKeys keys) {
      return honest.fits(keys);
    }

    @Override
    public Partial partial(CheckedHeader header, Hash256 request) {
      byte[] bytes = honest.partial(header, request).bytes();
      bytes[0] ^= 1;
      return Partial.decode(bytes).orElseThrow();
    }
  }
}
