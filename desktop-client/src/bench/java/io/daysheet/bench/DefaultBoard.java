package io.daysheet.bench;

import com.calendarfx.model.Calendar;
import com.calendarfx.model.CalendarSource;
import com.calendarfx.model.Entry;
import com.calendarfx.model.Interval;
import com.calendarfx.view.DayView;
import com.calendarfx.view.DayViewBase.EarlyLateHoursStrategy;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.DaySchedule;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The yardstick: the same visits as plain entries in CalendarFX's own views, a column a doctor,
/// and nothing else on the screen: no bands, no header, no time scale.
final class DefaultBoard implements ShownBoard {

  private final ScrollPane root;
  private final List<Entry<Appointment>> entries = new ArrayList<>();
  private final List<Calendar<Appointment>> calendars = new ArrayList<>();

  DefaultBoard(FullDay day) {
    DaySchedule schedule = day.schedule();
    var columns = new HBox();
    for (int doctor = 0; doctor < FullDay.DOCTORS; doctor++) {
      var calendar = new Calendar<Appointment>("Doctor " + doctor);
      for (int i = 0; i < FullDay.VISITS; i++) {
        calendar.addEntry(entry(schedule.appointments().get(doctor * FullDay.VISITS + i)));
      }
      calendars.add(calendar);
      columns.getChildren().add(column(day, calendar));
    }
    root = new ScrollPane(columns);
    root.setFitToWidth(true);
    root.setFitToHeight(true);
  }

  private Entry<Appointment> entry(Appointment visit) {
    var entry = new Entry<Appointment>(visit.patient().sortName());
    entry.setUserObject(visit);
    entry.setInterval(
        new Interval(visit.start().atZone(Clinics.ZONE), visit.end().atZone(Clinics.ZONE)));
    entries.add(entry);
    return entry;
  }

  private static DayView column(FullDay day, Calendar<Appointment> calendar) {
    var source = new CalendarSource("Doctor");
    source.getCalendars().add(calendar);
    var view = new DayView();
    view.setZoneId(Clinics.ZONE);
    view.setDate(day.date());
    view.setStartTime(LocalTime.of(8, 0));
    view.setEndTime(LocalTime.of(18, 0));
    view.setEarlyLateHoursStrategy(EarlyLateHoursStrategy.HIDE);
    view.getCalendarSources().setAll(List.of(source));
    view.setMinWidth(110);
    view.setMinHeight(0);
    view.setPrefWidth(0);
    view.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(view, Priority.ALWAYS);
    return view;
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void change(int number) {
    Entry<Appointment> entry = entries.get(number);
    entry.setTitle(entry.getTitle() + ".");
  }

  @Override
  public void remove(int number) {
    calendars.get(number / FullDay.VISITS).removeEntry(entries.get(number));
  }

  @Override
  public void add(int number) {
    calendars.get(number / FullDay.VISITS).addEntry(entries.get(number));
  }
}
