package ballast;

import ballast.paper.Faults;
import ballast.paper.PaperClock;
import ballast.paper.PaperExchange;
import ballast.paper.PaperLogin;
import ballast.paper.PaperServer;
import ballast.paper.Scenario;
import java.util.List;

/** The account of March 2020 on a paper exchange whose time stands still until it is cranked. */
final class StillExchange {
  private StillExchange() {}

  static PaperClock clock() {
    return PaperClock.cranked(1_800_000_000_000L);
  }

  /** Over HTTP, not yet started. */
  static PaperServer server(PaperClock clock) {
    PaperExchange exchange = new PaperExchange(Scenario.shipped("march-2020"), clock.startMillis());
    return new PaperServer(List.of(PaperLogin.of(exchange)), clock, Faults.none(), true);
  }
}
