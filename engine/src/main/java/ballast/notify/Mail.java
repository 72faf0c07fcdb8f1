package ballast.notify;

import ballast.alert.Notice;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/** E-mail by SMTP. Each step of the dialogue may take ten seconds. */
public final class Mail implements Channel {
  private static final String STEP_MILLIS = "10000";
  private static final int PERMANENT = 500;

  private final Webhook.Label label;
  private final Server server;
  private final InternetAddress from;
  private final List<InternetAddress> to;
  private final Session session;

  /** How the way to the server is guarded. */
  public enum Security {
    /** TLS from the first byte. */
    TLS,
    /** TLS by the command STARTTLS, and nothing without it. */
    STARTTLS,
    /** Nothing: on this machine only. */
    NONE
  }

  /** A server's user. Unlike a record it does not print its password. */
  public static final class Login {
    private final String user;
    private final String password;

    public Login(String user, String password) {
      this.user = user;
      this.password = password;
    }

    @Override
    public String toString() {
      return user;
    }
  }

  /** Where mail is handed in. */
  public record Server(String host, int port, Security security, Optional<Login> login) {}

  /**
   * @param from the sender
   * @param to the receivers
   * @throws IllegalArgumentException for what is no address
   */
  public Mail(Webhook.Label label, Server server, String from, List<String> to) {
    this.label = label;
    this.server = server;
    this.from = address(from);
    this.to = to.stream().map(Mail::address).toList();
    this.session = Session.getInstance(properties(server));
  }

  private static InternetAddress address(String text) {
    try {
      return new InternetAddress(text, true);
    } catch (AddressException e) {
      throw new IllegalArgumentException("is no mail address; write it as in night@example.com", e);
    }
  }

  private static Properties properties(Server server) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", STEP_MILLIS);
    properties.setProperty("mail.smtp.timeout", STEP_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", STEP_MILLIS);
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    properties.setProperty("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
    boolean upgrades = server.security() == Security.STARTTLS;
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(upgrades));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(upgrades));
    properties.setProperty(
        "mail.smtp.ssl.enable", Boolean.toString(server.security() == Security.TLS));
    return properties;
  }

  @Override
  public String name() {
    return label.name();
  }

  @Override
  public String describe() {
    return "email to " + to.size() + " by " + server.host() + ":" + server.port();
  }

  @Override
  public boolean wants(Notice notice) {
    return notice.severity().compareTo(label.atLeast()) >= 0 || notice.kind() == Notice.Kind.TEST;
  }

  @Override
  public Answer send(Notice notice) {
    try (Transport transport = session.getTransport("smtp")) {
      MimeMessage message = message(notice);
      transport.connect(
          server.host(),
          server.port(),
          server.login().map(login -> login.user).orElse(null),
          server.login().map(login -> login.password).orElse(null));
      transport.sendMessage(message, message.getAllRecipients());
      return new Answer.Taken();
    } catch (MessagingException e) {
      return failed(e);
    }
  }

  @SuppressWarnings("JavaUtilDate") // the mail library speaks Date
  private MimeMessage message(Notice notice) throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(from);
    message.setRecipients(Message.RecipientType.TO, to.toArray(InternetAddress[]::new));
    message.setSubject("[" + label.engine() + "] " + notice.title(), StandardCharsets.UTF_8.name());
    message.setText(notice.text() + "\n", StandardCharsets.UTF_8.name());
    message.setSentDate(new Date(notice.atMillis()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  /** By its kind and number alone: a server's words may hold what was sent to it. */
  private static Answer failed(MessagingException e) {
    if (e instanceof AuthenticationFailedException) {
      return new Answer.Failed("the server refused user and password", false);
    }
    if (e instanceof MailConnectException) {
      return new Answer.Failed("no connection", true);
    }
    if (e.getCause() instanceof SSLException) {
      return new Answer.Failed("the connection is not trusted", false);
    }
    int code = code(e);
    if (code > 0) {
      return new Answer.Failed("SMTP " + code, code < PERMANENT);
    }
    return new Answer.Failed(
        e instanceof SendFailedException ? "an address was refused" : "the dialogue broke off",
        !(e instanceof SendFailedException));
  }

  private static int code(MessagingException e) {
    if (e instanceof SMTPSendFailedException failed) {
      return failed.getReturnCode();
    }
    return e.getNextException() instanceof SMTPAddressFailedException refused
        ? refused.getReturnCode()
        : 0;
  }
}
