package ballast.binance;

import static ballast.binance.ScriptedExchange.hangUp;
import static ballast.binance.ScriptedExchange.json;
import static ballast.binance.ScriptedExchange.raw;
import static ballast.binance.ScriptedExchange.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import ballast.venue.TransferOrder;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A canary: neither key nor signature may come out in anything that could be shown or stored. */
final class SecretsTest {
  @Test
  void noWordOfKeySecretOrSignatureComesOut() throws IOException {
    List<String> shown = new ArrayList<>();
    try (Desk desk = new Desk()) {
      for (ScriptedExchange.Reply reply :
          List.of(
              json("{}"),
              hangUp(),
              raw("nonsense\r\n\r\n"),
              raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"),
              status("400 Bad", "", "{\"code\":-1102,\"msg\":\"bad\"}"),
              status("302 Found", "Location: /x?signature=1\r\n", ""),
              status("500 Error", "", ""))) {
        for (Endpoint endpoint : Endpoint.values()) {
          if (endpoint != Endpoint.TIME) {
            desk.exchange.on(endpoint, reply);
          }
        }
        shown.addAll(everything(desk));
      }
      desk.exchange.close();
      shown.addAll(everything(desk));
      shown.add(desk.calls.toString());
      assertThat(desk.exchange.requests(Endpoint.ACCOUNT).get(0).head())
          .contains(Desk.API_KEY, "signature=");
      assertThat(desk.exchange.requests())
          .noneMatch(r -> (r.head() + r.body()).contains(Desk.SECRET));
      assertThat(desk.exchange.requests()).noneMatch(r -> r.target().contains(Desk.API_KEY));
    }
    assertThat(shown).hasSizeGreaterThan(60);
    assertThat(shown).noneMatch(text -> text.contains("canary") || text.contains("signature"));
  }

  private static List<String> everything(Desk desk) {
    return List.of(
        desk.venue.account().toString(),
        desk.venue.transferable(Direction.EARN_TO_FUTURE).toString(),
        desk.venue.holdings().toString(),
        desk.venue.apiRestrictions().toString(),
        desk.venue.systemStatus().toString(),
        desk.venue
            .transfer(new TransferOrder(1, HandClock.START, Direction.EARN_TO_FUTURE, Usdt.of(1)))
            .toString(),
        desk.access.toString(),
        desk.access.signer().toString(),
        desk.budget.uses().toString());
  }

  @Test
  void aBadApiKeyIsRefusedWithoutShowingIt() {
    assertThatThrownBy(
            () ->
                BinanceAccess.of(
                    "main", URI.create("http://localhost:1"), "canary\nkey", Desk.signer()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("canary");
  }
}
