package io.daysheet.desktop;

import io.daysheet.desktop.audit.AuditScreen;
import io.daysheet.desktop.audit.AuditViewModel;
import io.daysheet.desktop.programs.ProgramsScreen;
import io.daysheet.desktop.programs.ProgramsViewModel;
import io.daysheet.desktop.signin.UserMenu;
import io.daysheet.desktop.users.UsersScreen;
import io.daysheet.desktop.users.UsersViewModel;
import javafx.scene.Parent;

/// The pages of those who don't work with the day, each with the menu of whoever is signed in.
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
}
