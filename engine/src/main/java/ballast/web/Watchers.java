package ballast.web;

import ballast.dashboard.News;
import ballast.dashboard.Overview;
import ballast.journal.JournalException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages that are open, each told by Server-Sent Events and on its request's own thread, so that
 * a slow one keeps neither a tick nor another page waiting. Safe for several threads.
 */
final class Watchers implements AutoCloseable {
  /** As many pages may be open at a time. */
  static final int MOST = 8;

  private static final Logger log = LoggerFactory.getLogger(Watchers.class);

  /** Least time between two events, so that an account on a fast clock floods nobody. */
  private static final long LEAST_MILLIS = 500;

  /** An event comes at least so often; the connection's idle time-out is longer. */
  private static final long MOST_MILLIS = 4_000;

  private final Overview overview;
  private final News news;
  private final LongSupplier nanoTime;
  private final Semaphore places = new Semaphore(MOST);

  Watchers(Overview overview, News news, LongSupplier nanoTime) {
    this.overview = overview;
    this.news = news;
    this.nanoTime = nanoTime;
  }

  /**
   * Tells one page what there is to see, now and whenever it changes. Returns when the page is
   * gone: an asynchronous task of Javalin's would spin for ever on the answer of one that is.
   *
   * @param welcome false ends it
   */
  void watch(Context context, BooleanSupplier welcome) {
    if (!places.tryAcquire()) {
      throw Gate.refused(503, MOST + " pages are open already: close one");
    }
    context.contentType("text/event-stream; charset=utf-8");
    try {
      tell(context.res().getOutputStream(), welcome);
    } catch (IOException e) {
      log.debug("a page was closed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server stops
    } finally {
      places.release();
    }
  }

  private void tell(OutputStream out, BooleanSupplier welcome)
      throws IOException, InterruptedException {
    while (!news.isOver() && welcome.getAsBoolean()) {
      long known = news.count();
      out.write(event(known).getBytes(StandardCharsets.UTF_8));
      out.flush();
      news.awaitMoreThan(Long.MAX_VALUE, LEAST_MILLIS);
      news.awaitMoreThan(known, MOST_MILLIS - LEAST_MILLIS);
    }
  }

  private String event(long known) {
    try {
      return "event: state\ndata: " + overview.json(known, nanoTime.getAsLong()) + "\n\n";
    } catch (JournalException e) {
      String why = "the journal does not answer: " + e.getMessage();
      return "event: trouble\ndata: " + JsonMapper.shared().writeValueAsString(why) + "\n\n";
    }
  }

  @Override
  public void close() {
    news.end();
  }
}
