package io.daysheet.server.database;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What others may see only when it is committed: a memory that is emptied before may be filled
/// again with what was there before.
public final class AfterCommit {

  private AfterCommit() {}

  /// Does it after the present transaction; now, if there is none. If it is rolled back, never.
  public static void run(Runnable action) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      action.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            action.run();
          }
        });
  }
}
