// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderHintTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://gateway.example.org",
        "http://gateway.example.org:8080/base/",
        "https://93.184.216.34",
        "https://[2001:4860:4860::8888]:443",
        "https://[64:ff9b::93.184.216.34]",
        "https://[2002:5db8:d822::1]",
        "https://192.0.1.1",
        "https://198.20.0.1"
      })
  void takesAddressesOnThePublicNet(String url) {
    assertThat(ProviderHint.parse(Samples.CID, url))
        .hasValueSatisfying(hint -> assertThat(hint.isPublic()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080",
        "http://localhost:8080",
        "http://LOCALHOST.",
        "http://box.localhost",
        "http://printer.local",
        "http://intranet",
        "http://10.1.2.3",
        "http://172.16.0.1",
        "http://192.168.1.1",
        "http://169.254.169.254/latest",
        "http://100.64.0.1",
        "http://0.0.0.0",
        "http://224.0.0.1",
        "http://[::1]:8080",
        "http://[::]",
        "http://[fe80::1]",
        "http://[fd00::1]",
        "http://[::ffff:127.0.0.1]",
        "http://[::127.0.0.1]",
        "http://[64:ff9b::10.0.0.1]",
        "http://[64:ff9b::7f00:1]",
        "http://[2002:7f00:1::1]",
        "http://192.0.0.8",
        "http://198.19.0.1",
        "http://255.255.255.255"
      })
  void tellsAddressesThatStrangersMustNotBeSentTo(String url) {
    assertThat(ProviderHint.parse(Samples.CID, url))
        .hasValueSatisfying(hint -> assertThat(hint.isPublic()).isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gateway.example.org",
        "ftp://gateway.example.org",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://user:password@gateway.example.org",
        "https://gateway.example.org/#part",
        "https://gateway.example.org/?query",
        "https://gateway.example.org:99999",
        "https://gateway.example.org:0",
        "https://gate way.example.org",
        "https://gateway_under.example.org",
        "https://",
        "https:gateway.example.org"
      })
  void refusesWhatIsNoGateway(String url) {
    assertThat(ProviderHint.parse(Samples.CID, url)).isEmpty();
  }

  @Test
  void refusesLongAddressesAndTextsThatAreNoCid() {
    String url = "https://gateway.example.org/";
    assertThat(ProviderHint.parse(Samples.CID, url + "a".repeat(600))).isEmpty();
    assertThat(ProviderHint.parse("bafy'; DROP TABLE provider; --", url)).isEmpty();
    assertThat(ProviderHint.parse("b" + "a".repeat(5_000), url)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new ProviderHint("x", URI.create(url)));
  }

  @Test
  void readsContentAddressesOnly() {
    assertThat(ContentUri.parse("ipfs://" + Samples.CID)).contains(new ContentUri(Samples.CID));
    assertThat(new ContentUri(Samples.CID)).hasToString("ipfs://" + Samples.CID);
    for (String text :
        new String[] {"", "ipfs://", "https://x", "ipfs://../x", "ipfs://" + Samples.CID + "\0"}) {
      assertThat(ContentUri.parse(text)).isEmpty();
    }
  }
}
