package io.daysheet.desktop.availability;

import io.daysheet.desktop.availability.SuggestionsViewModel.Place;
import io.daysheet.hospital.Hospital;
import io.daysheet.rule.Violation;
import io.daysheet.rule.Violation.AvailabilityInUse;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.AppointmentId;
import io.daysheet.schedule.Availability;
import io.daysheet.time.TimeRange;
import io.daysheet.wire.Resolution;
import io.daysheet.wire.Resolution.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The visits that lose their time, and what becomes of each: it goes to a free time, and no two to
/// the same, or it is cancelled.
final class VisitsInside {

  private static final int PROPOSED = 3;

  private final Availability availability;
  private final Hospital hospital;
  private final SuggestionsViewModel suggestions;
  private final Map<AppointmentId, Choice> choices = new HashMap<>();
  private final RefusedPlaces refused = new RefusedPlaces();
  private List<Appointment> visits = List.of();
  private @Nullable TimeRange kept;

  /// What becomes of a visit.
  sealed interface Choice {

    record Move(Place place) implements Choice {}

    record Cancel() implements Choice {}
  }

  /// One visit.
  ///
  /// @param places where it could go
  /// @param choice what becomes of it; null until somebody says so
  /// @param against why it can't go where it was to go; null until the server says so
  record Row(
      Appointment visit, List<Place> places, @Nullable Choice choice, @Nullable Violation against) {

    Row {
      places = List.copyOf(places);
    }
  }

  VisitsInside(Availability availability, Hospital hospital, SuggestionsViewModel suggestions) {
    this.availability = availability;
    this.hospital = hospital;
    this.suggestions = suggestions;
  }

  /// @param now all that lose their time
  /// @param stays what is left of the time; null if all of it goes
  void show(Stream<Appointment> now, @Nullable TimeRange stays) {
    kept = stays;
    visits = now.sorted(Comparator.comparing(Appointment::start)).toList();
    choices
        .values()
        .removeIf(choice -> choice instanceof Choice.Move(Place place) && !isThere(place));
    suggestions.ask(visits);
  }

  /// Of the time that goes nothing can be taken.
  private boolean isThere(Place place) {
    return !place.own()
        || !place.during().overlaps(availability.during())
        || (kept != null && kept.contains(place.during()));
  }

  List<Row> rows() {
    return visits.stream()
        .map(
            visit -> new Row(visit, places(visit), choices.get(visit.id()), refused.against(visit)))
        .toList();
  }

  /// What another one takes is not proposed again; what was chosen stays in its place.
  private List<Place> places(Appointment visit) {
    List<Place> places = new ArrayList<>(free(visit).limit(PROPOSED).toList());
    if (choices.get(visit.id()) instanceof Choice.Move(Place chosen) && !places.contains(chosen)) {
      if (places.size() == PROPOSED) {
        places.removeLast();
      }
      places.add(chosen);
    }
    return places;
  }

  private Stream<Place> free(Appointment visit) {
    List<Place> taken =
        visits.stream()
            .filter(other -> !other.id().equals(visit.id()))
            .flatMap(other -> place(other).stream())
            .toList();
    return suggestions
        .of(visit)
        .filter(this::isThere)
        .filter(place -> !refused.contains(visit, place))
        .filter(place -> taken.stream().noneMatch(place::isInTheWayOf));
  }

  private Optional<Place> place(Appointment visit) {
    return choices.get(visit.id()) instanceof Choice.Move(Place place)
        ? Optional.of(place)
        : Optional.empty();
  }

  /// The visit goes to the n-th of its places, from 0 on.
  void move(Appointment visit, int number) {
    List<Place> places = places(visit);
    if (number < places.size()) {
      choose(visit, new Choice.Move(places.get(number)));
    }
  }

  void cancel(Appointment visit) {
    choose(visit, new Choice.Cancel());
  }

  private void choose(Appointment visit, Choice choice) {
    refused.forget(visit);
    choices.put(visit.id(), choice);
  }

  /// The server has refused it: visits that can't go where they were to go are undecided again, and
  /// that place is proposed to them no more.
  ///
  /// @return what is against the rest
  List<Violation> refuse(List<Violation> against) {
    return against.stream()
        .filter(violation -> !lists(violation) && !isOfAVisit(violation))
        .toList();
  }

  private boolean isOfAVisit(Violation violation) {
    for (Appointment visit : visits) {
      if (place(visit).filter(place -> refused.refuse(visit, place, violation)).isPresent()) {
        choices.remove(visit.id());
        return true;
      }
    }
    return false;
  }

  /// Each goes to its first place that none before it takes; what was said before is forgotten.
  void moveAll() {
    choices.clear();
    visits.forEach(visit -> move(visit, 0));
  }

  void cancelAll() {
    visits.forEach(this::cancel);
  }

  /// How many are not decided yet.
  int undecided() {
    return (int) visits.stream().filter(visit -> !choices.containsKey(visit.id())).count();
  }

  boolean isEmpty() {
    return visits.isEmpty();
  }

  /// Whether a refusal names nothing but visits that can be decided here.
  private boolean lists(Violation violation) {
    return violation instanceof AvailabilityInUse inUse
        && inUse.appointments().stream()
            .allMatch(blocker ->
                visits.stream().anyMatch(visit -> visit.id().value().equals(blocker.id())));
  }

  /// As it is sent, when all are decided.
  ///
  /// @param reason that stays in the visits' histories
  List<Resolution> resolutions(String reason) {
    return visits.stream()
        .map(visit ->
            switch (Objects.requireNonNull(choices.get(visit.id()))) {
              case Choice.Cancel _ -> new Resolution(visit.id(), Action.CANCEL, null, null, reason);
              case Choice.Move(Place place) ->
                  new Resolution(
                      visit.id(),
                      Action.MOVE,
                      place.during().start().atZone(hospital.timeZone()).toOffsetDateTime(),
                      place.own() ? null : place.doctor().id(),
                      reason);
            })
        .toList();
  }
}
