package io.daysheet.server.access;

import io.daysheet.identity.Account;
import io.daysheet.identity.Reach;
import io.daysheet.identity.Right;
import io.daysheet.identity.Rights;
import io.daysheet.patient.PatientId;
import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.RequestRefused;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who a request comes from, as its token and the accounts say. What is asked of it is answered
/// from memory.
///
/// @param scopes what the token names; only an integration needs them
/// @param client the program through which they came: the desk, or a client of its own
/// @param address the network address of the other end
/// @param desk as the desk calls itself, if it does
/// @param emergencies whom they see besides their own patients, when they were last looked up
public record Caller(
    Account account,
    Set<String> scopes,
    String client,
    String address,
    @Nullable String desk,
    List<Emergency> emergencies) {

  public Caller {
    scopes = Set.copyOf(scopes);
    emergencies = List.copyOf(emergencies);
  }

  public Caller(
      Account account, Set<String> scopes, String client, String address, @Nullable String desk) {
    this(account, scopes, client, address, desk, List.of());
  }

  /// The same with the emergencies of now, if they may have any.
  public Caller with(Emergencies now) {
    return new Caller(
        account,
        scopes,
        client,
        address,
        desk,
        may(Right.EMERGENCY_ACCESS) ? now.of(account.id()) : List.of());
  }

  public Reach reach(Right right) {
    return account.roles().stream()
        .map(role -> Rights.of(role, right, scopes))
        .reduce(Reach.NOTHING, Reach::or);
  }

  public boolean may(Right right) {
    return reach(right) != Reach.NOTHING;
  }

  /// How far a right reaches, as answers and commands ask for it.
  ///
  /// @throws RequestRefused as forbidden, if they don't have it at all
  public Sight sight(Right right) {
    Reach reach = reach(right);
    if (reach == Reach.NOTHING) {
      throw RequestRefused.of(ProblemKind.FORBIDDEN);
    }
    return sight(reach, right);
  }

  /// How far a right reaches that they need not have: nothing is to be seen without it.
  public Sight sightIfAny(Right right) {
    return sight(reach(right), right);
  }

  private Sight sight(Reach reach, Right right) {
    return new Sight(
        reach, account, right.reachesFurtherInEmergency() ? patientsInEmergency() : Set.of());
  }

  /// Whom they see besides their own patients.
  public Set<PatientId> patientsInEmergency() {
    return emergencies.stream().map(Emergency::patient).collect(Collectors.toUnmodifiableSet());
  }
}
