package ballast.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.alert.Notice;
import ballast.alert.Rule;
import ballast.alert.Severity;
import ballast.notify.Channel.Answer;
import ballast.notify.Mail.Login;
import ballast.notify.Mail.Security;
import ballast.notify.Mail.Server;
import ballast.notify.Webhook.Label;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail, handed in to a server in this process. */
class MailTest {
  private static final Label LABEL = new Label("trading-1", "mail", Severity.INFO);

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
          });

  @BeforeEach
  void starts() {
    server.start();
  }

  @AfterEach
  void stops() {
    server.stop();
  }

  private Mail mail(Security security, Login login) {
    int port = security == Security.TLS ? server.getSmtps().getPort() : server.getSmtp().getPort();
    return new Mail(
        LABEL,
        new Server("127.0.0.1", port, security, Optional.of(login)),
        "ballast@example.com",
        List.of("night@example.com", "treasury@example.com"));
  }

  private Mail mail() {
    return mail(Security.NONE, new Login("ballast@example.com", "cAnArY"));
  }

  @Test
  void arrivesAtEveryReceiverAsPlainText() throws Exception {
    server.setUser("ballast@example.com", "ballast@example.com", "cAnArY");

    assertThat(mail().send(Notices.REPEATED)).isEqualTo(new Answer.Taken());

    MimeMessage[] received = server.getReceivedMessages();
    assertThat(received).hasSize(2);
    assertThat(received[0].getSubject()).isEqualTo("[trading-1] CRITICAL margin-low main");
    assertThat(received[0].getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(received[0].getContent().toString().replace("\r\n", "\n").strip())
        .isEqualTo("uniMMR <!channel> & 1.41x\nsince 2027-01-15T08:00:00Z, 1 min 0 s, notice 2");
    assertThat(received[0].getFrom()[0]).hasToString("ballast@example.com");
    assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(Arrays.stream(received[0].getAllRecipients()).map(Object::toString))
        .containsExactly("night@example.com", "treasury@example.com");
  }

  @Test
  void aTextFromElsewhereAddsNoHeader() throws MessagingException {
    server.setUser("ballast@example.com", "ballast@example.com", "cAnArY");
    Notice planted =
        Notices.of(
            Notice.Kind.RAISED,
            Rule.PAUSED,
            "main\r\nBcc: thief@example.com",
            "x\r\n.\r\nRCPT TO:<thief@example.com>\r\n",
            1);

    assertThat(mail().send(planted)).isEqualTo(new Answer.Taken());

    assertThat(server.getReceivedMessages()).hasSize(2);
    assertThat(server.getReceivedMessages()[0].getHeader("Bcc")).isNull();
  }

  @Test
  void aRefusedLoginIsNotTriedAgainAndNotRepeated() {
    server.setUser("ballast@example.com", "ballast@example.com", "another");

    assertThat(mail().send(Notices.RAISED))
        .isEqualTo(new Answer.Failed("the server refused user and password", false));
  }

  @Test
  void aServerThatCannotProveWhoItIsGetsNothing() {
    Login login = new Login("ballast@example.com", "cAnArY");
    server.setUser("ballast@example.com", "ballast@example.com", "cAnArY");

    assertThat(mail(Security.TLS, login).send(Notices.RAISED))
        .isEqualTo(new Answer.Failed("the connection is not trusted", false));
    assertThat(mail(Security.STARTTLS, login).send(Notices.RAISED))
        .isInstanceOf(Answer.Failed.class);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerThatIsGoneMayComeBack() {
    Mail mail = mail();
    server.stop();

    assertThat(mail.send(Notices.RAISED)).isEqualTo(new Answer.Failed("no connection", true));
  }

  @Test
  void describesItselfWithoutItsPassword() {
    assertThat(mail().describe())
        .isEqualTo("email to 2 by 127.0.0.1:" + server.getSmtp().getPort());
    assertThat(new Login("ballast", "cAnArY")).hasToString("ballast");
    assertThat(new Server("h", 1, Security.TLS, Optional.of(new Login("u", "cAnArY"))).toString())
        .doesNotContain("cAnArY");
  }

  @Test
  void refusesWhatIsNoAddress() {
    Server anyone = new Server("127.0.0.1", 25, Security.NONE, Optional.empty());
    assertThatThrownBy(() -> new Mail(LABEL, anyone, "nobody", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no mail address");
  }
}
