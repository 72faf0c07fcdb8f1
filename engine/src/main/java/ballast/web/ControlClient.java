package ballast.web;

import ballast.journal.JournalException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Asks a running engine to run a command line, by the file it left in its directory. */
public final class ControlClient {
  private static final int CONNECT_MILLIS = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private ControlClient() {}

  /**
   * Where an engine listens.
   *
   * @param process its id, or {@code ?} where the engine is one that did not say it yet
   */
  private record Announced(int port, String token, String process) {
    static Announced in(Path directory) throws IOException {
      String[] parts =
          Files.readString(directory.resolve(ControlServer.FILE), StandardCharsets.US_ASCII)
              .strip()
              .split(" ", -1);
      if (parts.length < 2) {
        throw new IOException("the control file is not complete");
      }
      return new Announced(Integer.parseInt(parts[0]), parts[1], parts.length > 2 ? parts[2] : "?");
    }

    HttpURLConnection connection() throws IOException {
      URI uri = URI.create("http://127.0.0.1:" + port + ControlServer.PATH);
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(CONNECT_MILLIS);
      connection.setInstanceFollowRedirects(false);
      return connection;
    }
  }

  /** True when an engine has said in this directory where it listens; it may have died since. */
  public static boolean isAnnounced(Path directory) {
    return Files.isRegularFile(directory.resolve(ControlServer.FILE));
  }

  /**
   * Runs the command line there, however long it takes, once the engine has shown that it lives.
   *
   * @param directory the engine's directory
   * @param workingDirectory what relative paths in the arguments are relative to
   * @return its exit code
   * @throws IOException when no engine listens
   * @throws JournalException in one plain line when it listens and does not answer
   */
  public static int run(
      Path directory,
      Path workingDirectory,
      List<String> arguments,
      OutputStream out,
      OutputStream err)
      throws IOException {
    requireAnswer(directory, PATIENCE);
    Announced engine = Announced.in(directory);
    HttpURLConnection connection = engine.connection();
    connection.setRequestMethod("POST");
    connection.setRequestProperty(ControlServer.TOKEN_HEADER, engine.token());
    connection.setDoOutput(true);
    String body = workingDirectory + "\0" + String.join("\0", arguments);
    try (OutputStream request = connection.getOutputStream()) {
      request.write(body.getBytes(StandardCharsets.UTF_8));
    }
    if (connection.getResponseCode() != 200) {
      throw new IOException("the engine answered " + connection.getResponseCode());
    }
    try (var answer = connection.getInputStream()) {
      return Frames.copy(answer, out, err);
    }
  }

  /** Any answer will do: a stopped process still has its connections accepted. */
  static void requireAnswer(Path directory, Duration patience) throws IOException {
    Announced engine = Announced.in(directory);
    HttpURLConnection connection = engine.connection();
    connection.setReadTimeout(Math.toIntExact(patience.toMillis()));
    connection.setRequestProperty("Connection", "close");
    try {
      connection.getResponseCode();
    } catch (SocketTimeoutException e) {
      String process = engine.process();
      throw new JournalException(
          "engine process "
              + process
              + " does not answer in "
              + directory
              + ": it hangs, or was stopped (kill -CONT "
              + process
              + " lets it go on); after kill -9 "
              + process
              + " the next start settles what is open",
          e);
    } finally {
      connection.disconnect();
    }
  }
}
