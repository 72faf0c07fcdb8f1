package ballast.cli;

import ballast.config.Config;
import java.util.ArrayList;
import java.util.List;

/** What the check command found about a configuration and the exchange it names. Moves nothing. */
final class Checks {
  /**
   * One thing that was checked.
   *
   * @param passed whether a live start may rest on it
   * @param line what was found, for people
   */
  record Finding(String account, String name, boolean passed, String line) {}

  private final List<Finding> findings = new ArrayList<>();

  private Checks() {}

  static Checks of(Config config, List<Wiring.Post> posts) {
    Checks checks = new Checks();
    for (Wiring.Post post : posts) {
      new PostCheck(post, config.mode(), checks.findings).run();
    }
    return checks;
  }

  boolean passed() {
    return findings.stream().allMatch(Finding::passed);
  }

  List<Finding> findings() {
    return findings;
  }

  List<String> failures() {
    return findings.stream()
        .filter(finding -> !finding.passed())
        .map(finding -> finding.account() + ": " + finding.name() + ": " + finding.line())
        .toList();
  }
}
