package ballast.journal;

/** Builds the canonical text of a link: lines {@code name=value} in a fixed order. */
final class LinkText {
  private final StringBuilder text = new StringBuilder(800);

  LinkText(String type, String account, long sequence) {
    line("link", type).line("account", account).line("sequence", sequence);
  }

  LinkText line(String name, Object value) {
    text.append(name).append('=').append(value).append('\n');
    return this;
  }

  LinkText lines(String lines) {
    text.append(lines);
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
