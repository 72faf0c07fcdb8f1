package ballast.crash;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.crash.Ballast.Said;
import ballast.web.ControlClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A paper exchange in its own process, and a folder with a configuration for engines on it. */
final class World implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final Ballast exchange;
  private final URI address;
  private final String schedule;
  private final HttpClient http = HttpClient.newHttpClient();

  private World(Path folder, Ballast exchange, URI address, String schedule) {
    this.folder = folder;
    this.exchange = exchange;
    this.address = address;
    this.schedule = schedule;
  }

  /**
   * A whipsaw with a band so tight that nearly every bar asks for a transfer.
   *
   * @param speed exchange seconds per second
   * @param schedule of the account, exchange time
   */
  static World open(Path folder, int speed, String schedule) throws IOException {
    Ballast exchange =
        Ballast.start(
            folder,
            "paper",
            "--scenario",
            "whipsaw-may-2021",
            "--port",
            "0",
            "--speed",
            Integer.toString(speed));
    String line = exchange.line("paper exchange on ");
    URI address = URI.create(line.substring(line.lastIndexOf(' ') + 1));
    World world = new World(folder, exchange, address, schedule);
    world.configure("ballast", "data", "");
    return world;
  }

  /**
   * Writes a configuration of the account.
   *
   * @param name of the file, without its ending
   * @param directory of the engine
   * @param database a PostgreSQL URL; nothing for H2 in the directory
   */
  void configure(String name, String directory, String database) throws IOException {
    Files.writeString(
        folder.resolve(name + ".yml"),
        """
        mode: paper
        dir: ./%s
        database: "%s"
        venue: { rest: "%s", recv-window: 60s }
        web: { port: 0 }
        accounts:
          - id: main
            api-key: "env:BALLAST_KEY"
            secret: "env:BALLAST_SECRET"
            schedule: "every %s"
            strategy: target-band
            parameters: { low: 8.299x, low-target: 8.3x, high-target: 8.3x, high: 8.301x }
            limits: { per-transfer: 250000 USDT, per-day: 1000000000 USDT, min-transfer: 1 USDT, min-gap: 0s, max-snapshot-age: 60s }
        """
            .formatted(directory, database, address, schedule));
  }

  Path folder() {
    return folder;
  }

  Path data() {
    return folder.resolve("data");
  }

  /** An engine that has opened its journal and runs. */
  Ballast engine() {
    return engine("ballast");
  }

  /** The same by another configuration. */
  Ballast engine(String name) {
    Ballast engine = Ballast.start(folder, "run", "-c", name + ".yml");
    engine.line("running 1 account(s)");
    return engine;
  }

  /** A transfer, as the exchange or as the journal has it. */
  record Transfer(String direction, BigDecimal amount) {}

  /** What really moved, in order. */
  List<Transfer> ledger() throws IOException, InterruptedException {
    List<Transfer> transfers = new ArrayList<>();
    for (JsonNode entry : ledgerEntries()) {
      transfers.add(
          new Transfer(
              entry.get("transferType").asString(),
              new BigDecimal(entry.get("amount").asString())));
    }
    return transfers;
  }

  JsonNode ledgerEntries() throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address.resolve("/paper/ledger"))).get("transfers");
  }

  JsonNode state() throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address.resolve("/paper/state")));
  }

  /** What goes wrong from now on. */
  void faults(String json) throws IOException, InterruptedException {
    post("/paper/faults", json);
  }

  /** Turns the exchange's clock. */
  void clock(String json) throws IOException, InterruptedException {
    post("/paper/clock", json);
  }

  private void post(String path, String json) throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(address.resolve(path))
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** Asks the running engine over its control endpoint. */
  String ask(String... arguments) throws IOException {
    return ask(data(), arguments);
  }

  /** The same of the engine with this directory. */
  String ask(Path directory, String... arguments) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        ControlClient.run(
            directory, folder, List.of(arguments), out, OutputStream.nullOutputStream());
    assertThat(code).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Every intent as it stands, asked of the running engine. */
  JsonNode intents() throws IOException {
    return JSON.readTree(ask("report", "transfers", "--db", "data", "--format", "json"));
  }

  /** Every intent as it stands, read by a command of its own. */
  JsonNode intentsOnDisk() {
    Said said = Ballast.run(folder, "report", "transfers", "-c", "ballast.yml", "--format", "json");
    assertThat(said.code()).as(said.err()).isZero();
    return JSON.readTree(said.out());
  }

  @Override
  public void close() {
    exchange.close();
  }
}
