package ballast.notify;

/** Is told of every tick. Whatever it throws is logged and changes nothing. */
@FunctionalInterface
public interface Notifier {
  void tell(TickReport report);
}
