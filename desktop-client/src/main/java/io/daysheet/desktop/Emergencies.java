package io.daysheet.desktop;

import io.daysheet.desktop.emergency.EmergenciesViewModel;
import io.daysheet.desktop.emergency.EmergencyViewModel;
import io.daysheet.desktop.fx.FxThread;
import io.daysheet.desktop.remote.EmergencyServer;
import io.daysheet.desktop.remote.HttpEmergencyServer;
import io.daysheet.desktop.remote.ServerAddress;
import io.daysheet.hospital.Hospital;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/// What a doctor who sits here needs to see somebody else's patient: the server that is asked, whom
/// they see so, and the day over which that is said.
record Emergencies(
    EmergencyServer server, EmergenciesViewModel accesses, InstantSource clock, Desk desk) {

  /// Offers it over the day and in its forms.
  ///
  /// @param ask opens the form of it
  static Emergencies at(ServerAddress address, InstantSource clock, Desk desk, Runnable ask) {
    var server = new HttpEmergencyServer(address, new FxThread());
    var accesses = new EmergenciesViewModel(server, new FxTimers(), clock);
    desk.mayAskInAnEmergency(accesses, ask);
    return new Emergencies(server, accesses, clock, desk);
  }

  /// @param begun told when the patient is in sight
  EmergencyViewModel form(Runnable begun) {
    Hospital hospital = desk.day().hospitalProperty().get();
    ZoneId zone = hospital == null ? ZoneOffset.UTC : hospital.timeZone();
    return new EmergencyViewModel(server, accesses, clock, zone, Locale.getDefault(), begun);
  }
}
