package io.daysheet.server.fuzz;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/// One who asks, and what no answer to them may hold.
///
/// @param header says who it is; empty for nobody
/// @param ids of things that exist, theirs and others'
/// @param foreign texts that are none of their business
/// @param names of patients whom they may look up, and whom no refusal tells of
record Asker(String header, List<UUID> ids, Set<String> foreign, Set<String> names) {

  Set<String> foreignIn(String answer) {
    // what somebody else has changed meanwhile is shown as it is now, to whoever may look it up
    return answer.startsWith("HTTP/1.1 2") || answer.startsWith("HTTP/1.1 412") ? foreign : names;
  }
}
