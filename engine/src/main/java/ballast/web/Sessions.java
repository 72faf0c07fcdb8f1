package ballast.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Who has shown the token. A session is told by a secret of its own, so that the token is sent
 * once; it ends after half a day, and with the engine. What is secret is compared in constant time.
 * Safe for several threads.
 */
final class Sessions {
  static final Duration LENGTH = Duration.ofHours(12);

  /** When there are more, the oldest ends. */
  static final int MOST = 20;

  private final String token;
  private final LongSupplier nanoTime;
  private final Deque<Session> open = new ArrayDeque<>();

  /**
   * One browser that has shown the token.
   *
   * @param id the secret in its cookie
   * @param csrf what each of its acts must carry, which no other page can read
   */
  record Session(String id, String csrf, long openedNanos) {}

  /**
   * @param nanoTime a monotonic clock
   */
  Sessions(String token, LongSupplier nanoTime) {
    this.token = token;
    this.nanoTime = nanoTime;
  }

  /** A new session, for whoever has the token. */
  synchronized Optional<Session> open(String shown) {
    if (!isSame(shown, token)) {
      return Optional.empty();
    }
    forgetWhatIsOver();
    if (open.size() == MOST) {
      open.removeFirst();
    }
    Session session =
        new Session(OwnerFile.randomToken(), OwnerFile.randomToken(), nanoTime.getAsLong());
    open.addLast(session);
    return Optional.of(session);
  }

  /** The session of a cookie, while it is open. */
  synchronized Optional<Session> find(String id) {
    forgetWhatIsOver();
    return open.stream().filter(session -> isSame(id, session.id())).findFirst();
  }

  synchronized void close(Session session) {
    open.remove(session);
  }

  private void forgetWhatIsOver() {
    long now = nanoTime.getAsLong();
    open.removeIf(session -> now - session.openedNanos() >= LENGTH.toNanos());
  }

  static boolean isSame(String given, String secret) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
  }
}
