package ballast.notify;

import ballast.alert.Notice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** A channel that answers as it is told; the last answer holds from then on. */
final class FakeChannel implements Channel {
  Predicate<Notice> wants = notice -> true;
  Runnable before = () -> {};
  private final List<Answer> answers;
  private final List<Notice> sent = Collections.synchronizedList(new ArrayList<>());

  FakeChannel(Answer... answers) {
    this.answers = List.of(answers);
  }

  /** Every attempt. */
  List<Notice> sent() {
    synchronized (sent) {
      return List.copyOf(sent);
    }
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public String describe() {
    return "a fake";
  }

  @Override
  public boolean wants(Notice notice) {
    return wants.test(notice);
  }

  @Override
  public Answer send(Notice notice) {
    before.run();
    sent.add(notice);
    return answers.get(Math.min(sent.size(), answers.size()) - 1);
  }
}
