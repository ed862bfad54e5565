package io.daysheet.desktop.day;

import io.daysheet.schedule.TimeOff;
import io.daysheet.time.TimeRange;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.collections.MapChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;

/// One doctor's column on the board: follows its view model, change by change.
final class ColumnView {
  private final DoctorColumnViewModel model;
  private final Wordings wordings;
  private final Pane ground;
  private final DoctorHeader header;
  private final ColumnOfCards cards;
  private final Map<UUID, BandPane> bands = new HashMap<>();
  private final Map<UUID, AwayPane> away = new HashMap<>();
  private final MapChangeListener<UUID, Block> blockChanges = this::blockChanged;
  private final MapChangeListener<UUID, Band> bandChanges = this::bandChanged;
  private final MapChangeListener<UUID, TimeOff> awayChanges = this::awayChanged;
  private final Subscription free;
  private final Runnable outsideChanged;
  private TimeAxis axis;
  private Instant now;
  private boolean live;

  /// @param ground the layer under the cards that the bands are drawn on
  /// @param outsideChanged told when something outside the opening hours comes or goes
  ColumnView(
      DoctorColumnViewModel model,
      Wordings wordings,
      Pane ground,
      TimeAxis axis,
      Instant now,
      boolean live,
      Runnable outsideChanged) {
    this.model = model;
    this.wordings = wordings;
    this.ground = ground;
    this.axis = axis;
    this.now = now;
    this.live = live;
    this.outsideChanged = outsideChanged;
    this.header = new DoctorHeader(model.doctor());
    this.cards = new DoctorDay(model.hours(), axis, block -> wordings.cards().of(block, this.now));
    model.away().values().forEach(this::addAway);
    model.bands().values().forEach(this::addBand);
    model.blocks().values().stream().filter(this::isInside).forEach(cards::put);
    model.blocks().addListener(blockChanges);
    model.bands().addListener(bandChanges);
    model.away().addListener(awayChanges);
    free = model.freeProperty().subscribe(this::sayFree);
    sayFree();
  }

  DoctorColumnViewModel model() {
    return model;
  }

  DoctorHeader header() {
    return header;
  }

  ColumnOfCards cards() {
    return cards;
  }

  /// Lets go of the view model and takes its nodes off the ground.
  void dispose() {
    model.blocks().removeListener(blockChanges);
    model.bands().removeListener(bandChanges);
    model.away().removeListener(awayChanges);
    free.unsubscribe();
    ground.getChildren().removeAll(bands.values());
    ground.getChildren().removeAll(away.values());
  }

  private boolean isInside(Block block) {
    return model.hours().clip(block.during()).isPresent();
  }

  private void blockChanged(MapChangeListener.Change<? extends UUID, ? extends Block> change) {
    Block block = change.getValueAdded();
    if (block != null && isInside(block)) {
      cards.put(block);
    } else {
      cards.remove(change.getKey());
    }
    outsideChanged.run();
  }

  private void bandChanged(MapChangeListener.Change<? extends UUID, ? extends Band> change) {
    Band band = change.getValueAdded();
    BandPane pane = bands.get(change.getKey());
    if (band == null) {
      ground.getChildren().remove(bands.remove(change.getKey()));
    } else if (pane == null) {
      addBand(band);
    } else {
      pane.show(band, live, wordings.day());
    }
    ground.requestLayout();
  }

  private void addBand(Band band) {
    BandPane pane = new BandPane(band, axis, now, live, wordings.day());
    bands.put(band.availability().id().value(), pane);
    ground.getChildren().add(pane);
  }

  private void awayChanged(MapChangeListener.Change<? extends UUID, ? extends TimeOff> change) {
    ground.getChildren().remove(away.remove(change.getKey()));
    if (change.getValueAdded() != null) {
      addAway(change.getValueAdded());
    }
    ground.requestLayout();
  }

  private void addAway(TimeOff off) {
    model
        .hours()
        .clip(new TimeRange(off.start(), off.end()))
        .ifPresent(shown -> {
          AwayPane pane = new AwayPane(off, shown, wordings);
          pane.setViewOrder(-1);
          away.put(off.id().value(), pane);
          ground.getChildren().add(pane);
        });
  }

  private void sayFree() {
    header.show(model.freeProperty().get(), live, wordings.day());
  }

  /// Says everything anew when the connection came or went.
  void setLive(boolean isLive) {
    if (live != isLive) {
      live = isLive;
      bands.values().forEach(pane -> pane.show(pane.band(), isLive, wordings.day()));
      sayFree();
    }
  }

  /// Moves the moment on.
  ///
  /// @param wholeMinute also the words that change by the minute
  void tick(Instant moment, boolean wholeMinute) {
    now = moment;
    if (wholeMinute || model.blocks().values().stream().anyMatch(CardWording::counts)) {
      cards.say(block -> wordings.cards().of(block, this.now));
    }
    if (wholeMinute) {
      bands.values().forEach(pane -> pane.place(axis, moment));
    }
  }

  void place(TimeAxis places, double left, double width, double height) {
    axis = places;
    cards.node().resizeRelocate(left, 0, width, height);
    cards.place(places);
    for (BandPane pane : bands.values()) {
      TimeRange shown = pane.band().shown();
      double top = places.y(shown.start());
      pane.place(places, now);
      pane.resizeRelocate(left + 1, top, width - 1, places.y(shown.end()) - top);
    }
    for (AwayPane pane : away.values()) {
      double top = places.y(pane.shown().start());
      double bottom = places.y(pane.shown().end());
      pane.resizeRelocate(left + 5, top + 2, width - 8, bottom - top - 4);
    }
  }

  /// Where a choice stands in the column: its card, or its row.
  Rectangle2D bounds(SlotChoice choice, double width) {
    return card(choice)
        .flatMap(cards::bounds)
        .orElseGet(() -> {
          double top = axis.y(choice.range().start());
          double bottom = axis.y(choice.range().end());
          return new Rectangle2D(6, top + 1, width - 9, bottom - top - 1);
        });
  }

  static Optional<UUID> card(SlotChoice choice) {
    return switch (choice) {
      case SlotChoice.OnVisit on -> Optional.of(on.visit().id());
      case SlotChoice.OnHold on -> Optional.of(on.held().id());
      case SlotChoice.EmptyTime _, SlotChoice.FreeSlot _, SlotChoice.Nothing _ -> Optional.empty();
    };
  }
}
