package io.daysheet.desktop.form;

import io.daysheet.desktop.board.Board;
import io.daysheet.desktop.board.BoardDay;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.Room;
import io.daysheet.hospital.RoomId;
import java.util.Optional;
import java.util.UUID;

/// The names of what a violation only names by its id, as far as this board knows them.
public final class BoardNames {

  private final Board board;

  public BoardNames(Board board) {
    this.board = board;
  }

  /// "Dr. Lindqvist"; the whole name if it is not made that way.
  public Optional<String> shortName(DoctorId doctor) {
    return doctor(doctor).map(Doctor::name).map(BoardNames::shortened);
  }

  public Optional<Doctor> doctor(DoctorId id) {
    return board.day().map(BoardDay::doctors).stream()
        .flatMap(doctors -> doctors.stream())
        .filter(d -> d.id().equals(id))
        .findFirst();
  }

  public Optional<String> room(RoomId id) {
    return board.day().map(BoardDay::rooms).stream()
        .flatMap(rooms -> rooms.stream())
        .filter(room -> room.id().equals(id))
        .map(Room::name)
        .findFirst();
  }

  /// "Kowalska, Zofia", the patient of a visit on this board.
  public Optional<String> patientOf(UUID appointment) {
    return board.appointments().stream()
        .filter(a -> a.id().value().equals(appointment))
        .map(a -> a.appointment().patient().sortName())
        .findFirst();
  }

  static String shortened(String name) {
    String[] words = name.split(" ", -1);
    return words.length > 2 && words[0].endsWith(".")
        ? words[0] + " " + words[words.length - 1]
        : name;
  }
}
