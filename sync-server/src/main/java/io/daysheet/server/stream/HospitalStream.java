package io.daysheet.server.stream;

import io.daysheet.patient.PatientId;
import io.daysheet.server.access.Sight;
import io.daysheet.wire.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One hospital's latest changes in this node, in order and without gaps: the shared queue of all
/// sockets that follow it, each of which keeps its own place in it.
///
/// Writers tell their changes after the commit, so a later number may come first; it waits here for
/// the ones before it. If one of these never comes, the poll brings it. Thread-safe.
final class HospitalStream {

  /// What a reader gets from its place on.
  sealed interface Read {
    /// The next changes, oldest first; empty if there is nothing new.
    record Next(List<Rendered> changes) implements Read {}

    /// The reader's place lies before what is kept.
    record TooFarBehind() implements Read {}
  }

  private final ChangeText text;
  private final Rendered[] ring;
  private final TreeMap<Long, Change> waiting = new TreeMap<>();
  private final Set<Runnable> readers = new HashSet<>();

  /// The number of the newest change that is kept, and of the one before the oldest.
  private long last;

  private long before;

  /// Begins after a number: what comes next is `last + 1`.
  HospitalStream(ChangeText text, int kept, long last) {
    this.text = text;
    this.ring = new Rendered[kept];
    this.last = last;
    this.before = last;
  }

  synchronized long last() {
    return last;
  }

  /// Takes a change in; one that is known already is passed over.
  void offer(Change change) {
    List<Runnable> woken;
    synchronized (this) {
      if (change.sequence() <= last) {
        return;
      }
      waiting.putIfAbsent(change.sequence(), change);
      long until = last;
      for (Change next = waiting.remove(last + 1); next != null; ) {
        append(next);
        next = waiting.remove(last + 1);
      }
      // a writer that died leaves a gap; what is beyond it is read from the table if it grows long
      while (waiting.size() > ring.length) {
        waiting.pollLastEntry();
      }
      woken = last == until ? List.of() : List.copyOf(readers);
    }
    woken.forEach(Runnable::run);
  }

  private void append(Change change) {
    last = change.sequence();
    ring[(int) (last % ring.length)] = new Rendered(change, text);
    before = Math.max(before, last - ring.length);
  }

  /// Up to `limit` changes after a number.
  synchronized Read after(long sequence, int limit) {
    if (sequence < before) {
      return new Read.TooFarBehind();
    }
    var next = new ArrayList<Rendered>();
    for (long n = sequence + 1; n <= last && next.size() < limit; n++) {
      next.add(ring[(int) (n % ring.length)]);
    }
    return new Read.Next(next);
  }

  /// Has `wake` called whenever there is something new; it must neither wait nor fail.
  synchronized void follow(Runnable wake) {
    readers.add(wake);
  }

  /// True if nobody follows any more.
  synchronized boolean leave(Runnable wake) {
    readers.remove(wake);
    return readers.isEmpty();
  }

  /// A change and its JSON, which is made once for all sockets whose reader may see it, by the
  /// first that sends it.
  static final class Rendered {
    private final Change change;
    private final ChangeText text;
    private volatile String json = "";

    Rendered(Change change, ChangeText text) {
      this.change = change;
      this.text = text;
    }

    long sequence() {
      return change.sequence();
    }

    /// For one who sees this much.
    String json(Sight sight) {
      if (!isSeen(change, sight)) {
        return text.of(new Change.Withheld(change.sequence(), change.at()));
      }
      if (json.isEmpty()) {
        json = text.of(change);
      }
      return json;
    }

    /// Whose data some changes tell to one who sees this much.
    static Set<PatientId> patients(List<Rendered> changes, Sight sight) {
      return changes.stream()
          .map(each -> each.change)
          .filter(change -> isSeen(change, sight))
          .flatMap(change ->
              switch (change) {
                case Change.AppointmentBooked(_, _, _, var visit) -> Stream.of(visit.patientId());
                case Change.AppointmentChanged(_, _, _, var visit) -> Stream.of(visit.patientId());
                case Change.AvailabilityCreated _,
                    Change.AvailabilityRemoved _,
                    Change.Withheld _ ->
                    Stream.<PatientId>empty();
              })
          .collect(Collectors.toSet());
    }

    private static boolean isSeen(Change change, Sight sight) {
      return switch (change) {
        case Change.AvailabilityCreated(_, _, _, var availability) -> sight.sees(availability);
        case Change.AvailabilityRemoved(_, _, _, var availability) -> sight.sees(availability);
        case Change.AppointmentBooked(_, _, _, var visit) -> sight.sees(visit);
        case Change.AppointmentChanged(_, _, _, var visit) -> sight.sees(visit);
        case Change.Withheld _ -> true;
      };
    }
  }

  /// Writes a change as JSON, in the hospital's offset.
  @FunctionalInterface
  interface ChangeText {
    String of(Change change);
  }
}
