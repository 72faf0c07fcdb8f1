package ballast.notify;

import ballast.alert.Notice;
import ballast.alert.Severity;
import java.net.URI;

/** A service that takes JSON by HTTP. */
public final class Webhook implements Channel {
  private final String name;
  private final Severity atLeast;
  private final Shape shape;
  private final URI address;
  private final Posts posts;

  private Webhook(String name, Severity atLeast, Shape shape, URI address, Posts posts) {
    this.name = name;
    this.atLeast = atLeast;
    this.shape = shape;
    this.address = address;
    this.posts = posts;
  }

  /**
   * Whose channel it is.
   *
   * @param engine how notices name the engine
   * @param name the channel's in the configuration
   * @param atLeast what is less grave is not told here
   */
  public record Label(String engine, String name, Severity atLeast) {}

  /** A program of one's own. */
  public static Webhook plain(Label label, URI address, Posts posts) {
    return of(label, Shapes.webhook(label.engine()), address, posts);
  }

  /** A Slack room. */
  public static Webhook slack(Label label, URI address, Posts posts) {
    return of(label, Shapes.slack(label.engine()), address, posts);
  }

  /** A Discord room. */
  public static Webhook discord(Label label, URI address, Posts posts) {
    return of(label, Shapes.discord(label.engine()), address, posts);
  }

  /**
   * A Telegram chat.
   *
   * @param api where the bots' interface is, without a path
   */
  public static Webhook telegram(Label label, URI api, String token, String chat, Posts posts) {
    return of(
        label,
        Shapes.telegram(label.engine(), chat),
        api.resolve("/bot" + token + "/sendMessage"),
        posts);
  }

  /**
   * A PagerDuty service.
   *
   * @param api where the events' interface is, without a path
   */
  public static Webhook pagerDuty(Label label, URI api, String routingKey, Posts posts) {
    return of(
        label, Shapes.pagerDuty(label.engine(), routingKey), api.resolve("/v2/enqueue"), posts);
  }

  private static Webhook of(Label label, Shape shape, URI address, Posts posts) {
    return new Webhook(label.name(), label.atLeast(), shape, address, posts);
  }

  @Override
  public String name() {
    return name;
  }

  /** The host alone: the rest of an address is often its key. */
  @Override
  public String describe() {
    return shape.kind() + " at " + address.getScheme() + "://" + address.getAuthority();
  }

  @Override
  public boolean wants(Notice notice) {
    return notice.severity().compareTo(atLeast) >= 0 || notice.kind() == Notice.Kind.TEST;
  }

  @Override
  public Answer send(Notice notice) {
    Answer answer = new Answer.Taken();
    for (String body : shape.bodies(notice)) {
      answer = posts.json(address, body);
      if (answer instanceof Answer.Failed) {
        return answer;
      }
    }
    return answer;
  }
}
