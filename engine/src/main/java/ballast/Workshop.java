package ballast;

import ballast.alert.EngineView;
import ballast.binance.BanNotice;
import ballast.binance.BinanceAccess;
import ballast.binance.BinanceVenue;
import ballast.binance.ExchangeClock;
import ballast.binance.KeyGate;
import ballast.binance.KeyWatch;
import ballast.binance.MarketData;
import ballast.binance.Signer;
import ballast.binance.Timeouts;
import ballast.binance.WeightBudget;
import ballast.cli.JournalPlace;
import ballast.cli.Wiring;
import ballast.config.AccountConfig;
import ballast.config.AlertsConfig;
import ballast.config.Config;
import ballast.config.ConfigException;
import ballast.config.Secret;
import ballast.decide.Decider;
import ballast.journal.Archives;
import ballast.journal.Journal;
import ballast.journal.JournalException;
import ballast.journal.JournalReader;
import ballast.journal.JournalStore;
import ballast.journal.OperatorAct;
import ballast.journal.Pauses;
import ballast.journal.Policy;
import ballast.journal.RecordedTick;
import ballast.journal.Upgrade;
import ballast.notify.Channel;
import ballast.notify.Heartbeat;
import ballast.notify.Notifier;
import ballast.notify.Posts;
import ballast.paper.DemoPolicy;
import ballast.paper.Faults;
import ballast.paper.PaperClock;
import ballast.paper.PaperLogin;
import ballast.paper.PaperServer;
import ballast.strategy.Direction;
import ballast.strategy.Parameters;
import ballast.strategy.StrategyFactory;
import ballast.tick.Assignment;
import ballast.tick.Clocks;
import ballast.tick.Tick;
import ballast.venue.ApiCall;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Makes the real parts and wires them by hand. The only place where adapters are constructed. */
final class Workshop implements Wiring {
  private static final Duration COLLATERAL_MAX_AGE = Duration.ofHours(1);

  /** The widest there is: on a fast clock a few milliseconds on the wire are many seconds. */
  private static final Duration PAPER_RECV_WINDOW = Duration.ofSeconds(60);

  private final InstantSource clock;
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile int exitCode;

  Workshop(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public LongSupplier nanoTime() {
    return System::nanoTime;
  }

  @Override
  public String version() {
    String version = Workshop.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public Map<String, StrategyFactory> strategies(Path plugins) {
    return StrategyCatalog.load(plugins);
  }

  @Override
  public Journal openJournal(JournalPlace place, LongConsumer committed) {
    return place.url().isPresent()
        ? JournalStore.openPostgres(withPassword(place), System::nanoTime, committed)
        : JournalStore.open(place.directory(), System::nanoTime, committed);
  }

  @Override
  public Upgrade migrateJournal(JournalPlace place) {
    return JournalStore.migrate(
        place.url().isPresent() ? withPassword(place) : place.directory().toString());
  }

  @Override
  public Archives.Done archiveJournal(JournalPlace place, Archives.Order order) {
    if (place.url().isEmpty()) {
      return Archives.of(place.directory().toString(), order);
    }
    Path folder = order.to().orElse(place.directory().resolve(Archives.FOLDER));
    return Archives.of(
        withPassword(place),
        new Archives.Order(Optional.of(folder), order.until(), order.planOnly()));
  }

  private static String withPassword(JournalPlace place) {
    String url = place.url().orElseThrow();
    return place
        .password()
        .map(
            password ->
                url
                    + (url.contains("?") ? "&" : "?")
                    + "password="
                    + URLEncoder.encode(password, StandardCharsets.UTF_8))
        .orElse(url);
  }

  @Override
  public Claim claim(Config config, JournalPlace place, Journal journal) {
    return KeyClaim.of(config, place, journal, clock.millis());
  }

  @Override
  public Fleet fleet(
      Config config,
      Map<String, StrategyFactory> strategies,
      Journal journal,
      Notifier notifier,
      Consumer<ApiCall> called) {
    ExchangeTime time = exchangeTime(config);
    WeightBudget.Ban running = ban(journal, time.clock().millis());
    WeightBudget budget = new WeightBudget(time.clock(), running, new SplittableRandom());
    List<Station> stations = new ArrayList<>();
    for (AccountConfig account : config.accounts()) {
      Policy policy =
          new Policy(account.strategy(), account.parameters(), account.limits(), version());
      BinanceVenue venue =
          new BinanceVenue(
              access(config, account),
              time.clock(),
              budget,
              call -> {
                journal.call(account.id(), call);
                called.accept(call);
              },
              keyWatch(config, account, journal, time.clock()));
      Assignment assignment = assignment(account.id(), policy, strategies);
      stations.add(
          new Station(
              account, venue, new Tick(assignment, venue, journal, notifier, time.clocks())));
    }
    return new Fleet(time.clock(), time.clocks().steadyMillis(), time.speed(), budget, stations);
  }

  /** In live mode the key must pass the gate all the time; else it only must not change. */
  private static KeyWatch keyWatch(
      Config config, AccountConfig account, Journal journal, InstantSource clock) {
    KeyGate gate = new KeyGate(account.keyExceptions());
    boolean live = config.mode() == Config.Mode.LIVE;
    return new KeyWatch(
        account.id(),
        key -> live ? gate.findings(key) : List.of(),
        clock,
        why -> pause(journal, account.id(), clock.millis(), "by ballast: " + why));
  }

  /** Pauses both ways, unless they are for this very reason. */
  private static void pause(Journal journal, String account, long nowMillis, String reason) {
    Map<Direction, String> paused = Pauses.of(journal, account, nowMillis).reasons();
    boolean stands =
        Arrays.stream(Direction.values()).allMatch(way -> reason.equals(paused.get(way)));
    if (!stands) {
      journal.act(
          new OperatorAct(account, nowMillis, OperatorAct.Kind.PAUSE, Optional.empty(), 0, reason));
    }
  }

  @Override
  public WeightBudget.Ban ban(Config config, Journal journal) {
    return ban(journal, exchangeTime(config).clock().millis());
  }

  /** Every account of the journal counts: a ban is by address. */
  private static WeightBudget.Ban ban(Journal journal, long nowMillis) {
    JournalReader reader = journal.reader();
    return reader.accounts().stream()
        .flatMap(account -> reader.lastTick(account).stream())
        .filter(RecordedTick.Skipped.class::isInstance)
        .map(RecordedTick.Skipped.class::cast)
        .map(tick -> BanNotice.read(tick.reason(), tick.atMillis(), nowMillis))
        .max(Comparator.comparingLong(WeightBudget.Ban::untilMillis))
        .orElse(WeightBudget.Ban.NONE);
  }

  @Override
  public List<Post> posts(Config config, WeightBudget.Ban running) {
    ExchangeTime time = exchangeTime(config);
    WeightBudget budget = new WeightBudget(time.clock(), running, new SplittableRandom());
    List<Post> posts = new ArrayList<>();
    for (AccountConfig account : config.accounts()) {
      posts.add(
          new Post(
              account,
              new BinanceVenue(access(config, account), time.clock(), budget, call -> {}),
              budget));
    }
    return posts;
  }

  @Override
  public PaperServer paperServer(
      List<PaperLogin> logins, PaperClock clock, Faults faults, boolean control, int port) {
    return new PaperServer(logins, clock, faults, control).start(port);
  }

  @Override
  public List<Channel> channels(AlertsConfig alerts) {
    return new AlertChannels(alerts, new Posts()).all();
  }

  @Override
  public Optional<Heartbeat> heartbeat(
      AlertsConfig alerts, Supplier<EngineView> watch, Consumer<Boolean> counted) {
    Posts posts = new Posts();
    return new AlertChannels(alerts, posts)
        .heartbeat()
        .map(address -> new Heartbeat(address, posts, watch, counted));
  }

  @Override
  public MarketData marketData(URI rest) {
    return new MarketData(
        rest,
        clock,
        System::nanoTime,
        millis -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis)));
  }

  @Override
  public Tick demoTick(
      String account,
      DemoPolicy demo,
      Map<String, StrategyFactory> strategies,
      URI exchange,
      InstantSource clock,
      Journal journal,
      Notifier notifier) {
    Policy policy = new Policy(demo.strategy(), demo.parameters(), demo.limits(), version());
    BinanceAccess access =
        new BinanceAccess(
            account,
            exchange,
            PaperLogin.DEFAULT_API_KEY,
            Signer.hmac(PaperLogin.DEFAULT_SECRET.getBytes(StandardCharsets.US_ASCII)),
            false,
            PAPER_RECV_WINDOW,
            COLLATERAL_MAX_AGE,
            Timeouts.DEFAULT);
    Consumer<ApiCall> calls = call -> journal.call(account, call);
    BinanceVenue venue = new BinanceVenue(access, clock, new WeightBudget(clock), calls);
    Assignment assignment = assignment(account, policy, strategies);
    return new Tick(assignment, venue, journal, notifier, Clocks.ofPaper(clock, System::nanoTime));
  }

  /**
   * What the policy's texts make is what the journal stores, so the same texts make the same
   * decider in replay.
   */
  private static Assignment assignment(
      String account, Policy policy, Map<String, StrategyFactory> strategies) {
    StrategyFactory factory =
        Objects.requireNonNull(strategies.get(policy.strategy()), policy.strategy());
    Parameters parameters = Parameters.of(factory.parameters(), policy.parameters());
    Decider decider = new Decider(factory.create(parameters), policy.limits());
    return new Assignment(account, policy, decider, factory::recall);
  }

  private static BinanceAccess access(Config config, AccountConfig account) {
    try (Secret key = account.apiKey().read();
        Secret secret = account.signing().source().read()) {
      return new BinanceAccess(
          account.id(),
          config.exchange().rest(),
          new String(key.bytes(), StandardCharsets.US_ASCII),
          signer(account, secret),
          false,
          config.exchange().recvWindow(),
          COLLATERAL_MAX_AGE,
          Timeouts.DEFAULT);
    }
  }

  private static Signer signer(AccountConfig account, Secret secret) {
    byte[] bytes = secret.bytes();
    try {
      return account.signing() instanceof AccountConfig.SharedSecret
          ? Signer.hmac(bytes)
          : Signer.fromPem(new String(bytes, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw new ConfigException("account " + account.id() + ": " + e.getMessage());
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** The exchange's clock: in paper mode asked of the paper exchange, else the machine's. */
  private ExchangeTime exchangeTime(Config config) {
    if (config.mode() != Config.Mode.PAPER) {
      return new ExchangeTime(Clocks.ofMachine(clock, System::nanoTime), () -> 1);
    }
    ExchangeClock remote = new ExchangeClock(config.exchange().rest(), System::nanoTime);
    return new ExchangeTime(Clocks.ofPaper(remote, System::nanoTime), remote::speed);
  }

  private record ExchangeTime(Clocks clocks, LongSupplier speed) {
    InstantSource clock() {
      return clocks.wall();
    }
  }

  @Override
  public void untilStopped(CompletableFuture<JournalException> broken) {
    CompletableFuture<Void> told = new CompletableFuture<>();
    Thread hook =
        new Thread(
            () -> {
              told.complete(null);
              awaitFinished();
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    if (CompletableFuture.anyOf(broken, told).join() instanceof JournalException failure) {
      throw failure;
    }
  }

  /**
   * The JVM ends when this hook does; a stop that was asked for is an orderly end, so its exit code
   * is the command's.
   */
  private void awaitFinished() {
    try {
      finished.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(exitCode);
  }

  /** Says that the command has ended and cleaned up. */
  void finished(int code) {
    exitCode = code;
    finished.countDown();
  }
}
