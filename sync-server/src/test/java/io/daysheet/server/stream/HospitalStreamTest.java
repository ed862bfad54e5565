package io.daysheet.server.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.patient.PatientId;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.server.stream.HospitalStream.Read;
import io.daysheet.wire.Change;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HospitalStreamTest {

  private final List<List<Long>> recorded = new CopyOnWriteArrayList<>();
  private final AtomicInteger tries = new AtomicInteger();
  private volatile Semaphore disk = new Semaphore(100);
  private volatile boolean broken;

  private final HospitalStream stream =
      new HospitalStream(change -> "#" + change.sequence(), _ -> Set.of(), this::record, 4, 10);

  @Test
  void whatCommittedLaterButSpeaksEarlierWaitsForTheOneBefore() {
    stream.offer(change(12));
    assertThat(numbersAfter(10)).isEmpty();

    stream.offer(change(11));
    assertThat(numbersAfter(10)).containsExactly(11L, 12L);
  }

  @Test
  void whatIsToldTwiceOrIsOldIsPassedOver() {
    stream.offer(change(11));
    stream.offer(change(11));
    stream.offer(change(10));

    assertThat(numbersAfter(10)).containsExactly(11L);
    assertThat(stream.last()).isEqualTo(11);
  }

  @Test
  void onlyTheNewestAreKeptAndAReaderWhoIsBehindThemIsTold() {
    for (int n = 11; n <= 20; n++) {
      stream.offer(change(n));
    }
    assertThat(numbersAfter(16)).containsExactly(17L, 18L, 19L, 20L);
    assertThat(stream.after(15, 10)).isInstanceOf(Read.TooFarBehind.class);
  }

  @Test
  void aGapThatNeverFillsDoesNotGrowWithoutBound() {
    for (int n = 12; n <= 100; n++) {
      stream.offer(change(n));
    }
    stream.offer(change(11));
    assertThat(stream.last()).isEqualTo(15);
  }

  @Test
  void aReaderIsWokenOnlyWhenThereIsSomethingToRead() {
    var woken = new AtomicInteger();
    Follower wake = woken::incrementAndGet;
    stream.follow(wake);

    stream.offer(change(12));
    assertThat(woken).hasValue(0);
    stream.offer(change(11));
    assertThat(woken).hasValue(1);
    assertThat(stream.leave(wake)).isTrue();
  }

  /// The audit is slow: what comes meanwhile is recorded together, and nothing is read before.
  @Test
  void whatIsAboutSomebodyIsReadWhenItIsRecordedWhoIsTold() {
    var woken = new AtomicInteger();
    stream.follow(woken::incrementAndGet);
    disk = new Semaphore(0);

    stream.offer(booking(11));
    await().until(disk::hasQueuedThreads);
    stream.offer(booking(12));
    stream.offer(change(13));
    assertThat(numbersAfter(10)).isEmpty();
    assertThat(stream.kept(10)).hasSize(3);
    assertThat(woken).hasValue(0);

    disk.release(2);
    await().until(() -> numbersAfter(10).equals(List.of(11L, 12L, 13L)));
    assertThat(recorded).containsExactly(List.of(11L), List.of(12L, 13L));
    await().untilAtomic(woken, equalTo(2));
  }

  @Test
  void whatCantBeRecordedIsReadByNobodyAndTriedAgain() {
    var woken = new AtomicInteger();
    stream.follow(woken::incrementAndGet);
    broken = true;

    stream.offer(booking(11));
    await().until(() -> tries.get() == 1);
    broken = false;
    await()
        .until(() -> {
          stream.recordNews();
          return !numbersAfter(10).isEmpty();
        });
    await().untilAtomic(woken, equalTo(1));
    assertThat(recorded).containsExactly(List.of(11L));
  }

  @Test
  void whatIsAboutNobodyAndWhatNobodyHearsNeedsNoRecord() {
    stream.offer(booking(11));
    assertThat(numbersAfter(10)).containsExactly(11L);

    stream.follow(() -> {});
    stream.offer(change(12));
    assertThat(numbersAfter(11)).containsExactly(12L);
    assertThat(recorded).isEmpty();
  }

  private void record(List<Rendered> news, List<Follower> told) {
    tries.incrementAndGet();
    if (broken) {
      throw new IllegalStateException();
    }
    assertThat(told).hasSize(1);
    disk.acquireUninterruptibly();
    recorded.add(news.stream().map(Rendered::sequence).toList());
  }

  private List<Long> numbersAfter(long sequence) {
    return stream.after(sequence, 10) instanceof Read.Next(List<Rendered> changes)
        ? changes.stream().map(Rendered::sequence).toList()
        : List.of();
  }

  private static Change change(long sequence) {
    return new Change.AvailabilityCreated(
        sequence,
        Instant.EPOCH,
        null,
        new Availability(
            new AvailabilityId(new UUID(0, 1)),
            new HospitalId(new UUID(0, 2)),
            new DoctorId(new UUID(0, 3)),
            Instant.EPOCH,
            Instant.EPOCH.plusSeconds(3600),
            null,
            1));
  }

  private static Change booking(long sequence) {
    return Bookings.booked(sequence, new PatientId(new UUID(0, 5)));
  }
}
