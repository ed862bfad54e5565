package io.daysheet.desktop.hospitals;

import io.daysheet.desktop.remote.CommandKey;
import io.daysheet.desktop.remote.DirectoryServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Outcome.Cause;
import io.daysheet.desktop.remote.Request;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.Room;
import io.daysheet.rule.Violation;
import io.daysheet.wire.AttentionCount;
import io.daysheet.wire.KeepDoctor;
import io.daysheet.wire.KeepHospital;
import io.daysheet.wire.KeepRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A server of hospitals and doctors that answers writes when the test says so.
public final class QuietDirectory implements DirectoryServer {

  public final List<KeepHospital> hospitalsKept = new ArrayList<>();
  public final List<KeepDoctor> doctorsKept = new ArrayList<>();
  public final List<CommandKey> keys = new ArrayList<>();
  public List<Hospital> hospitals = List.of();
  public List<Doctor> doctors = List.of();
  public List<Room> rooms = List.of();
  public final List<KeepRoom> roomsKept = new ArrayList<>();
  public final List<Room> roomsRemoved = new ArrayList<>();
  public boolean answers = true;
  public final List<String> attentionAsked = new ArrayList<>();
  private Consumer<Outcome<Hospital>> hospital = _ -> {};
  private Consumer<Outcome<Room>> room = _ -> {};
  private Consumer<Outcome<Doctor>> doctor = _ -> {};
  private Consumer<Outcome<AttentionCount>> attention = _ -> {};

  @Override
  public Request hospitals(Consumer<Outcome<List<Hospital>>> then) {
    then.accept(answers ? new Outcome.Done<>(hospitals) : new Outcome.Unknown<>(Cause.NO_ANSWER));
    return () -> {};
  }

  @Override
  public Request keep(
      @Nullable Hospital before,
      KeepHospital command,
      CommandKey key,
      Consumer<Outcome<Hospital>> then) {
    hospitalsKept.add(command);
    keys.add(key);
    hospital = then;
    return () -> hospital = _ -> {};
  }

  @Override
  public Request rooms(HospitalId which, Consumer<Outcome<List<Room>>> then) {
    then.accept(answers ? new Outcome.Done<>(rooms) : new Outcome.Unknown<>(Cause.NO_ANSWER));
    return () -> {};
  }

  @Override
  public Request keep(
      @Nullable Room before, KeepRoom command, CommandKey key, Consumer<Outcome<Room>> then) {
    roomsKept.add(command);
    keys.add(key);
    room = then;
    return () -> room = _ -> {};
  }

  @Override
  public Request remove(Room which, CommandKey key, Consumer<Outcome<Room>> then) {
    roomsRemoved.add(which);
    keys.add(key);
    room = then;
    return () -> room = _ -> {};
  }

  @Override
  public Request doctors(Consumer<Outcome<List<Doctor>>> then) {
    then.accept(answers ? new Outcome.Done<>(doctors) : new Outcome.Unknown<>(Cause.NO_ANSWER));
    return () -> {};
  }

  @Override
  public Request keep(
      @Nullable Doctor before, KeepDoctor command, CommandKey key, Consumer<Outcome<Doctor>> then) {
    doctorsKept.add(command);
    keys.add(key);
    doctor = then;
    return () -> doctor = _ -> {};
  }

  @Override
  public Request needingAttention(
      HospitalId which, @Nullable DoctorId whose, Consumer<Outcome<AttentionCount>> then) {
    attentionAsked.add(which + " " + whose);
    attention = then;
    return () -> attention = _ -> {};
  }

  public void done(Hospital now) {
    hospital.accept(new Outcome.Done<>(now));
  }

  public void done(Room now) {
    room.accept(new Outcome.Done<>(now));
  }

  public void stale(Room now) {
    room.accept(new Outcome.Stale<>(now));
  }

  public void refuseRoom(String code, Violation... violations) {
    room.accept(new Outcome.Refused<>(409, code, List.of(violations)));
  }

  public void loseTheRoom() {
    room.accept(new Outcome.Unknown<>(Cause.NO_ANSWER));
  }

  public void done(Doctor now) {
    doctor.accept(new Outcome.Done<>(now));
  }

  public void stale(Hospital now) {
    hospital.accept(new Outcome.Stale<>(now));
  }

  public void refuseHospital(String code, Violation... violations) {
    hospital.accept(new Outcome.Refused<>(422, code, List.of(violations)));
  }

  public void refuseDoctor(String code, Violation... violations) {
    doctor.accept(new Outcome.Refused<>(409, code, List.of(violations)));
  }

  public void loseTheHospital() {
    hospital.accept(new Outcome.Unknown<>(Cause.NO_ANSWER));
  }

  public void needing(int visits) {
    attention.accept(new Outcome.Done<>(new AttentionCount(visits)));
  }
}
