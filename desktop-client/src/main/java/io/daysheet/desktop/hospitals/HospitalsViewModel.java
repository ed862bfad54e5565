package io.daysheet.desktop.hospitals;

import io.daysheet.desktop.form.RecordListViewModel;
import io.daysheet.desktop.form.RecordViewModel;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.hospitals.HospitalDraft.Flaw;
import io.daysheet.desktop.rebooking.AttentionViewModel;
import io.daysheet.desktop.rebooking.AttentionViewModel.Visits;
import io.daysheet.desktop.remote.DirectoryServer;
import io.daysheet.desktop.remote.RecordWrite;
import io.daysheet.hospital.Hospital;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The hospitals, and the one that is open beside the list. Once one is saved it is said how many
/// of its visits no longer fit, if whoever sits here may know.
public final class HospitalsViewModel implements AutoCloseable {

  private final HospitalWords words = new HospitalWords(Messages.beside(HospitalsViewModel.class));
  private final DirectoryServer server;
  private final AttentionViewModel attention;
  private final RecordListViewModel<Hospital> list;
  private @Nullable RecordViewModel<HospitalDraft, Flaw, Hospital> form;
  private final ReadOnlyObjectWrapper<@Nullable RoomsViewModel> rooms =
      new ReadOnlyObjectWrapper<>();

  public HospitalsViewModel(DirectoryServer server, Visits visits) {
    this.server = server;
    this.attention = new AttentionViewModel(server, visits);
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

  /// The visits that no longer fit once one was saved.
  AttentionViewModel attention() {
    return attention;
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
      attention.forget();
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
    if (rooms.get() == null) {
      showRooms(now);
    }
    attention.ask(List.of(now.id()), null);
  }

  void leave() {
    attention.forget();
    showRooms(null);
    list.leave();
    form = null;
  }

  @Override
  public void close() {
    attention.forget();
    showRooms(null);
    list.close();
  }
}
