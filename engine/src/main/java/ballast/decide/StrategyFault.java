package ballast.decide;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy threw: which of it is the strategy's own fault, and how that reads in the
 * journal, where replay must find the same text. Stateless.
 */
final class StrategyFault {
  /** Where an object or a hidden class lies in the memory of this very process. */
  private static final Pattern OF_THIS_PROCESS =
      Pattern.compile(" ?@[0-9a-fA-F]+\\b|(?<=\\$\\$Lambda)(\\$[0-9]+)?(/(0x)?[0-9a-fA-F]+)?");

  private static final String UNINITIALIZED = "Could not initialize class ";

  private StrategyFault() {}

  /**
   * Lets pass what a strategy can bring about: every exception, errors such as a failed assertion
   * or a class that is missing, and a recursion without an end, whose stack is whole again by now.
   *
   * @throws VirtualMachineError when Java itself failed: that decides nothing
   */
  static void require(Throwable thrown) {
    if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
      throw error;
    }
  }

  /**
   * Its kind and the first line of its message, without what differs from one process to another.
   */
  static String describe(Throwable fault) {
    if (failedToInitialize(fault)) {
      return ExceptionInInitializerError.class.getSimpleName();
    }
    String detail = fault.getClass().getSimpleName() + ": " + fault.getMessage();
    String line = detail.lines().findFirst().orElse(detail);
    return OF_THIS_PROCESS.matcher(line).replaceAll("");
  }

  /** One class throws the first of these once and the second ever after, so both read alike. */
  private static boolean failedToInitialize(Throwable fault) {
    @Nullable String message = fault.getMessage();
    return fault instanceof ExceptionInInitializerError
        || (fault instanceof NoClassDefFoundError
            && message != null
            && message.startsWith(UNINITIALIZED));
  }
}
