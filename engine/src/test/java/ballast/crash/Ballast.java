package ballast.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** One process of the packaged program, and what it printed. */
final class Ballast implements AutoCloseable {
  private static final Path JAR =
      Path.of(System.getProperty("ballast.jar", "target/ballast.jar")).toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final List<String> out = new ArrayList<>();
  private final List<String> err = new ArrayList<>();
  private final List<Thread> readers;
  private final long startedNanos = System.nanoTime();

  private Ballast(Process process) {
    this.process = process;
    this.readers =
        List.of(
            read(process.inputReader(StandardCharsets.UTF_8), out),
            read(process.errorReader(StandardCharsets.UTF_8), err));
  }

  /** Starts a command in a folder. */
  static Ballast start(Path folder, String... arguments) {
    return start(folder, List.of(), arguments);
  }

  /**
   * @param before the start of the command line, such as a program that gives up rights
   */
  static Ballast start(Path folder, List<String> before, String... arguments) {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-jar",
            JAR.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("BALLAST_KEY", "paper");
    builder.environment().put("BALLAST_SECRET", "paper-secret");
    try {
      return new Ballast(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command to its end. */
  static Said run(Path folder, String... arguments) {
    try (Ballast command = start(folder, arguments)) {
      return command.end();
    }
  }

  /** What a command printed and returned. */
  record Said(int code, String out, String err) {}

  private static Thread read(BufferedReader reader, List<String> lines) {
    Thread thread =
        new Thread(
            () -> {
              try (reader) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                  synchronized (lines) {
                    lines.add(line);
                  }
                }
              } catch (IOException e) {
                // the process is gone, and with it what it had not written yet
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static String joined(List<String> lines) {
    synchronized (lines) {
      return String.join("\n", lines);
    }
  }

  private static Optional<String> find(List<String> lines, String part) {
    synchronized (lines) {
      return lines.stream().filter(line -> line.contains(part)).findFirst();
    }
  }

  /** Waits for a line on either stream that has this part. */
  String line(String part) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> !process.isAlive() || said(part).isPresent());
    return said(part)
        .orElseThrow(() -> new AssertionError("no \"" + part + "\" in: " + joined(err)));
  }

  /** A line on either stream that has this part, if it was said already. */
  Optional<String> said(String part) {
    return find(out, part).or(() -> find(err, part));
  }

  boolean hasEnded() {
    return !process.isAlive();
  }

  Duration age() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  /** Processor time used so far, which does not depend on what else the machine does. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  long id() {
    return process.pid();
  }

  /** Lets it go on for so long; it must not end by itself. */
  void goOn(long millis) throws InterruptedException {
    assertThat(process.waitFor(millis, TimeUnit.MILLISECONDS)).as(() -> joined(err)).isFalse();
  }

  /** Sends it a signal by name, such as STOP. */
  void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(id())).start();
    assertThat(kill.waitFor()).isZero();
  }

  /** Kills it with -9. Returns what it had said on standard error. */
  List<String> kill() throws InterruptedException {
    process.destroyForcibly();
    end();
    return List.copyOf(err);
  }

  /** Asks it to end, as a service manager would. */
  Said terminate() {
    process.destroy();
    return end();
  }

  /** Waits for its end. */
  Said end() {
    try {
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      for (Thread reader : readers) {
        reader.join(PATIENCE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return new Said(process.exitValue(), joined(out), joined(err));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
