package io.daysheet.desktop.rebooking;

import io.daysheet.desktop.remote.DirectoryServer;
import io.daysheet.desktop.remote.Outcome;
import io.daysheet.desktop.remote.Request;
import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.wire.AttentionCount;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// How many visits no longer fit once something that they rest on was saved. Who may see visits is
/// led to their list; others are told who has it.
public final class AttentionViewModel implements AutoCloseable {

  private final DirectoryServer server;
  private final Visits visits;
  private final ReadOnlyObjectWrapper<After> after = new ReadOnlyObjectWrapper<>(new Nothing());
  private @Nullable Request asking;

  /// The visits, as far as whoever sits here may see them.
  ///
  /// @param areSeen whether they are at all
  /// @param open shows those of a hospital that need attention
  public record Visits(boolean areSeen, Consumer<HospitalId> open) {}

  /// What was saved leaves visits outside, or not.
  public sealed interface After {}

  /// Nothing is known of it.
  public record Nothing() implements After {}

  /// So many need attention now.
  ///
  /// @param first the hospital of the first of them; null if there is none
  /// @param areSeen whether their list can be opened here
  public record Needing(int visits, @Nullable HospitalId first, boolean areSeen) implements After {}

  public AttentionViewModel(DirectoryServer server, Visits visits) {
    this.server = server;
    this.visits = visits;
  }

  public ReadOnlyObjectProperty<After> afterProperty() {
    return after.getReadOnlyProperty();
  }

  /// Something was saved.
  ///
  /// @param hospitals whose visits rest on it
  /// @param doctor whose visits do; null: everybody's
  public void ask(List<HospitalId> hospitals, @Nullable DoctorId doctor) {
    forget();
    ask(hospitals, doctor, new Needing(0, null, visits.areSeen()));
  }

  private void ask(List<HospitalId> left, @Nullable DoctorId doctor, Needing found) {
    if (left.isEmpty()) {
      after.set(found);
      return;
    }
    HospitalId here = left.getFirst();
    asking =
        server.needingAttention(
            here,
            doctor,
            outcome -> {
              asking = null;
              if (outcome instanceof Outcome.Done<AttentionCount>(AttentionCount more)) {
                ask(left.subList(1, left.size()), doctor, more(found, here, more.visits()));
              }
            });
  }

  private static Needing more(Needing found, HospitalId here, int visits) {
    return new Needing(
        found.visits() + visits,
        found.first() == null && visits > 0 ? here : found.first(),
        found.areSeen());
  }

  /// Shows the visits that need attention.
  public void open() {
    if (after.get() instanceof Needing(var _, HospitalId first, boolean areSeen)
        && areSeen
        && first != null) {
      visits.open().accept(first);
    }
  }

  /// What was said is of something that is not shown any more.
  public void forget() {
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
    after.set(new Nothing());
  }

  @Override
  public void close() {
    forget();
  }
}
