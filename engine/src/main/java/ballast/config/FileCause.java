package ballast.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says why a file could not be written, where Java's own message is no more than its name. */
public final class FileCause {
  private FileCause() {}

  /** The cause in a few words, such as "No space left on device". */
  public static String of(IOException failure) {
    if (!(failure instanceof FileSystemException file)) {
      return String.valueOf(failure.getMessage());
    }
    if (file.getReason() != null) {
      return file.getReason();
    }
    if (file instanceof AccessDeniedException) {
      return "no permission for " + file.getFile();
    }
    if (file instanceof FileAlreadyExistsException) {
      return file.getFile() + " is there and is no folder";
    }
    if (file instanceof NoSuchFileException) {
      return "there is no " + file.getFile();
    }
    return file.getClass().getSimpleName() + " " + file.getFile();
  }
}
