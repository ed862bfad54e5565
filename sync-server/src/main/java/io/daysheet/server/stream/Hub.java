package io.daysheet.server.stream;

import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.patient.Patients;
import io.daysheet.wire.Change;
import io.daysheet.wire.InZone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The streams of the hospitals that somebody follows on this node.
///
/// A stream is opened by its first follower and forgotten after its last. It begins with the number
/// that the database has after it was made known here: what is committed later is told to it, and
/// what was committed before is in that number.
@Component
class Hub implements CommittedChanges {

  private final Map<HospitalId, HospitalStream> streams = new ConcurrentHashMap<>();
  private final ChangeTable table;
  private final Hospitals hospitals;
  private final Followers followers;
  private final Doctors doctors;
  private final Patients patients;
  private final JsonMapper json;
  private final StreamSettings settings;

  Hub(
      ChangeTable table,
      Hospitals hospitals,
      Followers followers,
      Doctors doctors,
      Patients patients,
      JsonMapper json,
      StreamSettings settings) {
    this.table = table;
    this.hospitals = hospitals;
    this.followers = followers;
    this.doctors = doctors;
    this.patients = patients;
    this.json = json;
    this.settings = settings;
  }

  @Override
  public void publish(HospitalId hospital, Change change) {
    HospitalStream stream = streams.get(hospital);
    if (stream != null) {
      offer(stream, change);
    }
  }

  /// Whoever hears of it loads the day anew, and must not get what this node remembers.
  private void offer(HospitalStream stream, Change change) {
    forget(change);
    stream.offer(change);
  }

  private void forget(Change change) {
    if (change instanceof Change.HospitalChanged) {
      hospitals.refresh();
    } else if (change instanceof Change.DoctorChanged) {
      doctors.refresh();
    }
  }

  /// What it means to follow from a number.
  sealed interface Following {
    /// The changes that were missed, oldest first, and the stream to go on with from the last.
    record From(HospitalStream stream, List<Rendered> missed) implements Following {}

    /// The number is of another history, or what came after it is not known any more.
    record NeedsReset() implements Following {}
  }

  /// Follows a hospital from a number of an epoch, until [#leave]; a follower does not have to
  /// leave what needs a reset or could not be read.
  Following follow(Hospital hospital, long after, String epoch, Follower follower) {
    HospitalStream stream = open(hospital, follower);
    Following following = new Following.NeedsReset();
    try {
      following = from(hospital, stream, after, epoch);
      return following;
    } finally {
      if (following instanceof Following.NeedsReset) {
        leave(hospital.id(), follower);
      }
    }
  }

  private Following from(Hospital hospital, HospitalStream stream, long after, String epoch) {
    var position = table.position(hospital.id());
    if (!position.epoch().equals(epoch) || after > position.sequence() || after < 0) {
      return new Following.NeedsReset();
    }
    // the node may not have heard yet of what the desk has already seen
    catchUp(hospital.id(), stream);
    if (stream.after(after, 1) instanceof HospitalStream.Read.Next) {
      return new Following.From(stream, List.of());
    }
    if (position.sequence() - after > settings.replayed()) {
      return new Following.NeedsReset();
    }
    List<Change> replay = table.after(hospital.id(), after, settings.replayed());
    if (replay.isEmpty() || replay.getFirst().sequence() != after + 1) {
      return new Following.NeedsReset();
    }
    replay.forEach(this::forget);
    return new Following.From(
        stream,
        replay.stream()
            .map(c -> new Rendered(c, inZoneOf(hospital), patients::doctorsOf))
            .toList());
  }

  /// What is committed while a stream is being opened is not told to it yet: [#follow] reads it
  /// from the table right after.
  private HospitalStream open(Hospital hospital, Follower follower) {
    return streams.compute(
        hospital.id(),
        (_, known) -> {
          HospitalStream stream = known == null ? begin(hospital) : known;
          stream.follow(follower);
          return stream;
        });
  }

  void leave(HospitalId hospital, Follower follower) {
    streams.computeIfPresent(hospital, (_, stream) -> stream.leave(follower) ? null : stream);
  }

  /// The hospitals that somebody follows.
  Set<HospitalId> followed() {
    return Set.copyOf(streams.keySet());
  }

  /// Reads what this node was not told of: by other nodes, or by a writer that died after its
  /// commit. What could not be recorded, and so not told, gets another try.
  void poll() {
    var known = new HashMap<HospitalId, Long>();
    streams.forEach((hospital, stream) -> known.put(hospital, stream.last()));
    if (!known.isEmpty()) {
      table
          .after(known, settings.kept())
          .forEach((hospital, changes) -> changes.forEach(change -> publish(hospital, change)));
    }
    streams.values().forEach(HospitalStream::recordNews);
  }

  private void catchUp(HospitalId hospital, HospitalStream stream) {
    table.after(hospital, stream.last(), settings.kept()).forEach(change -> offer(stream, change));
  }

  private HospitalStream begin(Hospital hospital) {
    return new HospitalStream(
        inZoneOf(hospital),
        patients::doctorsOf,
        (news, told) -> followers.areTold(hospital.id(), news, told),
        settings.kept(),
        table.position(hospital.id()).sequence());
  }

  private Rendered.ChangeText inZoneOf(Hospital hospital) {
    // the zone may be corrected while somebody follows
    return change ->
        json.writeValueAsString(
            new InZone<>(hospitals.find(hospital.id()).orElse(hospital).timeZone(), change));
  }

  Optional<Hospital> hospital(HospitalId id) {
    return hospitals.find(id);
  }
}
