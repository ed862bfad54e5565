package io.daysheet.desktop.hospitals;

import io.daysheet.desktop.form.RecordListViewModel;
import io.daysheet.desktop.form.RecordViewModel;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.hospitals.HospitalDraft.Flaw;
import io.daysheet.desktop.remote.DirectoryServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.RecordWrite;
import io.daysheet.desktop.remote.Request;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.schedule.Appointment;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The hospitals, and the one that is open beside the list. Once one is saved it is said how many
/// of its visits no longer fit, if whoever sits here may know.
public final class HospitalsViewModel implements AutoCloseable {

  private final HospitalWords words = new HospitalWords(Messages.beside(HospitalsViewModel.class));
  private final DirectoryServer server;
  private final Visits visits;
  private final RecordListViewModel<Hospital> list;
  private final ReadOnlyObjectWrapper<After> after = new ReadOnlyObjectWrapper<>(new Nothing());
  private @Nullable RecordViewModel<HospitalDraft, Flaw, Hospital> form;
  private final ReadOnlyObjectWrapper<@Nullable RoomsViewModel> rooms =
      new ReadOnlyObjectWrapper<>();
  private @Nullable Request counting;

  /// What was saved leaves visits outside, or not.
  sealed interface After {}

  /// Nothing is known of it.
  record Nothing() implements After {}

  /// So many visits of the hospital need attention now.
  record Needing(HospitalId hospital, int visits) implements After {}

  /// It is not told at this desk: who arranges visits has the list.
  record Elsewhere() implements After {}

  /// The visits, as far as whoever sits here may see them.
  ///
  /// @param areSeen whether they are at all
  /// @param open shows those of a hospital that need attention
  public record Visits(boolean areSeen, Consumer<HospitalId> open) {}

  public HospitalsViewModel(DirectoryServer server, Visits visits) {
    this.server = server;
    this.visits = visits;
    this.list =
        new RecordListViewModel<>(
            server::hospitals, Hospital::id, Comparator.comparing(Hospital::name));
  }

  /// Asks for everything there is to show.
  public void start() {
    list.load();
  }

  RecordListViewModel<Hospital> list() {
    return list;
  }

  /// The hospital that is open; null if none is.
  @Nullable RecordViewModel<HospitalDraft, Flaw, Hospital> form() {
    return form;
  }

  /// The rooms of the one that is open; null while it is not saved yet.
  ReadOnlyObjectProperty<@Nullable RoomsViewModel> roomsProperty() {
    return rooms.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<After> afterProperty() {
    return after.getReadOnlyProperty();
  }

  public boolean isUnfinished() {
    return list.isUnfinished();
  }

  /// Opens one, unless something is typed in another.
  ///
  /// @return false if the other stays open
  boolean open(Hospital hospital) {
    return open(hospital, HospitalDraft.of(hospital));
  }

  void create() {
    boolean _ = open(null, HospitalDraft.empty());
  }

  private boolean open(@Nullable Hospital hospital, HospitalDraft draft) {
    RecordWrite<HospitalDraft, Hospital> write =
        (typed, key, then) -> server.keep(typed.before(), typed.command(), key, then);
    var opened = new RecordViewModel<>(write, words, draft, this::written);
    if (!list.isUnfinished()) {
      forget();
      form = opened;
      showRooms(hospital);
    }
    return list.open(hospital, opened);
  }

  private void showRooms(@Nullable Hospital of) {
    RoomsViewModel before = rooms.get();
    if (before != null) {
      before.close();
    }
    RoomsViewModel now = of == null ? null : new RoomsViewModel(server, of.id());
    rooms.set(now);
    if (now != null) {
      now.load();
    }
  }

  private void written(Hospital now) {
    list.put(now);
    forget();
    if (rooms.get() == null) {
      showRooms(now);
    }
    if (!visits.areSeen()) {
      after.set(new Elsewhere());
      return;
    }
    counting =
        server.needingAttention(
            now.id(),
            outcome -> {
              counting = null;
              if (outcome instanceof Outcome.Done<List<Appointment>>(List<Appointment> needing)) {
                after.set(new Needing(now.id(), needing.size()));
              }
            });
  }

  /// Shows the visits that need attention.
  void openVisits() {
    if (after.get() instanceof Needing(HospitalId hospital, var _)) {
      visits.open().accept(hospital);
    }
  }

  void leave() {
    forget();
    showRooms(null);
    list.leave();
    form = null;
  }

  private void forget() {
    if (counting != null) {
      counting.cancel();
      counting = null;
    }
    after.set(new Nothing());
  }

  @Override
  public void close() {
    forget();
    showRooms(null);
    list.close();
  }
}
