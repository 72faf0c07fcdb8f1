package ballast.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Asks a running engine to run a command line, by the file it left in its directory. */
public final class ControlClient {
  private static final int CONNECT_MILLIS = 2_000;

  private ControlClient() {}

  /** True when an engine has said in this directory where it listens; it may have died since. */
  public static boolean isAnnounced(Path directory) {
    return Files.isRegularFile(directory.resolve(ControlServer.FILE));
  }

  /**
   * Runs the command line there.
   *
   * @param directory the engine's directory
   * @param workingDirectory what relative paths in the arguments are relative to
   * @return its exit code
   * @throws IOException when no engine answers
   */
  public static int run(
      Path directory,
      Path workingDirectory,
      List<String> arguments,
      OutputStream out,
      OutputStream err)
      throws IOException {
    String[] announced =
        Files.readString(directory.resolve(ControlServer.FILE), StandardCharsets.US_ASCII)
            .strip()
            .split(" ", 2);
    if (announced.length != 2) {
      throw new IOException("the control file is not complete");
    }
    URI uri = URI.create("http://127.0.0.1:" + Integer.parseInt(announced[0]) + ControlServer.PATH);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setRequestMethod("POST");
    connection.setInstanceFollowRedirects(false);
    connection.setRequestProperty(ControlServer.TOKEN_HEADER, announced[1]);
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
}
