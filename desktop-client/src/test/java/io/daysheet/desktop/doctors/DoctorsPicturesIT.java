package io.daysheet.desktop.doctors;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.doctors.DoctorDraft.Flaw;
import io.daysheet.desktop.fx.Theme;
import io.daysheet.desktop.fx.ThemePicture;
import io.daysheet.desktop.hospitals.QuietDirectory;
import io.daysheet.desktop.rebooking.AttentionViewModel;
import java.util.List;
import java.util.Objects;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

/// Pictures of the administrator's doctors in each theme.
class DoctorsPicturesIT {

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @EnumSource
  void doctors(Theme theme) throws Exception {
    ThemePicture.take("doctors", theme, 1216, () -> screen(false, false));
    ThemePicture.take("doctors-leaving", theme, 1216, () -> screen(true, false));
    ThemePicture.take("doctors-left", theme, 1216, () -> screen(false, true));
  }

  private static Parent screen(boolean leaving, boolean left) {
    var server = new QuietDirectory();
    server.hospitals = List.of(Clinic.HOSPITAL);
    server.doctors = Clinic.DOCTORS;
    var doctors = new DoctorsViewModel(server, new AttentionViewModel.Visits(true, _ -> {}));
    Parent root = DoctorsScreen.load(doctors).root();
    doctors.start();
    if (leaving) {
      doctors.open(Clinic.HADDAD);
      Objects.requireNonNull(doctors.form())
          .type(d -> d.withNpi("1234567890").withActive(false), List.of(Flaw.values()));
    }
    if (left) {
      doctors.open(Clinic.HADDAD);
      var form = Objects.requireNonNull(doctors.form());
      form.type(d -> d.withActive(false), List.of(Flaw.values()));
      form.save();
      server.done(form.draft().command().doctor(Clinic.HADDAD.id(), true, 2));
      server.needing(2);
    }
    return root;
  }
}
