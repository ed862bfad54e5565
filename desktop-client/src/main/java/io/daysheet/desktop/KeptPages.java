package io.daysheet.desktop;

import io.daysheet.desktop.doctors.DoctorsViewModel;
import io.daysheet.desktop.fx.FxThread;
import io.daysheet.desktop.hospitals.HospitalsViewModel;
import io.daysheet.desktop.plans.WeeksViewModel;
import io.daysheet.desktop.rebooking.AttentionViewModel;
import io.daysheet.desktop.rebooking.RebookingViewModel;
import io.daysheet.desktop.records.RecordsViewModel;
import io.daysheet.desktop.remote.HttpDirectoryServer;
import io.daysheet.desktop.remote.HttpPatientServer;
import io.daysheet.desktop.remote.HttpRebookingServer;
import io.daysheet.desktop.remote.HttpWeekServer;
import io.daysheet.desktop.remote.ServerAddress;
import io.daysheet.desktop.signin.Rail;
import io.daysheet.desktop.signin.UserMenu;
import io.daysheet.hospital.Hospital;
import io.daysheet.hospital.HospitalId;
import io.daysheet.identity.Right;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// The pages of what visits rest on, as far as somebody may keep it: patients, hospitals, doctors
/// and their weeks, and the visits that no longer fit.
final class KeptPages implements AutoCloseable {

  private final List<Page> pages = new ArrayList<>();
  private @Nullable RebookingViewModel rebooking;
  private @Nullable Parent rebookingPage;
  private Consumer<Parent> show = _ -> {};

  private record Page(Rail.Item item, BooleanSupplier isUnfinished, Runnable close) {

    /// @param start asks the server, as soon as the page is shown for the first time: who never
    ///   opens it has read nothing
    static Page of(Rail.Item item, Runnable start, BooleanSupplier isUnfinished, Runnable close) {
      item.screen()
          .sceneProperty()
          .addListener(
              new InvalidationListener() {
                @Override
                public void invalidated(Observable scene) {
                  scene.removeListener(this);
                  start.run();
                }
              });
      return new Page(item, isUnfinished, close);
    }
  }

  /// @param shown the hospital whose day is on the board
  /// @param menu of whoever is signed in; each page has its own
  KeptPages(
      ServerAddress address,
      InstantSource clock,
      Allowed allowed,
      Supplier<Optional<Hospital>> shown,
      Supplier<UserMenu> menu) {
    if (allowed.may(Right.KEEP_PATIENTS)) {
      addPatients(address, clock, menu.get());
    }
    boolean seesVisits = allowed.may(Right.SEE_DAY) && allowed.may(Right.BOOK);
    if (seesVisits) {
      addRebooking(address, clock, allowed, shown, menu.get());
    }
    if (allowed.may(Right.TAKE_TIME_OFF)) {
      addPlans(address, clock, allowed, menu.get());
    }
    if (allowed.may(Right.MANAGE_HOSPITALS)) {
      addHospitals(address, seesVisits, menu.get());
      addDoctors(address, seesVisits, menu.get());
    }
  }

  private void addPatients(ServerAddress address, InstantSource clock, UserMenu menu) {
    var server = new HttpPatientServer(address, new FxThread());
    var records = new RecordsViewModel(server, new FxTimers(), clock, Locale.getDefault());
    pages.add(
        Page.of(
            Rail.Item.patients(Pages.patients(records, menu)),
            records::start,
            records::isUnfinished,
            records::close));
  }

  private void addRebooking(
      ServerAddress address,
      InstantSource clock,
      Allowed allowed,
      Supplier<Optional<Hospital>> shown,
      UserMenu menu) {
    var server = new HttpRebookingServer(address, new FxThread());
    var model = new RebookingViewModel(server, clock, allowed::shows);
    Parent page = Pages.rebooking(model, menu);
    rebooking = model;
    rebookingPage = page;
    Runnable start =
        () -> {
          shown.get().map(Hospital::id).ifPresent(model::show);
          model.start();
        };
    pages.add(Page.of(Rail.Item.rebooking(page), start, () -> false, model::close));
  }

  private void addPlans(
      ServerAddress address, InstantSource clock, Allowed allowed, UserMenu menu) {
    var ways =
        new WeeksViewModel.Ways(
            allowed.may(Right.ARRANGE_TIME), allowed::shows, allowed::sees, this::showVisits);
    var server = new HttpWeekServer(address, new FxThread());
    var weeks = new WeeksViewModel(server, new FxTimers(), clock, ways);
    pages.add(
        Page.of(
            Rail.Item.plans(Pages.plans(weeks, clock, menu)),
            weeks::start,
            weeks::isUnfinished,
            weeks::close));
  }

  private void addHospitals(ServerAddress address, boolean seesVisits, UserMenu menu) {
    var server = new HttpDirectoryServer(address, new FxThread());
    var hospitals =
        new HospitalsViewModel(server, new AttentionViewModel.Visits(seesVisits, this::showVisits));
    pages.add(
        Page.of(
            Rail.Item.hospitals(Pages.hospitals(hospitals, menu)),
            hospitals::start,
            hospitals::isUnfinished,
            hospitals::close));
  }

  private void addDoctors(ServerAddress address, boolean seesVisits, UserMenu menu) {
    var server = new HttpDirectoryServer(address, new FxThread());
    var doctors =
        new DoctorsViewModel(server, new AttentionViewModel.Visits(seesVisits, this::showVisits));
    pages.add(
        Page.of(
            Rail.Item.doctors(Pages.doctors(doctors, menu)),
            doctors::start,
            doctors::isUnfinished,
            doctors::close));
  }

  private void showVisits(HospitalId hospital) {
    if (rebooking != null && rebookingPage != null) {
      show.accept(rebookingPage);
      rebooking.show(hospital);
    }
  }

  List<Rail.Item> items() {
    return pages.stream().map(Page::item).toList();
  }

  /// @param way puts a page on the screen
  void showBy(Consumer<Parent> way) {
    show = way;
  }

  /// Whether something is typed that is not written.
  boolean isUnfinished() {
    return pages.stream().anyMatch(page -> page.isUnfinished().getAsBoolean());
  }

  @Override
  public void close() {
    pages.forEach(page -> page.close().run());
  }
}
