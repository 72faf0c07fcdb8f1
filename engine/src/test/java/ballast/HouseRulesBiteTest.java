package ballast;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.CompiledSource;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules against code that breaks them: a rule that cannot fail holds nothing up. */
class HouseRulesBiteTest {
  /** One class that breaks one rule. */
  record Offence(ArchRule rule, String type, String body) {
    String path() {
      return type.replace('.', '/') + ".java";
    }

    String source() {
      int dot = type.lastIndexOf('.');
      return "package %s;%npublic class %s {%n  %s%n}%n"
          .formatted(type.substring(0, dot), type.substring(dot + 1), body);
    }
  }

  private static Offence offence(ArchRule rule, String type, String body) {
    return new Offence(rule, type, body);
  }

  private static final String CALLS_TRANSFER =
      "Object go(ballast.venue.Venue v, ballast.venue.TransferOrder o) { return v.transfer(o); }";
  private static final String REFERS_TO_TRANSFER =
      "Object go(ballast.venue.Venue v) {"
          + " java.util.function.Function<ballast.venue.TransferOrder, Object> f = v::transfer;"
          + " return f; }";

  static Stream<Offence> offences() {
    return Stream.of(
        offence(
            HouseRulesTest.STRATEGIES_KNOW_ONLY_THE_JDK,
            "ballast.strategy.ReadsFile",
            "java.io.File file;"),
        offence(
            HouseRulesTest.STRATEGIES_KNOW_ONLY_THE_JDK,
            "ballast.strategy.ReadsPath",
            "java.nio.file.Path path;"),
        offence(
            HouseRulesTest.STRATEGIES_KNOW_ONLY_THE_JDK,
            "ballast.strategy.Dials",
            "java.net.Socket socket;"),
        offence(
            HouseRulesTest.STRATEGIES_KNOW_ONLY_THE_JDK,
            "ballast.strategy.Ticks",
            "java.time.Clock clock;"),
        offence(
            HouseRulesTest.STRATEGIES_KNOW_ONLY_THE_JDK,
            "ballast.strategy.Logs",
            "org.slf4j.Logger log;"),
        offence(
            HouseRulesTest.STRATEGIES_KNOW_ONLY_THE_JDK,
            "ballast.strategy.Engine",
            "ballast.decide.Limits limits;"),
        offence(
            HouseRulesTest.DECISIONS_AND_MARGIN_ARE_PURE,
            "ballast.decide.Logs",
            "org.slf4j.Logger log;"),
        offence(
            HouseRulesTest.DECISIONS_AND_MARGIN_ARE_PURE,
            "ballast.decide.Ticks",
            "java.time.InstantSource clock;"),
        offence(
            HouseRulesTest.DECISIONS_AND_MARGIN_ARE_PURE,
            "ballast.decide.Dials",
            "ballast.venue.Holdings holdings;"),
        offence(
            HouseRulesTest.DECISIONS_AND_MARGIN_ARE_PURE,
            "ballast.margin.Books",
            "ballast.journal.Span span;"),
        offence(
            HouseRulesTest.DECISIONS_AND_MARGIN_ARE_PURE,
            "ballast.margin.Parses",
            "tools.jackson.databind.JsonNode node;"),
        offence(
            HouseRulesTest.ALERTS_ARE_JUDGED_FROM_WHAT_IS_HANDED_IN,
            "ballast.alert.Books",
            "ballast.journal.Span span;"),
        offence(
            HouseRulesTest.ALERTS_ARE_JUDGED_FROM_WHAT_IS_HANDED_IN,
            "ballast.alert.Ticks",
            "java.time.InstantSource clock;"),
        offence(
            HouseRulesTest.HTTP_OUT_HAS_NAMED_OWNERS,
            "ballast.web.Calls",
            "okhttp3.OkHttpClient client;"),
        offence(
            HouseRulesTest.SQL_HAS_ONE_OWNER,
            "ballast.report.Queries",
            "java.sql.Connection connection;"),
        offence(
            HouseRulesTest.SQL_HAS_ONE_OWNER,
            "ballast.cli.Migrates",
            "org.flywaydb.core.Flyway flyway;"),
        offence(
            HouseRulesTest.HTTP_IN_HAS_NAMED_OWNERS,
            "ballast.dashboard.Serves",
            "io.javalin.Javalin javalin;"),
        offence(
            HouseRulesTest.A_TICK_RUNS_WITHOUT_A_SCHEDULER,
            "ballast.cli.Schedules",
            "org.quartz.Scheduler quartz;"),
        offence(
            HouseRulesTest.METERS_HAVE_ONE_OWNER,
            "ballast.tick.Counts",
            "io.micrometer.core.instrument.Counter counter;"),
        offence(
            HouseRulesTest.READERS_CANNOT_REACH_AN_EXCHANGE,
            "ballast.metrics.Asks",
            "ballast.venue.Venue venue;"),
        offence(HouseRulesTest.ONLY_A_TICK_MOVES_MONEY, "ballast.cli.Moves", CALLS_TRANSFER),
        offence(HouseRulesTest.ONLY_A_TICK_MOVES_MONEY, "ballast.paper.Refers", REFERS_TO_TRANSFER),
        offence(
            HouseRulesTest.READERS_CANNOT_REACH_AN_EXCHANGE,
            "ballast.web.Asks",
            "ballast.venue.Venue venue;"),
        offence(
            HouseRulesTest.READERS_CANNOT_REACH_AN_EXCHANGE,
            "ballast.replay.Plays",
            "ballast.paper.Refers paper;"),
        offence(
            HouseRulesTest.A_SEARCH_READS_NOTHING_AND_WRITES_NOTHING,
            "ballast.sweep.Writes",
            "java.nio.file.Path path;"),
        offence(
            HouseRulesTest.A_SEARCH_READS_NOTHING_AND_WRITES_NOTHING,
            "ballast.sweep.Recalls",
            "ballast.journal.Journal journal;"),
        offence(
            HouseRulesTest.A_STRESS_TEST_CANNOT_TOUCH_AN_ACCOUNT,
            "ballast.stress.Asks",
            "ballast.venue.Venue venue;"),
        offence(
            HouseRulesTest.A_BACKTEST_CANNOT_TOUCH_AN_ACCOUNT,
            "ballast.backtest.Shows",
            "ballast.web.Asks web;"),
        offence(
            HouseRulesTest.NOTHING_IMPORTS_THE_COMMANDS,
            "ballast.tick.Commands",
            "ballast.cli.Moves command;"),
        offence(HouseRulesTest.NOTHING_IMPORTS_MAIN, "ballast.cli.Rewires", "ballast.Main main;"),
        offence(
            HouseRulesTest.ROOMS_FORM_NO_CYCLE, "ballast.cli.Round", "ballast.tick.Commands tick;"),
        offence(
            HouseRulesTest.TIME_IS_INJECTED,
            "ballast.web.Now",
            "Object now() { return java.time.Instant.now(); }"),
        offence(
            HouseRulesTest.TIME_IS_INJECTED,
            "ballast.web.Today",
            "Object now() { return java.time.LocalDate.now(java.time.ZoneOffset.UTC); }"),
        offence(
            HouseRulesTest.TIME_IS_INJECTED,
            "ballast.web.Millis",
            "long now() { return System.currentTimeMillis(); }"),
        offence(
            HouseRulesTest.TIME_IS_INJECTED,
            "ballast.web.Refers",
            "java.util.function.LongSupplier now = System::currentTimeMillis;"),
        offence(
            HouseRulesTest.TIME_IS_INJECTED,
            "ballast.web.Clocks",
            "Object now() { return java.time.Clock.systemUTC(); }"),
        offence(
            HouseRulesTest.TIME_IS_INJECTED,
            "ballast.web.Sources",
            "Object now() { return java.time.InstantSource.system(); }"),
        offence(
            HouseRulesTest.TIME_IS_INJECTED,
            "ballast.web.Dates",
            "Object now() { return new java.util.Date(); }"),
        offence(
            HouseRulesTest.TIME_IS_INJECTED,
            "ballast.web.Calendars",
            "Object now() { return java.util.Calendar.getInstance(); }"),
        offence(
            HouseRulesTest.NOBODY_SLEEPS,
            "ballast.web.Sleeps",
            "void nap() throws Exception { Thread.sleep(1); }"),
        offence(
            HouseRulesTest.NOBODY_SLEEPS,
            "ballast.web.Naps",
            "void nap() throws Exception { java.util.concurrent.TimeUnit.SECONDS.sleep(1); }"),
        offence(HouseRulesTest.MONEY_IS_EXACT, "ballast.margin.Field", "double equity;"),
        offence(
            HouseRulesTest.MONEY_IS_EXACT, "ballast.venue.Takes", "void take(float[] amounts) {}"),
        offence(
            HouseRulesTest.MONEY_IS_EXACT,
            "ballast.strategy.Gives",
            "Double give() { return 1.0; }"),
        offence(
            HouseRulesTest.ONLY_COMMANDS_PRINT,
            "ballast.web.Prints",
            "void print() { System.out.println(); }"),
        offence(
            HouseRulesTest.ONLY_COMMANDS_PRINT,
            "ballast.web.Traces",
            "void print(Exception e) { e.printStackTrace(); }"),
        offence(
            HouseRulesTest.NOTHING_IS_SERIALIZED,
            "ballast.journal.Freezes",
            "java.io.ObjectOutputStream out;"),
        offence(
            HouseRulesTest.H2_OPENS_NO_PORT,
            "ballast.journal.Serves",
            "org.h2.tools.Server server;"),
        offence(HouseRulesTest.PACKAGES_ARE_ROOMS, "ballast.web.util.Strings", ""),
        offence(HouseRulesTest.EVERY_PACKAGE_IS_NULL_MARKED, "ballast.web.bare.Unmarked", ""));
  }

  /** What looks like an offence and is none: no rule may name it. */
  static Stream<Offence> innocents() {
    return Stream.of(
        offence(HouseRulesTest.ONLY_A_TICK_MOVES_MONEY, "ballast.tick.Sends", CALLS_TRANSFER),
        offence(
            HouseRulesTest.TIME_IS_INJECTED,
            "ballast.tick.Asks",
            "Object now(java.time.Clock c) { return java.time.LocalDate.now(c); }"),
        offence(
            HouseRulesTest.TIME_IS_INJECTED,
            "ballast.tick.Measures",
            "long now() { return System.nanoTime(); }"),
        offence(
            HouseRulesTest.TIME_IS_INJECTED,
            "ballast.Main",
            "Object now() { return java.time.InstantSource.system(); }"),
        offence(
            HouseRulesTest.SQL_HAS_ONE_OWNER,
            "ballast.journal.Queries",
            "java.sql.Connection connection;"),
        offence(
            HouseRulesTest.HTTP_OUT_HAS_NAMED_OWNERS,
            "ballast.notify.Calls",
            "okhttp3.OkHttpClient client;"),
        offence(
            HouseRulesTest.A_TICK_RUNS_WITHOUT_A_SCHEDULER,
            "ballast.tick.Schedules",
            "org.quartz.Scheduler quartz;"),
        offence(
            HouseRulesTest.ONLY_COMMANDS_PRINT,
            "ballast.cli.Prints",
            "void print() { System.out.println(); }"),
        offence(
            HouseRulesTest.READERS_CANNOT_REACH_AN_EXCHANGE,
            "ballast.report.Shows",
            "ballast.venue.Holdings holdings;"),
        offence(HouseRulesTest.MONEY_IS_EXACT, "ballast.backtest.Estimates", "double volatility;"));
  }

  private static final List<JavaClasses> IMPORTED = new ArrayList<>();

  @BeforeAll
  static void compile(@TempDir Path folder) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    Stream.concat(offences(), innocents()).forEach(it -> sources.put(it.path(), it.source()));
    IMPORTED.add(new ClassFileImporter().importPath(CompiledSource.compile(folder, sources)));
  }

  @ParameterizedTest
  @MethodSource("offences")
  void findsWhatBreaksTheRule(Offence offence) {
    assertThat(violations(offence)).contains(offence.type());
  }

  @ParameterizedTest
  @MethodSource("innocents")
  void leavesInPeaceWhatKeepsTheRule(Offence innocent) {
    assertThat(violations(innocent)).doesNotContain("<" + innocent.type() + ".");
  }

  @Test
  void breaksEveryRuleAtLeastOnce() throws IllegalAccessException {
    List<ArchRule> broken = offences().map(Offence::rule).toList();
    for (Field field : HouseRulesTest.class.getDeclaredFields()) {
      if (field.isAnnotationPresent(ArchTest.class)) {
        assertThat(broken).as(field.getName()).contains((ArchRule) field.get(null));
      }
    }
    assertThat(Arrays.stream(HouseRulesTest.class.getDeclaredFields()))
        .filteredOn(field -> field.isAnnotationPresent(ArchTest.class))
        .hasSizeGreaterThan(15);
  }

  private static String violations(Offence offence) {
    return String.join(
        "\n", offence.rule().evaluate(IMPORTED.get(0)).getFailureReport().getDetails());
  }
}
