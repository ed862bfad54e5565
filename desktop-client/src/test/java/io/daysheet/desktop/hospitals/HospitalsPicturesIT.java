package io.daysheet.desktop.hospitals;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.desktop.fx.ThemePicture;
import io.daysheet.desktop.hospitals.HospitalDraft.Flaw;
import io.daysheet.desktop.hospitals.HospitalDraft.TypedClosure;
import io.daysheet.desktop.rebooking.AttentionViewModel;
import io.daysheet.hospital.BookingPolicy;
import io.daysheet.hospital.Closure;
import io.daysheet.hospital.GeoLocation;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.hospital.Room;
import io.daysheet.hospital.RoomId;
import io.daysheet.time.OperatingHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

/// Pictures of the administrator's hospitals in each theme.
class HospitalsPicturesIT {

  private static final Hospital LAKESIDE =
      new Hospital(
          new HospitalId(new UUID(1, 2)),
          "Lakeside Medical Centre",
          ZoneId.of("America/Toronto"),
          new GeoLocation(43.6532, -79.3832),
          OperatingHours.on(
              List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY), "08:30", "17:00"),
          List.of(
              new Closure(LocalDate.of(2026, 12, 24), "Christmas Eve"),
              new Closure(LocalDate.of(2026, 12, 25), "Christmas")),
          BookingPolicy.hourly(),
          false,
          4);

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @EnumSource
  void hospitals(Theme theme) throws Exception {
    take("hospitals", theme, 800, (_, _) -> {});
    take(
        "hospitals-open",
        theme,
        1560,
        (hospitals, server) -> {
          hospitals.open(LAKESIDE);
          type(hospitals, d -> d.withHours(DayOfWeek.FRIDAY, "9-12, 13-17"));
          Objects.requireNonNull(hospitals.form()).save();
          server.done(LAKESIDE);
          server.needing(0);
          var rooms = Objects.requireNonNull(hospitals.roomsProperty().get());
          rooms.serve(server.rooms.getLast(), false);
          server.done(room(2, "Treatment room", false, 2));
        });
    take(
        "hospitals-wrong",
        theme,
        1500,
        (hospitals, _) -> {
          hospitals.create();
          type(hospitals, d -> d.withName("Poradnia").withZone("europe/w"));
          type(hospitals, d -> d.withHours(DayOfWeek.MONDAY, "22-6"));
          type(hospitals, d -> d.withHours(DayOfWeek.TUESDAY, "24 h"));
          type(hospitals, d -> d.withClosures(List.of(new TypedClosure("24.12.", "Eve"))));
        });
  }

  private static Room room(int number, String name, boolean active, int version) {
    return new Room(new RoomId(new UUID(8, number)), LAKESIDE.id(), name, active, version);
  }

  private static void type(HospitalsViewModel hospitals, UnaryOperator<HospitalDraft> change) {
    Objects.requireNonNull(hospitals.form()).type(change, List.of(Flaw.values()));
  }

  @FunctionalInterface
  private interface Story {
    void play(HospitalsViewModel hospitals, QuietDirectory server);
  }

  private static void take(String name, Theme theme, double height, Story story) throws Exception {
    ThemePicture.take(name, theme, 1216, height, () -> screen(story));
  }

  private static Parent screen(Story story) {
    var server = new QuietDirectory();
    server.hospitals = List.of(Clinic.HOSPITAL, LAKESIDE);
    server.rooms = List.of(room(1, "Room 1", true, 1), room(2, "Treatment room", true, 1));
    var hospitals = new HospitalsViewModel(server, new AttentionViewModel.Visits(true, _ -> {}));
    Parent root = HospitalsScreen.load(hospitals).root();
    hospitals.start();
    story.play(hospitals, server);
    return root;
  }
}
