package io.daysheet.desktop.plans;

import io.daysheet.desktop.form.WallTimes;
import io.daysheet.desktop.fx.Icons;
import io.daysheet.desktop.fx.Messages;
import io.daysheet.desktop.plans.DoctorWeek.Absence;
import io.daysheet.desktop.plans.DoctorWeek.Block;
import io.daysheet.desktop.plans.DoctorWeek.Kind;
import io.daysheet.hospital.Hospital;
import io.daysheet.schedule.TimeOff;
import io.daysheet.schedule.WeeklyPlan;
import io.daysheet.time.MinuteOfDay;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// What stands in a week, as it looks and as it is spoken.
record WeekParts(Messages messages) {

  private static final DateTimeFormatter UNTIL =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final int HOUR = 60;

  /// @param closed why the hospital is closed, which its tooltip tells; empty if it isn't
  VBox head(LocalDate date, String closed) {
    VBox head = new VBox(label(WallTimes.shortDay(date), "week-date"));
    if (!closed.isEmpty()) {
      head.getChildren().add(label(messages.get("closed"), "week-closed-why"));
      Tooltip.install(head, new Tooltip(messages.get("closed.why", closed)));
    }
    head.getStyleClass().setAll("week-head");
    return head;
  }

  /// As many lines as there is room for; all of them in its tooltip.
  Node block(DoctorWeek week, Block block) {
    List<String> lines = lines(week, block);
    int room = Math.max(1, (block.end().minutes() - block.start().minutes()) / HOUR);
    VBox node = new VBox();
    node.getStyleClass()
        .setAll("week-block", block.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    for (int i = 0; i < Math.min(room, lines.size()); i++) {
      node.getChildren().add(label(lines.get(i), i == 0 ? "week-range" : "week-more"));
    }
    if (block.kind() == Kind.CHANGED || block.kind() == Kind.SKIPPED) {
      String icon = block.kind() == Kind.CHANGED ? "bi-pencil" : "bi-slash-circle";
      ((Label) node.getChildren().getFirst()).setGraphic(Icons.icon(icon));
    }
    Tooltip.install(node, new Tooltip(String.join("\n", lines)));
    return node;
  }

  private List<String> lines(DoctorWeek week, Block block) {
    List<String> lines = new ArrayList<>();
    lines.add(PlanWording.range(block.start(), block.end()));
    switch (block.kind()) {
      case SKIPPED -> lines.add(messages.get("block.skipped"));
      case CHANGED -> {
        lines.add(messages.get("block.changed"));
        lines.add(slots(week.hospital(), block));
      }
      case AS_PLANNED -> lines.add(slots(week.hospital(), block));
      case ELSEWHERE ->
          lines.add(Objects.requireNonNull(week.hospitals().get(block.plan().hospitalId())).name());
    }
    bounds(block.plan()).forEach(lines::add);
    return lines;
  }

  private String slots(Hospital hospital, Block block) {
    return new PlanWording(messages).slots(block.start(), block.end(), hospital.policy());
  }

  /// Nothing is said of a plan that goes on.
  private Stream<String> bounds(WeeklyPlan plan) {
    LocalDate until = plan.validUntil();
    return until == null
        ? Stream.empty()
        : Stream.of(messages.get("block.until", UNTIL.format(until)));
  }

  Node absence(Absence absence) {
    TimeOff off = absence.off();
    Label reason = label(reason(off.reason()), "week-range");
    reason.setGraphic(Icons.icon(icon(off.reason())));
    VBox node = new VBox(reason);
    node.getStyleClass().setAll("week-off");
    Tooltip.install(
        node,
        new Tooltip(
            reason(off.reason()) + "\n" + PlanWording.range(absence.start(), absence.end())));
    return node;
  }

  String reason(TimeOff.Reason reason) {
    return messages.get("off." + reason.name().toLowerCase(Locale.ROOT));
  }

  static String icon(TimeOff.Reason reason) {
    return switch (reason) {
      case VACATION -> "bi-umbrella";
      case CME -> "bi-book";
      case SICK -> "bi-thermometer-half";
    };
  }

  /// A place of the week, for who hears it rather than sees it.
  String spoken(DoctorWeek week, LocalDate date, MinuteOfDay time) {
    String what =
        Stream.of(
                week.hospital().closureOn(date).stream()
                    .map(closure -> messages.get("closed.why", closure.reason())),
                week.blockAt(date, time).stream().flatMap(block -> lines(week, block).stream()),
                week.absenceAt(date, time).stream().map(absence -> reason(absence.off().reason())))
            .flatMap(parts -> parts)
            .collect(Collectors.joining(", "));
    if (what.isEmpty()) {
      what = messages.get("spoken.nothing");
    }
    return messages.get("spoken", PlanWording.date(date), time.toString(), what);
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().setAll("label", style);
    return label;
  }
}
