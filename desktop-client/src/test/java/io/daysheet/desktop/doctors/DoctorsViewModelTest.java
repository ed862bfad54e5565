package io.daysheet.desktop.doctors;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.board.Clinic;
import io.daysheet.desktop.doctors.DoctorDraft.Flaw;
import io.daysheet.desktop.form.RecordViewModel;
import io.daysheet.desktop.hospitals.QuietDirectory;
import io.daysheet.desktop.rebooking.AttentionViewModel;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.HospitalId;
import io.daysheet.rule.Violation.NpiTaken;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorsViewModelTest {

  private static final Doctor HADDAD = Clinic.HADDAD;

  private final QuietDirectory server = new QuietDirectory();
  private final List<HospitalId> shown = new ArrayList<>();
  private final DoctorsViewModel doctors =
      new DoctorsViewModel(server, new AttentionViewModel.Visits(true, shown::add));

  @BeforeEach
  void start() {
    server.doctors = Clinic.DOCTORS;
    server.hospitals = List.of(Clinic.HOSPITAL);
    doctors.start();
  }

  private RecordViewModel<DoctorDraft, Flaw, Doctor> form() {
    return Objects.requireNonNull(doctors.form());
  }

  private void type(UnaryOperator<DoctorDraft> change) {
    form().type(change, List.of(Flaw.values()));
  }

  @Test
  void doctorsAreFoundByNameAndSpecialty() {
    doctors.queryProperty().set("MEDICINE kwame");
    assertThat(doctors.found()).containsExactly(Clinic.MENSAH);
    doctors.queryProperty().set("");

    assertThat(doctors.found()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1234567893,
          1234567890, NPI
          123456789, NPI_LENGTH
          12345678931, NPI_LENGTH
          123456789x, NPI_LENGTH
          3234567899, NPI
          """)
  void theCheckDigitIsLookedAtAtOnce(String npi, Flaw flaw) {
    doctors.create();
    type(d -> d.withName("Dr. Roth").withNpi(npi));

    assertThat(form().draft().flaws()).isEqualTo(flaw == null ? Set.of() : Set.of(flaw));
  }

  @Test
  void languagesAreTypedByNameOrLetters() {
    doctors.create();
    type(d -> d.withName("Dr. Roth").withLanguages("English, pl; german, PL"));
    form().save();
    assertThat(server.doctorsKept.getFirst().languages()).containsExactly("en", "pl", "de");
    type(d -> d.withLanguages("Klingonish"));

    assertThat(form().draft().flaws()).containsExactly(Flaw.LANGUAGES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ro", "he", "id", "yi", "nb", "zh", "en", "pt"})
  void aLanguageComesBackFromItsName(String code) {
    assertThat(Words.languages(Words.languages(List.of(code)))).containsExactly(code);
  }

  @Test
  void aDoctorGoesThroughTheFormUnchanged() {
    doctors.open(HADDAD);
    type(d -> d.withName(d.name() + " "));
    Doctor after = form().draft().command().doctor(HADDAD.id(), true, HADDAD.version());

    assertThat(after).isEqualTo(HADDAD);
    assertThat(form().draft().flaws()).isEmpty();
  }

  @Test
  void aDoctorWhoLeavesIsPutOutOfServiceAndGivenToNoHospital() {
    doctors.open(HADDAD);
    type(d -> d.withActive(false).with(Clinic.ID, false));
    form().save();
    assertThat(server.doctorsKept.getFirst().active()).isFalse();
    assertThat(server.doctorsKept.getFirst().hospitals()).isEmpty();
    Doctor gone = form().draft().command().doctor(HADDAD.id(), true, 2);
    server.done(gone);

    assertThat(doctors.found()).contains(gone).hasSize(3);
    assertThat(doctors.isUnfinished()).isFalse();
  }

  @Test
  void theVisitsOfADoctorWhoLeavesAreCountedAndTheirListIsOneActionAway() {
    doctors.open(HADDAD);
    type(d -> d.withActive(false));
    form().save();
    server.done(form().draft().command().doctor(HADDAD.id(), true, 2));
    assertThat(server.attentionAsked).containsExactly(Clinic.ID + " " + HADDAD.id());
    server.needing(1);

    assertThat(doctors.attention().afterProperty().get())
        .isEqualTo(new AttentionViewModel.Needing(1, Clinic.ID, true));
    doctors.attention().open();
    assertThat(shown).containsExactly(Clinic.ID);
  }

  @Test
  void aDoctorWhoStaysIsAskedNothingOf() {
    doctors.open(HADDAD);
    type(d -> d.withNpi("1234567893"));
    form().save();
    server.done(form().draft().command().doctor(HADDAD.id(), true, 2));

    assertThat(server.attentionAsked).isEmpty();
    assertThat(doctors.attention().afterProperty().get())
        .isInstanceOf(AttentionViewModel.Nothing.class);
  }

  @Test
  void aNumberThatIsTakenIsSaidBesideIt() {
    doctors.open(HADDAD);
    type(d -> d.withNpi("1234567893"));
    form().save();
    server.refuseDoctor("npi-taken", new NpiTaken(Clinic.MENSAH.id()));

    assertThat(form().shownProperty().get().wrong()).containsOnlyKeys(Flaw.NPI);
  }
}
