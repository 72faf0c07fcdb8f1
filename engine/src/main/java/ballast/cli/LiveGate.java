package ballast.cli;

import ballast.config.AccountConfig;
import ballast.config.Config;
import ballast.journal.Journal;
import ballast.strategy.StrategyFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What stands between a live configuration and the first tick of a process, whichever command makes
 * it. Where a running engine ticks, that engine has passed.
 *
 * @param file the configuration, as the operator named it
 */
record LiveGate(Session session, Map<String, StrategyFactory> strategies, Path file) {
  /**
   * Money moves only after every check of the check command has passed, and by no policy that was
   * worse than doing nothing in a shipped scenario, or swings in one, unless the configuration says
   * why. A ban that the journal knows of is observed by the checks as well.
   *
   * @param ticked which accounts are to be ticked
   * @throws Failure when an account must not be ticked in live mode; other modes always pass
   */
  void require(Config config, Journal journal, Predicate<AccountConfig> ticked) {
    if (config.mode() == Config.Mode.LIVE) {
      Wiring wiring = session.wiring();
      List<Wiring.Post> posts =
          wiring.posts(config, wiring.ban(config, journal)).stream()
              .filter(post -> ticked.test(post.account()))
              .toList();
      requireChecked(config, posts);
      requireUnstressed(posts);
    }
  }

  private void requireChecked(Config config, List<Wiring.Post> posts) {
    Checks checks = Checks.of(config, posts);
    if (!checks.passed()) {
      checks.failures().forEach(session.terminal().err()::println);
      throw new Failure(
          ExitCode.VENUE, "a live start needs a passing check; run: ballast check -c " + file);
    }
  }

  private void requireUnstressed(List<Wiring.Post> posts) {
    Stressed.all(posts, strategies).stream()
        .flatMap(stressed -> stressed.objectionToLive().stream())
        .findFirst()
        .ifPresent(
            objection -> {
              throw new Failure(ExitCode.CONFIGURATION, objection);
            });
  }
}
