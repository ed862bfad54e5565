package io.daysheet.server.crypto;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tells the log of records that can't be decrypted, each once: a board that shows one is loaded
/// again and again.
@Component
public final class UnreadableRecords {

  private static final Logger log = LoggerFactory.getLogger(UnreadableRecords.class);
  private static final int MOST = 10_000;

  private final Set<String> told = ConcurrentHashMap.newKeySet();

  public void tell(UnreadableRecord unreadable) {
    if (told.size() < MOST && told.add(unreadable.table() + unreadable.row())) {
      log.error(
          "unreadable-record: {} {} was not encrypted for where it stands, or was changed",
          unreadable.table(),
          unreadable.row());
    }
  }
}
