package io.daysheet.server.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.Availability;
import io.daysheet.schedule.AvailabilityId;
import io.daysheet.server.stream.HospitalStream.Read;
import io.daysheet.server.stream.HospitalStream.Rendered;
import io.daysheet.wire.Change;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HospitalStreamTest {

  private final HospitalStream stream =
      new HospitalStream(change -> "#" + change.sequence(), 4, 10);

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
    Runnable wake = woken::incrementAndGet;
    stream.follow(wake);

    stream.offer(change(12));
    assertThat(woken).hasValue(0);
    stream.offer(change(11));
    assertThat(woken).hasValue(1);
    assertThat(stream.leave(wake)).isTrue();
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
}
