package ballast.cli;

import ballast.alert.EngineView;
import ballast.binance.BinanceVenue;
import ballast.binance.MarketData;
import ballast.binance.WeightBudget;
import ballast.config.AccountConfig;
import ballast.config.AlertsConfig;
import ballast.config.Config;
import ballast.config.ConfigException;
import ballast.journal.Archives;
import ballast.journal.Journal;
import ballast.journal.JournalException;
import ballast.journal.Upgrade;
import ballast.notify.Channel;
import ballast.notify.Heartbeat;
import ballast.notify.Notifier;
import ballast.paper.DemoPolicy;
import ballast.paper.Faults;
import ballast.paper.PaperClock;
import ballast.paper.PaperLogin;
import ballast.paper.PaperServer;
import ballast.strategy.StrategyFactory;
import ballast.tick.Tick;
import ballast.venue.ApiCall;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What commands need constructed, without knowing how. Main is its one implementation. */
public interface Wiring {
  /** The machine's clock. */
  InstantSource clock();

  /** A monotonic clock in nanoseconds. */
  LongSupplier nanoTime();

  /** The version of this build, as decisions record it. */
  String version();

  /** The shipped strategies and those in the jars of a folder, by name. */
  Map<String, StrategyFactory> strategies(Path plugins);

  /**
   * Opens a journal to write, creating it when there is none.
   *
   * @throws JournalException when another process holds it or it does not open
   */
  default Journal openJournal(JournalPlace place) {
    return openJournal(place, nanos -> {});
  }

  /**
   * The same, watched.
   *
   * @param committed is told how long each commit took until it was on the disk, nanoseconds; must
   *     not throw
   */
  Journal openJournal(JournalPlace place, LongConsumer committed);

  /**
   * Brings a journal up to date, if it is not.
   *
   * @throws JournalException when another process holds it or it cannot be done
   */
  Upgrade migrateJournal(JournalPlace place);

  /**
   * Moves closed months of a journal to files.
   *
   * @throws JournalException when an engine runs on it or it cannot be done
   */
  Archives.Done archiveJournal(JournalPlace place, Archives.Order order);

  /**
   * Takes a configuration's accounts for the engine of an open journal: by their keys in the
   * journal, and on this host where transfers can be sent.
   *
   * @throws ConfigException when the journal's account is on another exchange, or has a new key
   *     while a transfer is open
   * @throws JournalException when an engine of another journal on this host has an account
   */
  Claim claim(Config config, JournalPlace place, Journal journal);

  /**
   * Connects every account of a configuration; its clock is the exchange's in paper mode, else the
   * machine's.
   *
   * @param notifier is told of every tick
   * @param called is told of every call to the exchange; must not throw
   */
  Fleet fleet(
      Config config,
      Map<String, StrategyFactory> strategies,
      Journal journal,
      Notifier notifier,
      Consumer<ApiCall> called);

  /** The ban of this machine's address that still runs by what the journal knows of it. */
  WeightBudget.Ban ban(Config config, Journal journal);

  /**
   * Connects every account of a configuration for a check: nothing is journaled and no tick is
   * made.
   *
   * @param running a ban to observe
   */
  List<Post> posts(Config config, WeightBudget.Ban running);

  /** A paper exchange on a free port of loopback, in front of this account. */
  PaperServer paperServer(
      List<PaperLogin> logins, PaperClock clock, Faults faults, boolean control, int port);

  /**
   * The tick of a demo: the account behind a paper exchange, decided by the scenario's own policy.
   */
  Tick demoTick(
      String account,
      DemoPolicy policy,
      Map<String, StrategyFactory> strategies,
      URI exchange,
      InstantSource clock,
      Journal journal,
      Notifier notifier);

  /**
   * The channels of a configuration, ready to send.
   *
   * @throws ConfigException when a secret cannot be read
   */
  List<Channel> channels(AlertsConfig alerts);

  /**
   * The dead man's switch of a configuration, not yet beating.
   *
   * @param watch the engine as it is now
   * @param counted hears whether each beat arrived; must not throw
   */
  Optional<Heartbeat> heartbeat(
      AlertsConfig alerts, Supplier<EngineView> watch, Consumer<Boolean> counted);

  /**
   * The exchange's public history.
   *
   * @throws IllegalArgumentException in one plain line when it is not to be asked there
   */
  MarketData marketData(URI rest);

  /**
   * Waits until the process is told to stop (SIGTERM, Ctrl-C), after which it exits with 0 once the
   * caller has cleaned up.
   *
   * @throws JournalException when the journal breaks first
   */
  void untilStopped(CompletableFuture<JournalException> broken);

  /**
   * The accounts of one engine, ready to tick.
   *
   * @param clock the exchange's clock
   * @param steadyMillis milliseconds of the exchange, whoever sets the clock
   * @param speed how many seconds of it pass in one second
   */
  record Fleet(
      InstantSource clock,
      LongSupplier steadyMillis,
      LongSupplier speed,
      WeightBudget budget,
      List<Station> stations) {}

  /** What an engine holds while it runs. */
  interface Claim extends AutoCloseable {
    @Override
    void close();
  }

  /** One account of a fleet. */
  record Station(AccountConfig account, BinanceVenue venue, Tick tick) {}

  /** One account, connected but without a tick. */
  record Post(AccountConfig account, BinanceVenue venue, WeightBudget budget) {}
}
