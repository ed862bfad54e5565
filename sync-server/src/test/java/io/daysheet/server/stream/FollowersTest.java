package io.daysheet.server.stream;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.daysheet.hospital.HospitalId;
import io.daysheet.server.access.Caller;
import io.daysheet.server.access.Sights;
import io.daysheet.server.audit.Audit;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.RequestRefused;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FollowersTest {

  private final Caller caller =
      new Caller(Sights.everything().account(), Set.of(), "desk", "here", null);
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

  private static Audit unavailable() {
    Audit audit = mock();
    doThrow(RequestRefused.of(ProblemKind.UNAVAILABLE)).when(audit).write(any(), any());
    return audit;
  }
}
