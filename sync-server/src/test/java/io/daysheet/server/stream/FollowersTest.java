package io.daysheet.server.stream;

import static io.daysheet.server.stream.Bookings.booked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import io.daysheet.identity.Role;
import io.daysheet.patient.PatientId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Emergency;
import io.daysheet.server.access.Sights;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.audit.Deed;
import io.daysheet.server.audit.Who;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.RequestRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class FollowersTest {

  private final Caller caller =
      new Caller(Sights.everything().account(), Set.of(), "desk", "here", null);
  private static final PatientId OTHER = new PatientId(new UUID(0, 9));
  private final HospitalId hospital = new HospitalId(new UUID(0, 2));

  /// The socket then closes, and nothing is sent.
  @Test
  void whoComesAndCantBeWrittenIsRefused() {
    Followers followers = new Followers(unavailable());

    assertThatThrownBy(() -> followers.comes(caller, hospital, Set.of()))
        .isInstanceOf(RequestRefused.class);
    assertThatThrownBy(() -> followers.isRefused(caller, hospital))
        .isInstanceOf(RequestRefused.class);
  }

  @Test
  void whoGoesIsGoneAnyhow() {
    Followers followers = new Followers(unavailable());

    assertThatCode(() -> followers.goes(caller, hospital)).doesNotThrowAnyException();
  }

  /// Who is told for a reason of their own stands in an entry of their own.
  @Test
  void whoIsToldInAnEmergencyIsToldWithTheReason() {
    PatientId patient = new PatientId(new UUID(0, 3));
    Caller doctor =
        new Caller(
            new Account(
                new AccountId(new UUID(0, 4)),
                "doctor",
                "Doctor",
                Set.of(Role.DOCTOR),
                Set.of(),
                false,
                new DoctorId(new UUID(0, 5)),
                null,
                true,
                1),
            Set.of(),
            "desk",
            "here",
            null,
            List.of(new Emergency(patient, "carried in unconscious")));
    Audit audit = mock();

    new Followers(audit)
        .areTold(
            hospital,
            List.of(rendered(1, patient), rendered(2, OTHER)),
            List.of(follower(caller), follower(doctor), () -> {}));

    ArgumentCaptor<Who> who = ArgumentCaptor.captor();
    ArgumentCaptor<Deed> deed = ArgumentCaptor.captor();
    verify(audit, times(2)).write(who.capture(), deed.capture());
    Map<@Nullable String, Deed> byReason = new HashMap<>();
    for (int i = 0; i < 2; i++) {
      byReason.put(who.getAllValues().get(i).reason(), deed.getAllValues().get(i));
    }
    assertThat(byReason)
        .containsEntry(
            null, Deed.sent(hospital, Set.of(patient, OTHER), Set.of(caller.account().id())))
        .containsEntry(
            "carried in unconscious",
            Deed.sent(hospital, Set.of(patient), Set.of(doctor.account().id())));
  }

  private static Follower follower(Caller told) {
    return new Follower() {
      @Override
      public void wake() {}

      @Override
      public Optional<Caller> caller() {
        return Optional.of(told);
      }
    };
  }

  private static Audit unavailable() {
    Audit audit = mock();
    doThrow(RequestRefused.of(ProblemKind.UNAVAILABLE)).when(audit).write(any(), any());
    return audit;
  }

  private static Rendered rendered(long sequence, PatientId patient) {
    return new Rendered(booked(sequence, patient), _ -> "", _ -> Set.of());
  }
}
