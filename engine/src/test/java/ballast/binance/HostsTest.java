package ballast.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostsTest {
  @Test
  void knowsTheFuturesHostOfEachExchangeAndNoOther() {
    assertThat(Hosts.futures(URI.create("https://API1.binance.com/")))
        .isEqualTo(URI.create("https://fapi.binance.com"));
    URI here = URI.create("http://127.0.0.1:8080");
    assertThat(Hosts.futures(here)).isEqualTo(here);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.binance.com",
        "https://API1.binance.com/",
        "https://api-gcp.binance.com:443",
        "http://127.0.0.1:8080",
        "http://localhost:1",
        "http://[::1]:9",
        "https://localhost:8443"
      })
  void allowsTheExchangeByTlsAndThisMachine(String base) {
    assertThatCode(() -> Hosts.require(URI.create(base))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.binance.com",
        "https://api.binance.com:8443",
        "https://api.binance.com.evil.test",
        "https://evil.test",
        "https://fapi.binance.com",
        "http://10.0.0.1",
        "http://127.0.0.1.evil.test",
        "ftp://localhost",
        "https://user:word@api.binance.com",
        "https://api.binance.com/sapi",
        "https://api.binance.com?x=y",
        "api.binance.com",
        "mailto:api.binance.com"
      })
  void refusesEveryOtherAddress(String base) {
    assertThatThrownBy(() -> Hosts.require(URI.create(base)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
