package io.daysheet.desktop.day;

import com.calendarfx.model.Calendar;
import com.calendarfx.model.CalendarSource;
import com.calendarfx.model.Entry;
import com.calendarfx.model.Interval;
import com.calendarfx.view.DayEntryView;
import com.calendarfx.view.DayView;
import impl.com.calendarfx.view.DayViewSkin;
import io.daysheet.desktop.day.Lanes.Lane;
import io.daysheet.time.TimeRange;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.control.Skin;
import javafx.scene.layout.Region;

/// A doctor's day in CalendarFX: visits and holds are the entries of its one calendar.
///
/// CalendarFX keeps the entries and tells of each single change; where a card stands is decided by
/// our own axis, and the pointer and the keys never reach it: the board has them.
final class DoctorDay extends DayView implements ColumnOfCards {
  private final BoardHours hours;
  private final Calendar<Block> calendar = new Calendar<>();
  private final Map<UUID, Entry<Block>> entries = new HashMap<>();
  private final Map<UUID, CardView> views = new HashMap<>();
  private Map<UUID, Lane> lanes = Map.of();
  private Optional<UUID> pointed = Optional.empty();
  private TimeAxis axis;
  private Function<Block, CardText> words;

  DoctorDay(BoardHours hours, TimeAxis axis, Function<Block, CardText> words) {
    this.hours = hours;
    this.axis = axis;
    this.words = words;
    getStyleClass().setAll("doctor-day");
    setZoneId(hours.zone());
    setDate(hours.date());
    setEnableCurrentTimeMarker(false);
    setEnableCurrentTimeCircle(false);
    setShowToday(false);
    setMouseTransparent(true);
    setFocusTraversable(false);
    setMinHeight(0);
    setMinWidth(0);
    CalendarSource source = new CalendarSource();
    source.getCalendars().add(calendar);
    getCalendarSources().setAll(List.of(source));
    setEntryViewFactory(this::makeView);
  }

  @Override
  public Region node() {
    return this;
  }

  @Override
  public void put(Block block) {
    Entry<Block> known = entries.get(block.id());
    if (known == null) {
      Entry<Block> entry = new Entry<>("", interval(block), block.id().toString());
      entry.setMinimumDuration(Duration.ofMinutes(1));
      entry.setUserObject(block);
      entries.put(block.id(), entry);
      arrange();
      calendar.addEntry(entry);
      return;
    }
    TimeRange before = known.getUserObject().during();
    known.setUserObject(block);
    arrange();
    CardView view = views.get(block.id());
    if (view != null) {
      view.say(words.apply(block));
    }
    if (!before.equals(block.during())) {
      known.setInterval(interval(block));
    }
  }

  @Override
  public void remove(UUID id) {
    Entry<Block> entry = entries.remove(id);
    views.remove(id);
    if (entry != null) {
      calendar.removeEntry(entry);
      arrange();
    }
  }

  /// The offset stays the start's: a zone would move the second of two equal hours into the first.
  private Interval interval(Block block) {
    ZonedDateTime start = block.during().start().atZone(hours.zone());
    ZoneId offset = start.getOffset();
    return new Interval(start.withZoneSameInstant(offset), block.during().end().atZone(offset));
  }

  private void arrange() {
    lanes = Lanes.of(blocks().toList());
    views.forEach((id, view) -> view.stand(lanes.getOrDefault(id, Lane.WHOLE)));
  }

  private Stream<Block> blocks() {
    return entries.values().stream().map(Entry::getUserObject);
  }

  private DayEntryView makeView(Entry<?> entry) {
    CardView view = new CardView(entry);
    views.put(view.block().id(), view);
    view.stand(lanes.getOrDefault(view.block().id(), Lane.WHOLE));
    view.say(words.apply(view.block()));
    return view;
  }

  @Override
  public void place(TimeAxis places) {
    axis = places;
    requestLayout();
  }

  @Override
  public void say(Function<Block, CardText> said) {
    words = said;
    views.values().forEach(view -> view.say(said.apply(view.block())));
  }

  @Override
  public Optional<Block> at(double x, double y) {
    return views.values().stream()
        .filter(view -> view.bounds().filter(place -> place.contains(x, y)).isPresent())
        .findFirst()
        .map(CardView::block);
  }

  @Override
  public Optional<Rectangle2D> bounds(UUID id) {
    return Optional.ofNullable(views.get(id)).flatMap(CardView::bounds);
  }

  @Override
  public void point(Optional<UUID> id) {
    if (!id.equals(pointed)) {
      pointed.map(views::get).ifPresent(view -> view.card().point(false));
      id.map(views::get).ifPresent(view -> view.card().point(true));
      pointed = id;
    }
  }

  private void layOut(List<? extends DayEntryView> entryViews, double width) {
    for (DayEntryView each : entryViews) {
      if (each instanceof CardView view) {
        TimeRange during = view.block().during();
        double top = axis.y(during.start());
        view.resizeRelocate(0, top, width, axis.y(during.end()) - top);
      }
    }
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new Cards(this);
  }

  /// CalendarFX's skin without its grid, canvas and lines, which the board draws once for all.
  private static final class Cards extends DayViewSkin<DoctorDay> {
    Cards(DoctorDay day) {
      super(day);
      getChildren().removeIf(node -> !(node instanceof Group));
      day.setClip(null);
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
      layoutEntries(x, y, width, height);
    }

    @Override
    protected void layoutTopEntryViews(
        List<DayEntryView> views, DayView day, double x, double y, double width, double height) {
      getSkinnable().layOut(views, width);
    }
  }
}
