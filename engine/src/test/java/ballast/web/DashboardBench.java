package ballast.web;

import ballast.dashboard.CrankedEngine;
import ballast.dashboard.Operator;
import ballast.journal.OperatorAct;
import ballast.strategy.Direction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A cranked engine with its page on a free port; what is done there is noted. */
final class DashboardBench implements Operator, AutoCloseable {
  final CrankedEngine engine = new CrankedEngine();
  final List<OperatorAct> acts = new CopyOnWriteArrayList<>();
  final WebServer server;
  private final Path directory;

  DashboardBench(Path directory) {
    this.directory = directory;
    Dashboard dashboard =
        new Dashboard(directory, engine.overview(), this, engine.news, System::nanoTime);
    Health health =
        new Health(
            engine.latest, List.of(), () -> Instant.ofEpochMilli(engine.nowMillis()), () -> false);
    server =
        new WebServer(
            new WebServer.Place("127.0.0.1", 0, List.of("ballast.example:8787")),
            health,
            () -> "",
            Optional.of(dashboard));
    server.start();
  }

  String token() {
    try {
      return Files.readString(directory.resolve(DashboardToken.FILE)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  @Override
  public Optional<String> pause(String account, Optional<Direction> direction, String reason) {
    return act(account, OperatorAct.Kind.PAUSE, direction, 0, reason);
  }

  @Override
  public Optional<String> resume(String account, Optional<Direction> direction, String reason) {
    return act(account, OperatorAct.Kind.RESUME, direction, 0, reason);
  }

  @Override
  public Optional<String> resolve(long intent, boolean applied, String reason) {
    OperatorAct.Kind kind =
        applied ? OperatorAct.Kind.RESOLVE_APPLIED : OperatorAct.Kind.RESOLVE_NOT_APPLIED;
    return reason.isBlank()
        ? Optional.of("the reason must say how you know")
        : act("main", kind, Optional.empty(), intent, reason);
  }

  private Optional<String> act(
      String account,
      OperatorAct.Kind kind,
      Optional<Direction> direction,
      long intent,
      String reason) {
    OperatorAct act = new OperatorAct(account, engine.nowMillis(), kind, direction, intent, reason);
    engine.journal.act(act);
    acts.add(act);
    return Optional.empty();
  }

  @Override
  public void close() {
    server.close();
    engine.journal.close();
  }
}
