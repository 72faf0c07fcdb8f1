package ballast.journal;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every journal promises, subject by subject. */
abstract class JournalContractTest
    implements AccountContract,
        DecisionContract,
        IntentContract,
        OperatorContract,
        BooksContract,
        ReadingContract {
  private KeptAccount account;

  /** A journal with nothing in it. */
  abstract Journal empty();

  @BeforeEach
  void adopts() {
    account = KeptAccount.adopted(empty(), "main");
  }

  @AfterEach
  void closes() {
    journal().close();
  }

  @Override
  public KeptAccount account() {
    return account;
  }
}
