package ballast.journal;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** How this process is named to people who ask which engine has an account. */
final class ThisProcess {
  /** Asking the resolver can take seconds where it is not set up. */
  private static final Path LINUX_NAME = Path.of("/proc/sys/kernel/hostname");

  private ThisProcess() {}

  static String name() {
    return "process " + ProcessHandle.current().pid() + " on " + host();
  }

  private static String host() {
    try {
      return Files.isReadable(LINUX_NAME)
          ? Files.readString(LINUX_NAME).strip()
          : InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "this host";
    }
  }
}
