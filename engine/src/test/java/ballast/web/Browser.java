package ballast.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A headless Chromium, driven over the W3C WebDriver protocol by the chromedriver that is installed
 * beside it; nothing is downloaded.
 *
 * @see <a href="https://www.w3.org/TR/webdriver2/">WebDriver</a>
 */
final class Browser implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

  private final Process driver;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;
  private String session = "";

  private Browser(Process driver, int port) {
    this.driver = driver;
    this.address = "http://127.0.0.1:" + port;
  }

  /** Empty where Chromium or its driver is not installed. */
  static Optional<Browser> start() {
    Optional<Path> chromedriver = onPath("chromedriver");
    Optional<Path> chromium = onPath("chromium").or(() -> onPath("google-chrome"));
    if (chromedriver.isEmpty() || chromium.isEmpty()) {
      return Optional.empty();
    }
    try {
      Process driver =
          new ProcessBuilder(chromedriver.get().toString(), "--port=0")
              .redirectErrorStream(true)
              .start();
      Browser browser = new Browser(driver, port(driver));
      browser.open(chromium.get());
      return Optional.of(browser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> onPath(String program) {
    return Pattern.compile(":")
        .splitAsStream(Objects.requireNonNullElse(System.getenv("PATH"), ""))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The driver says on which free port it listens; the rest of what it says is thrown away. */
  private static int port(Process driver) throws IOException {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.matches(".*started successfully on port [0-9]+.*")) {
        Thread rest = new Thread(() -> said.lines().forEach(any -> {}), "chromedriver");
        rest.setDaemon(true);
        rest.start();
        return Integer.parseInt(line.replaceAll(".*on port ([0-9]+).*", "$1"));
      }
    }
    throw new IOException("chromedriver did not say where it listens");
  }

  private void open(Path chromium) {
    Map<String, Object> options =
        Map.of(
            "binary",
            chromium.toString(),
            "args",
            List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-proxy-server",
                "--window-size=1200,1000"));
    Map<String, Object> wanted =
        Map.of(
            "browserName",
            "chrome",
            "goog:chromeOptions",
            options,
            "goog:loggingPrefs",
            Map.of("browser", "ALL"));
    JsonNode made = ask("POST", "/session", Map.of("capabilities", Map.of("alwaysMatch", wanted)));
    session = "/session/" + made.get("sessionId").asString();
  }

  /** Goes to an address and waits until it has loaded. */
  void go(String url) {
    ask("POST", session + "/url", Map.of("url", url));
  }

  /** Runs a script as the body of a function; its arguments are {@code arguments}. */
  JsonNode run(String script, Object... arguments) {
    return ask(
        "POST",
        session + "/execute/sync",
        Map.of("script", script, "args", Arrays.asList(arguments)));
  }

  /** Runs a script that gives its answer to the last of its arguments. */
  JsonNode runAsync(String script, Object... arguments) {
    return ask(
        "POST",
        session + "/execute/async",
        Map.of("script", script, "args", Arrays.asList(arguments)));
  }

  /** The text of the first element that a CSS selector finds; empty where there is none. */
  String text(String selector) {
    return run("return document.querySelector(arguments[0])?.innerText ?? ''", selector).asString();
  }

  boolean has(String selector) {
    return run("return document.querySelector(arguments[0]) !== null", selector).asBoolean();
  }

  /** Clicks as a person does: the element has to be there to be seen and reached. */
  void click(String selector) {
    ask("POST", session + "/element/" + element(selector) + "/click", Map.of());
  }

  void type(String selector, String text) {
    ask("POST", session + "/element/" + element(selector) + "/value", Map.of("text", text));
  }

  /** Presses keys, one after the other, wherever the focus is. */
  void press(String keys) {
    List<Map<String, String>> strokes =
        keys.codePoints()
            .mapToObj(Character::toString)
            .flatMap(
                key ->
                    List.of(
                        Map.of("type", "keyDown", "value", key),
                        Map.of("type", "keyUp", "value", key))
                        .stream())
            .toList();
    ask(
        "POST",
        session + "/actions",
        Map.of("actions", List.of(Map.of("type", "key", "id", "keys", "actions", strokes))));
  }

  private String element(String selector) {
    return ask("POST", session + "/element", Map.of("using", "css selector", "value", selector))
        .get(ELEMENT)
        .asString();
  }

  void resize(int width, int height) {
    devTools(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** {@code light} or {@code dark}. */
  void prefer(String scheme) {
    devTools(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  private void devTools(String command, Map<String, Object> parameters) {
    ask("POST", session + "/goog/cdp/execute", Map.of("cmd", command, "params", parameters));
  }

  void forgetCookies() {
    ask("DELETE", session + "/cookie", Map.of());
  }

  /** What the console said at level SEVERE since it was asked last. */
  List<String> errors() {
    return ask("POST", session + "/se/log", Map.of("type", "browser")).values().stream()
        .filter(entry -> entry.get("level").asString().equals("SEVERE"))
        .map(entry -> entry.get("message").asString())
        .toList();
  }

  /** A picture of the whole page. */
  void picture(Path file) throws IOException {
    int width = run("return innerWidth").asInt();
    int height = run("return innerHeight").asInt();
    resize(width, run("return document.documentElement.scrollHeight").asInt());
    String png = ask("GET", session + "/screenshot", Map.of()).asString();
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(file, Base64.getDecoder().decode(png));
    resize(width, height);
  }

  private JsonNode ask(String method, String path, Map<String, Object> body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("POST")
                    ? HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))
                    : HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode value = JSON.readTree(answer.body()).get("value");
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + ": " + value.get("message").asString());
      }
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      if (!session.isEmpty()) {
        ask("DELETE", session, Map.of());
      }
    } finally {
      driver.destroy();
    }
  }
}
