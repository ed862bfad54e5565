package io.daysheet.desktop.users;

import io.daysheet.desktop.board.Timers;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.UserServer;
import io.daysheet.hospital.Doctor;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.AccountId;
import io.daysheet.wire.User;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The administrator's accounts: a list, and the one that is open beside it.
public final class UsersViewModel implements AutoCloseable {

  private final Messages messages = Messages.beside(UsersViewModel.class);
  private final UserServer server;
  private final AccountId own;
  private final SignsIn signsIn;
  private final UserListViewModel list;
  private final ObservableList<Hospital> hospitals = FXCollections.observableArrayList();
  private final ObservableList<Doctor> doctors = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Open> open = new ReadOnlyObjectWrapper<>();

  /// The account beside the list.
  ///
  /// @param recovery null for one that is not written yet
  record Open(UserFormViewModel form, @Nullable RecoveryViewModel recovery) {}

  /// @param own who is signed in
  public UsersViewModel(UserServer server, Timers timers, AccountId own, SignsIn signsIn) {
    this.server = server;
    this.own = own;
    this.signsIn = signsIn;
    this.list = new UserListViewModel(server, timers);
  }

  /// Asks for everything there is to show.
  public void start() {
    list.load();
    server.hospitals(outcome -> {
      if (outcome instanceof Outcome.Done<List<Hospital>>(List<Hospital> all)) {
        hospitals.setAll(all);
      }
    });
    server.doctors(outcome -> {
      if (outcome instanceof Outcome.Done<List<Doctor>>(List<Doctor> all)) {
        doctors.setAll(all);
      }
    });
  }

  UserListViewModel list() {
    return list;
  }

  ObservableList<Hospital> hospitals() {
    return hospitals;
  }

  ObservableList<Doctor> doctors() {
    return doctors;
  }

  SignsIn signsIn() {
    return signsIn;
  }

  ReadOnlyObjectProperty<@Nullable Open> openProperty() {
    return open.getReadOnlyProperty();
  }

  /// Whether something is typed that is not written.
  public boolean isUnfinished() {
    Open now = open.get();
    return now != null && now.form().draft().isChanged();
  }

  /// Opens an account beside the list; what is typed there and not saved is not thrown away for it.
  ///
  /// @return false if it stays as it is
  boolean open(User user) {
    if (isKept()) {
      return false;
    }
    leave();
    show(UserDraft.of(user), recovery(user));
    return true;
  }

  /// Begins a new account.
  void create() {
    if (!isKept()) {
      leave();
      show(UserDraft.empty(), null);
    }
  }

  private boolean isKept() {
    Open now = open.get();
    if (now == null || !isUnfinished()) {
      return false;
    }
    now.form().remind();
    return true;
  }

  private void show(UserDraft draft, @Nullable RecoveryViewModel recovery) {
    open.set(new Open(new UserFormViewModel(server, draft, this::written), recovery));
  }

  /// Closes it; what is typed there is gone.
  void leave() {
    Open now = open.get();
    if (now != null) {
      now.form().close();
      if (now.recovery() != null) {
        now.recovery().close();
      }
      open.set(null);
    }
  }

  private void written(User user) {
    list.put(user);
    Open now = open.get();
    if (now == null) {
      return;
    }
    RecoveryViewModel recovery = now.recovery();
    if (recovery == null) {
      open.set(new Open(now.form(), recovery(user)));
    } else {
      recovery.refresh(user);
    }
  }

  private RecoveryViewModel recovery(User user) {
    return new RecoveryViewModel(server, user, own, signsIn, this::changedBySomethingElse);
  }

  private void changedBySomethingElse(User user) {
    list.put(user);
    Open now = open.get();
    if (now != null && !isUnfinished()) {
      now.form().refresh(user);
    }
  }

  /// Where somebody works, as short as it can be said.
  String hospitals(User user) {
    if (user.everyHospital()) {
      return messages.get("hospitals.every");
    }
    List<String> names = hospitalNames(user);
    return switch (names.size()) {
      case 0 -> "–";
      case 1 -> names.getFirst();
      default ->
          messages.get("hospitals.more", names.getFirst(), Integer.toString(names.size() - 1));
    };
  }

  /// Where somebody works, by the hospitals' names; none if it is said otherwise.
  List<String> hospitalNames(User user) {
    return user.everyHospital() || !UserDraft.of(user).worksAtHospitals()
        ? List.of()
        : user.hospitals().stream().map(this::name).toList();
  }

  private String name(HospitalId id) {
    return hospitals.stream()
        .filter(hospital -> hospital.id().equals(id))
        .map(Hospital::name)
        .findFirst()
        .orElse("…");
  }

  @Override
  public void close() {
    leave();
    list.close();
  }
}
