package io.daysheet.server.stream;

import io.daysheet.server.web.FailureTrace;
import io.daysheet.wire.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One hospital's latest changes in this node, in order and without gaps: the shared queue of all
/// sockets that follow it, each of which keeps its own place in it.
///
/// Writers tell their changes after the commit, so a later number may come first; it waits here for
/// the ones before it. If one of these never comes, the poll brings it. Nobody reads a change
/// before the audit has it that they are told of it. Thread-safe.
final class HospitalStream {

  /// What a reader gets from its place on.
  sealed interface Read {
    /// The next changes, oldest first; empty if there is nothing new.
    record Next(List<Rendered> changes) implements Read {}

    /// The reader's place lies before what is kept.
    record TooFarBehind() implements Read {}
  }

  private static final Logger log = LoggerFactory.getLogger(HospitalStream.class);

  private final Rendered.ChangeText text;
  private final Rendered.TheirDoctors doctors;
  private final Rendered[] ring;
  private final TreeMap<Long, Change> waiting = new TreeMap<>();
  private final Set<Follower> readers = new HashSet<>();
  private final Recorder recorder;

  /// The number of the newest change that is kept, of the newest that may be read, and of the one
  /// before the oldest.
  private long last;

  private long readable;
  private long before;
  private boolean recording;

  /// Begins after a number: what comes next is `last + 1`.
  HospitalStream(
      Rendered.ChangeText text,
      Rendered.TheirDoctors doctors,
      Recorder recorder,
      int kept,
      long last) {
    this.text = text;
    this.doctors = doctors;
    this.recorder = recorder;
    this.ring = new Rendered[kept];
    this.last = last;
    this.readable = last;
    this.before = last;
  }

  synchronized long last() {
    return last;
  }

  /// Takes a change in; one that is known already is passed over.
  void offer(Change change) {
    synchronized (this) {
      if (change.sequence() <= last) {
        return;
      }
      waiting.putIfAbsent(change.sequence(), change);
      for (Change next = waiting.remove(last + 1); next != null; ) {
        append(next);
        next = waiting.remove(last + 1);
      }
      // a writer that died leaves a gap; what is beyond it is read from the table if it grows long
      while (waiting.size() > ring.length) {
        waiting.pollLastEntry();
      }
    }
    recordNews();
  }

  /// Has it recorded who is told what is new, and lets them read it then. What comes meanwhile is
  /// next, all of it together. If it can't be recorded nobody reads it, and this is to be called
  /// again.
  void recordNews() {
    List<Rendered> news;
    List<Follower> told;
    boolean isToRecord;
    synchronized (this) {
      if (recording || readable == last) {
        return;
      }
      news = kept(readable, last, Integer.MAX_VALUE);
      told = List.copyOf(readers);
      isToRecord = !told.isEmpty() && news.stream().anyMatch(Rendered::isAboutSomebody);
      recording = isToRecord;
      if (!isToRecord) {
        readable = last;
      }
    }
    if (isToRecord) {
      Thread.ofVirtual().name("changes-recorded").start(() -> record(news, told));
    } else {
      told.forEach(Follower::wake);
    }
  }

  private void record(List<Rendered> news, List<Follower> told) {
    boolean done = false;
    try {
      recorder.record(news, told);
      done = true;
    } catch (RuntimeException failed) {
      log.warn("Changes wait, since it can't be recorded who is told: {}", FailureTrace.of(failed));
    }
    List<Follower> woken;
    synchronized (this) {
      recording = false;
      readable = done ? Math.max(readable, news.getLast().sequence()) : readable;
      woken = done ? List.copyOf(readers) : List.of();
    }
    woken.forEach(Follower::wake);
    if (done) {
      recordNews();
    }
  }

  private void append(Change change) {
    last = change.sequence();
    ring[(int) (last % ring.length)] = new Rendered(change, text, doctors);
    before = Math.max(before, last - ring.length);
  }

  /// Up to `limit` changes after a number.
  synchronized Read after(long sequence, int limit) {
    return sequence < before
        ? new Read.TooFarBehind()
        : new Read.Next(kept(sequence, readable, limit));
  }

  /// All that is kept after a number, also what may not be read yet.
  synchronized List<Rendered> kept(long sequence) {
    return kept(sequence, last, Integer.MAX_VALUE);
  }

  private List<Rendered> kept(long after, long until, int limit) {
    var next = new ArrayList<Rendered>();
    for (long n = Math.max(after, before) + 1; n <= until && next.size() < limit; n++) {
      next.add(ring[(int) (n % ring.length)]);
    }
    return next;
  }

  /// Wakes them whenever there is something new to read.
  synchronized void follow(Follower follower) {
    readers.add(follower);
  }

  /// True if nobody follows any more.
  synchronized boolean leave(Follower follower) {
    readers.remove(follower);
    return readers.isEmpty();
  }

  /// Records who is told of which changes; fails if it can't.
  @FunctionalInterface
  interface Recorder {
    void record(List<Rendered> news, List<Follower> told);
  }
}
