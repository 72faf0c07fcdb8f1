package ballast.web;

import ballast.dashboard.News;
import ballast.dashboard.Operator;
import ballast.dashboard.Overview;
import ballast.journal.JournalException;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.Handler;
import io.javalin.http.SameSite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page of a running engine: what it sees and does, live, and what an operator may do. It opens
 * with a token; nothing is changed by a GET, and nothing by a page from elsewhere. Safe for several
 * threads.
 */
public final class Dashboard implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Dashboard.class);
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "ballast");

  private final Path directory;
  private final Sessions sessions;
  private final Gate gate;
  private final Acts acts;
  private final News news;
  private final Overview overview;
  private final Watchers watchers;

  /**
   * @param directory the engine's directory, where the file with the token is
   * @param news is told when something was done here, and tells the pages
   * @param nanoTime a monotonic clock
   * @throws UncheckedIOException when there is no token to be had
   */
  public Dashboard(
      Path directory, Overview overview, Operator operator, News news, LongSupplier nanoTime) {
    this.directory = directory;
    this.sessions = new Sessions(DashboardToken.in(directory), nanoTime);
    this.gate = new Gate(sessions);
    this.acts = new Acts(operator);
    this.news = news;
    this.overview = overview;
    this.watchers = new Watchers(overview, news, nanoTime);
  }

  /** The file with the token that opens it. */
  Path tokenFile() {
    return directory.resolve(DashboardToken.FILE);
  }

  /** Reads what happened before the engine was started; without it the page only begins later. */
  void recallOrSay() {
    try {
      overview.recall();
    } catch (JournalException e) {
      log.warn("the dashboard begins with this start: {}", e.getMessage());
    }
  }

  void addTo(JavalinConfig config) {
    config.routes.get("/", this::page);
    file(config, "/dashboard.css", "text/css; charset=utf-8");
    file(config, "/dashboard.js", "text/javascript; charset=utf-8");
    file(config, "/login.js", "text/javascript; charset=utf-8");
    file(config, "/icon.svg", "image/svg+xml");
    config.routes.get("/session", this::session);
    config.routes.get("/events", this::events);
    config.routes.post("/login", this::login);
    config.routes.post("/logout", this::logout);
    config.routes.post("/acts/pause", act(acts::pause));
    config.routes.post("/acts/resume", act(acts::resume));
    config.routes.post("/acts/resolve", act(acts::resolve));
  }

  private void page(Context context) {
    Optional<Sessions.Session> session = known(context);
    context.html(
        session.isPresent()
            ? filled("dashboard.jte", Map.of("csrf", session.get().csrf()))
            : filled("login.jte", Map.of()));
  }

  private Optional<Sessions.Session> known(Context context) {
    return Optional.ofNullable(context.cookie(Gate.cookieName(context))).flatMap(sessions::find);
  }

  private static String filled(String template, Map<String, Object> values) {
    StringOutput page = new StringOutput();
    TEMPLATES.render("web/" + template, values, page);
    return page.toString();
  }

  private static void file(JavalinConfig config, String path, String type) {
    byte[] bytes = resource("/ballast/web" + path);
    config.routes.get(path, context -> context.contentType(type).result(bytes));
  }

  private static byte[] resource(String name) {
    try (InputStream in = Objects.requireNonNull(Dashboard.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the session is open: a page asks before it shows itself again. */
  private void session(Context context) {
    context.contentType("application/json").result("{\"open\":" + known(context).isPresent() + "}");
  }

  private void events(Context context) {
    Sessions.Session session = gate.requireSession(context);
    watchers.watch(context, () -> sessions.find(session.id()).isPresent());
  }

  private void login(Context context) {
    Gate.requireOwnPage(context);
    String shown = Acts.text(Acts.json(context), "token").strip();
    Sessions.Session session =
        sessions.open(shown).orElseThrow(() -> Gate.refused(401, "this is not the token"));
    Cookie cookie = new Cookie(Gate.cookieName(context), session.id());
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    cookie.setMaxAge((int) Sessions.LENGTH.toSeconds());
    context.cookie(cookie).status(204);
  }

  private void logout(Context context) {
    sessions.close(gate.requireActor(context));
    context.removeCookie(Gate.cookieName(context), "/").status(204);
  }

  private Handler act(Handler handler) {
    return context -> {
      gate.requireActor(context);
      handler.handle(context);
      news.arrived();
      context.status(204);
    };
  }

  @Override
  public void close() {
    watchers.close();
  }
}
