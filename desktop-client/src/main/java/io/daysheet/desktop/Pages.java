package io.daysheet.desktop;

import io.daysheet.desktop.audit.AuditScreen;
import io.daysheet.desktop.audit.AuditViewModel;
import io.daysheet.desktop.doctors.DoctorsScreen;
import io.daysheet.desktop.doctors.DoctorsViewModel;
import io.daysheet.desktop.hospitals.HospitalsScreen;
import io.daysheet.desktop.hospitals.HospitalsViewModel;
import io.daysheet.desktop.plans.PlansScreen;
import io.daysheet.desktop.plans.WeeksViewModel;
import io.daysheet.desktop.programs.ProgramsScreen;
import io.daysheet.desktop.programs.ProgramsViewModel;
import io.daysheet.desktop.rebooking.RebookingScreen;
import io.daysheet.desktop.rebooking.RebookingViewModel;
import io.daysheet.desktop.records.RecordsScreen;
import io.daysheet.desktop.records.RecordsViewModel;
import io.daysheet.desktop.signin.UserMenu;
import io.daysheet.desktop.users.UsersScreen;
import io.daysheet.desktop.users.UsersViewModel;
import java.time.InstantSource;
import javafx.scene.Parent;

/// The pages beside the day, each with the menu of whoever is signed in.
final class Pages {

  private Pages() {}

  static Parent users(UsersViewModel users, UserMenu menu) {
    var page = UsersScreen.load(users);
    page.controller().signedIn(menu);
    return page.root();
  }

  static Parent programs(ProgramsViewModel programs, UserMenu menu) {
    var page = ProgramsScreen.load(programs);
    page.controller().signedIn(menu);
    return page.root();
  }

  static Parent audit(AuditViewModel audit, UserMenu menu) {
    var page = AuditScreen.load(audit);
    page.controller().signedIn(menu);
    return page.root();
  }

  static Parent hospitals(HospitalsViewModel hospitals, UserMenu menu) {
    var page = HospitalsScreen.load(hospitals);
    page.controller().signedIn(menu);
    return page.root();
  }

  static Parent doctors(DoctorsViewModel doctors, UserMenu menu) {
    var page = DoctorsScreen.load(doctors);
    page.controller().signedIn(menu);
    return page.root();
  }

  static Parent patients(RecordsViewModel records, UserMenu menu) {
    var page = RecordsScreen.load(records);
    page.controller().signedIn(menu);
    return page.root();
  }

  static Parent rebooking(RebookingViewModel rebooking, UserMenu menu) {
    var page = RebookingScreen.load(rebooking);
    page.controller().signedIn(menu);
    return page.root();
  }

  static Parent plans(WeeksViewModel weeks, InstantSource clock, UserMenu menu) {
    var page = PlansScreen.load(weeks, clock);
    page.controller().signedIn(menu);
    return page.root();
  }
}
