package io.daysheet.server.access;

import io.daysheet.identity.AccountId;
import io.daysheet.patient.PatientId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whom doctors see at this moment who aren't their patients. Never from memory: what has begun
/// counts on every node at once, and what is over is over.
public interface Emergencies {

  List<Emergency> of(AccountId account);

  /// Of every account that has any.
  Map<AccountId, Set<PatientId>> all();
}
