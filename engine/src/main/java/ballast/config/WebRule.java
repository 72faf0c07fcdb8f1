package ballast.config;

import ballast.config.Config.Web;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Where dashboard, health and metrics may be served, and what is said when that is not this machine
 * alone.
 */
final class WebRule {
  private WebRule() {}

  /** Refuses what only looks like an IPv6 address. What has a colon is never looked up. */
  static void check(Place place, String bind) {
    if (!bind.contains(":")) {
      return;
    }
    try {
      InetAddress.getByName(bind);
    } catch (UnknownHostException e) {
      throw place.wrong("is no address; write it as in ::1");
    }
  }

  static List<String> warnings(Web web) {
    return web.isOpen()
        ? List.of(
            "web.bind is "
                + web.bind()
                + ": whoever reaches port "
                + web.port()
                + " can read balances and decisions; keep it behind a fence of your own, such as a"
                + " container's network")
        : List.of();
  }
}
