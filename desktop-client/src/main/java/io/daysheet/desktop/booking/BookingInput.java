package io.daysheet.desktop.booking;

import io.daysheet.hospital.AppointmentType;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.RoomId;
import io.daysheet.rule.TextRules;
import io.daysheet.rule.Violation;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is typed into a booking form, besides the patient.
final class BookingInput {

  final ObjectProperty<AppointmentType> type;
  final StringProperty reason = new SimpleStringProperty("");
  final StringProperty notes = new SimpleStringProperty("");
  final RoomPick room;

  /// With the type that is booked most.
  BookingInput(Hospital hospital, RoomPick room) {
    this.room = room;
    this.type =
        new SimpleObjectProperty<>(
            hospital
                .policy()
                .type("FOLLOW_UP")
                .orElse(hospital.policy().appointmentTypes().getFirst()));
  }

  AppointmentType type() {
    return type.get();
  }

  /// Null: any free one, or none is needed.
  @Nullable RoomId room() {
    return room.of(type());
  }

  /// @param retyped told first when it is another type
  void whenTyped(Runnable retyped, Runnable edited) {
    type.addListener((_, _, _) -> {
      retyped.run();
      edited.run();
    });
    reason.addListener((_, _, _) -> edited.run());
    notes.addListener((_, _, _) -> edited.run());
    room.chosenProperty().addListener((_, _, _) -> edited.run());
  }

  Stream<Violation> tooLong() {
    return Stream.concat(
        TextRules.check("reason", reason.get(), TextRules.REASON),
        TextRules.check("notes", notes.get(), TextRules.NOTES));
  }
}
