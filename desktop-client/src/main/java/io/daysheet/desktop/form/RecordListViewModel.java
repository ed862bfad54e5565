package io.daysheet.desktop.form;

import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.RecordList;
import io.daysheet.desktop.remote.Request;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// All records of a kind, and the one that is open beside the list. What is typed there and not
/// saved is thrown away for no other: only leaving it does that.
///
/// @param <T> as the server has them
public final class RecordListViewModel<T> implements AutoCloseable {

  private final RecordList<T> server;
  private final Function<T, Object> id;
  private final Comparator<T> order;
  private final ObservableList<T> records = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private final ReadOnlyObjectWrapper<@Nullable Open<T>> open = new ReadOnlyObjectWrapper<>();
  private @Nullable Request asking;

  /// Where the list is.
  public enum State {
    LOADING,
    WHOLE,
    /// The server did not answer.
    FAILED
  }

  /// The record beside the list.
  ///
  /// @param record as it was opened; null for a new one
  public record Open<T>(@Nullable T record, RecordViewModel<?, ?, T> form) {}

  /// @param order as they are listed
  public RecordListViewModel(RecordList<T> server, Function<T, Object> id, Comparator<T> order) {
    this.server = server;
    this.id = id;
    this.order = order;
  }

  public void load() {
    if (asking != null) {
      asking.cancel();
    }
    state.set(State.LOADING);
    asking = server.ask(this::answered);
  }

  private void answered(Outcome<List<T>> outcome) {
    asking = null;
    if (outcome instanceof Outcome.Done<List<T>>(List<T> all)) {
      records.setAll(all.stream().sorted(order).toList());
      state.set(State.WHOLE);
    } else {
      state.set(State.FAILED);
    }
  }

  public ObservableList<T> records() {
    return records;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Open<T>> openProperty() {
    return open.getReadOnlyProperty();
  }

  public boolean isOpen() {
    return open.get() != null;
  }

  public boolean isOpen(T record) {
    Open<T> now = open.get();
    return now != null && now.record() != null && id.apply(now.record()).equals(id.apply(record));
  }

  /// Whether something is typed that is not written.
  public boolean isUnfinished() {
    Open<T> now = open.get();
    return now != null && now.form().draft().isChanged();
  }

  /// Opens a record, unless something is typed in another.
  ///
  /// @param record null for a new one
  /// @return false if the other stays open
  public boolean open(@Nullable T record, RecordViewModel<?, ?, T> form) {
    Open<T> now = open.get();
    if (now != null && isUnfinished()) {
      now.form().remind();
      form.close();
      return false;
    }
    leave();
    open.set(new Open<>(record, form));
    return true;
  }

  /// Closes what is open, with whatever is typed there.
  public void leave() {
    Open<T> now = open.get();
    if (now != null) {
      now.form().close();
      open.set(null);
    }
  }

  public void save() {
    Open<T> now = open.get();
    if (now != null) {
      now.form().save();
    }
  }

  /// Puts what the server has now in the place of what was shown of it.
  public void put(T record) {
    Object which = id.apply(record);
    for (int i = 0; i < records.size(); i++) {
      if (id.apply(records.get(i)).equals(which)) {
        records.set(i, record);
        return;
      }
    }
    records.add(record);
    records.sort(order);
  }

  @Override
  public void close() {
    leave();
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }
}
