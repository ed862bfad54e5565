package io.daysheet.server.stream;

import io.daysheet.hospital.HospitalId;
import io.daysheet.wire.Change;

/// Where a capability tells what it has just committed, so that this node's desks see it at once.
///
/// Call it after the commit, never before or inside the transaction. It neither waits nor fails;
/// whoever dies between the commit and this call loses nothing, since the stream fills its gaps
/// from the change table.
public interface CommittedChanges {

  void publish(HospitalId hospital, Change change);
}
