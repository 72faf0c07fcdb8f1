package ballast.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.journal.JournalException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlServerTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private static int echo(
      Path directory, List<String> arguments, OutputStream out, OutputStream err) {
    try {
      out.write(
          (directory + " " + String.join("|", arguments) + "\n").getBytes(StandardCharsets.UTF_8));
      err.write("noted".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return 5;
  }

  @Test
  void runsACommandLineAndHandsBackAllThatItSaid() throws IOException {
    try (ControlServer server = ControlServer.start(directory, ControlServerTest::echo)) {
      int code =
          ControlClient.run(
              directory,
              Path.of("/some/where"),
              List.of("report", "decisions", "--from", "a b", "ü"),
              out,
              err);
      assertThat(code).isEqualTo(5);
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("/some/where report|decisions|--from|a b|ü\n");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("noted");
  }

  @Test
  void makesTheDirectoryForItsOwnerAlone() throws IOException {
    Path missing = directory.resolve("data");
    try (ControlServer server = ControlServer.start(missing, ControlServerTest::echo)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(missing)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void saysWhereItListensInAFileThatOnlyItsOwnerReads() throws IOException {
    try (ControlServer server = ControlServer.start(directory, ControlServerTest::echo)) {
      Path file = directory.resolve(ControlServer.FILE);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(file)).matches("[0-9]+ [0-9a-f]{64} [0-9]+\n");
      assertThat(ControlClient.isAnnounced(directory)).isTrue();
    }
    assertThat(ControlClient.isAnnounced(directory)).isFalse();
  }

  @Test
  void refusesASecondEngineInOneDirectoryAndLeavesTheFirstItsFile() throws IOException {
    try (ControlServer first = ControlServer.start(directory, ControlServerTest::echo)) {
      String file = Files.readString(directory.resolve(ControlServer.FILE));
      assertThatThrownBy(() -> ControlServer.start(directory, ControlServerTest::echo))
          .isInstanceOf(JournalException.class)
          .message()
          .hasLineCount(1)
          .contains("another engine runs in " + directory);
      assertThat(directory.resolve(ControlServer.FILE)).hasContent(file);
    }
    ControlServer.start(directory, ControlServerTest::echo).close();
  }

  @Test
  void refusesWhoDoesNotHaveTheToken() throws Exception {
    try (ControlServer server = ControlServer.start(directory, ControlServerTest::echo)) {
      String port = Files.readString(directory.resolve(ControlServer.FILE)).split(" ")[0];
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/run"))
              .header("X-Ballast-Token", "0".repeat(64))
              .POST(HttpRequest.BodyPublishers.ofString("/\0pause"))
              .build();
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(403);
    }
  }

  @Test
  void doesNothingOnAGet() throws Exception {
    try (ControlServer server = ControlServer.start(directory, ControlServerTest::echo)) {
      String[] announced =
          Files.readString(directory.resolve(ControlServer.FILE)).strip().split(" ");
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + announced[0] + "/run"))
              .header("X-Ballast-Token", announced[1])
              .build();
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(405);
    }
  }

  @Test
  void saysSoWhenTheEngineHasDied() throws IOException {
    Files.writeString(directory.resolve(ControlServer.FILE), "1 " + "a".repeat(64) + "\n");
    assertThatThrownBy(() -> ControlClient.run(directory, directory, List.of("status"), out, err))
        .isInstanceOf(IOException.class);
  }

  @Test
  void saysWhichEngineDoesNotAnswerInsteadOfWaitingForEver() throws IOException {
    try (ServerSocket hanging = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Files.writeString(
          directory.resolve(ControlServer.FILE),
          hanging.getLocalPort() + " " + "a".repeat(64) + " 4711\n");
      assertThatThrownBy(() -> ControlClient.requireAnswer(directory, Duration.ofMillis(50)))
          .isInstanceOf(JournalException.class)
          .message()
          .hasLineCount(1)
          .startsWith("engine process 4711 does not answer");
    }
  }

  @Test
  void showsThatItLivesWhileACommandRuns() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    ControlServer.Commands longOne =
        (where, arguments, to, errors) -> {
          begun.countDown();
          await(end);
          return 0;
        };
    try (ControlServer server = ControlServer.start(directory, longOne)) {
      CompletableFuture<Integer> command =
          CompletableFuture.supplyAsync(() -> code(List.of("backup")));
      await(begun);
      CompletableFuture<Integer> waiting =
          CompletableFuture.supplyAsync(() -> code(List.of("report")));
      ControlClient.requireAnswer(directory, Duration.ofSeconds(5));
      assertThat(command).isNotDone();
      end.countDown();
      assertThat(command.get(10, TimeUnit.SECONDS)).isZero();
      assertThat(waiting.get(10, TimeUnit.SECONDS)).isZero();
    }
  }

  private int code(List<String> arguments) {
    try {
      return ControlClient.run(
          directory, directory, arguments, OutputStream.nullOutputStream(), err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
