package io.daysheet.desktop.demo;

import io.daysheet.desktop.day.SlotChoice;
import io.daysheet.hospital.DoctorId;
import io.daysheet.schedule.Appointment;
import io.daysheet.schedule.DaySchedule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// The story of two desks on one day, played through the real screens and the real server. What
/// does not come true ends it.
final class TwoDeskStory {

  private static final String HOSPITAL = "St. Hedwig Clinic";

  private final Path folder;
  private final DemoServer server;
  private final Progress progress;
  private int pictures;

  TwoDeskStory(Path folder, DemoServer server, Progress progress) {
    this.folder = folder;
    this.server = server;
    this.progress = progress;
  }

  void play() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    var failures = new ConcurrentLinkedQueue<Throwable>();
    Platform.startup(
        () -> Thread.currentThread().setUncaughtExceptionHandler((_, e) -> failures.add(e)));
    Platform.setImplicitExit(false);
    DemoPeople people = DemoPeople.in(server.credentials());
    StoryDesk one = signIn("Desk 1", people.called("receptionist"));
    StoryDesk two = signIn("Desk 2", people.called("scheduler"));
    try {
      open(one, two);
      SlotChoice.FreeSlot made = makeAvailability(one, two);
      book(one, two, made);
      hold(one, two);
      var visits = new VisitStory(server, progress, this::picture);
      visits.moveAndBack(one, two, one.awaitVisit(made.doctor(), made.range().start()));
      visits.arrive(one, two, made.doctor(), made.range().start());
      race(one, two);
      Appointment refused = refuse(one);
      lock(one);
      visits.fallIll(one, two, refused);
      killAndComeBack(one, two);
      failures.forEach(Throwable::printStackTrace);
      require(failures.isEmpty(), "no screen failed on the way");
    } finally {
      one.close();
      two.close();
      Platform.exit();
    }
    progress.tell("The story came true; its pictures are in " + folder);
  }

  private StoryDesk signIn(String name, DemoPeople.Person person) {
    StoryDesk desk = new SignedIn(server, this::picture).open(name, person);
    progress.tell(
        "%s signs in at %s: through the browser, with a password that the desk never sees, and chooses a PIN"
            .formatted(person.login(), name));
    return desk;
  }

  private void open(StoryDesk one, StoryDesk two) {
    for (StoryDesk desk : List.of(one, two)) {
      desk.goTo(HOSPITAL);
      desk.goToDayWith(6, HOSPITAL);
    }
    var day = one.day();
    progress.tell(
        "Both desks show %s on %s: %d doctors, %d visits"
            .formatted(HOSPITAL, day.date(), day.doctors().size(), day.appointments().size()));
    picture(one, "board");
  }

  /// Clicks empty time and makes an availability.
  private SlotChoice.FreeSlot makeAvailability(StoryDesk one, StoryDesk two) {
    SlotChoice.EmptyTime empty = one.emptyTime();
    one.click(empty);
    Hand.await("the availability form", () -> one.hand().find("#until"));
    picture(one, "availability-form");
    long asked = System.nanoTime();
    one.hand().press(KeyCode.ENTER);
    two.freeAt(empty.doctor(), empty.range().start());
    progress.tell(
        "Desk 1 clicks the empty hour %s of %s and makes an availability; Desk 2 sees it %d ms later"
            .formatted(one.time(empty.range().start()), one.doctor(empty.doctor()), since(asked)));
    return one.freeAt(empty.doctor(), empty.range().start());
  }

  /// Clicks the availability and books a patient into it.
  private void book(StoryDesk one, StoryDesk two, SlotChoice.FreeSlot slot) {
    one.startBooking(slot, "kow");
    picture(one, "booking-form");
    one.pickPatient();
    one.awaitCanBook();
    long asked = System.nanoTime();
    one.hand().press(KeyCode.ENTER);
    two.awaitVisit(slot.doctor(), slot.range().start());
    long seen = since(asked);
    one.awaitVisit(slot.doctor(), slot.range().start());
    progress.tell(
        "Desk 1 books a patient there; Desk 2 sees the card %d ms after Enter".formatted(seen));
    picture(two, "the-other-desk-sees-it");
  }

  /// While a form is open its slot is held: the other desk sees by whom, until it is left.
  private void hold(StoryDesk one, StoryDesk two) {
    SlotChoice.FreeSlot slot = one.freeTogether().getFirst();
    DoctorId doctor = slot.doctor();
    Instant start = slot.range().start();
    long clicked = System.nanoTime();
    one.click(slot);
    SlotChoice.OnHold held = two.heldAt(doctor, start);
    long seen = since(clicked);
    require(!held.held().own(), "the slot is held by somebody else");
    progress.tell(
        "Desk 1 opens a form at %s: %d ms later Desk 2 sees that %s holds it"
            .formatted(one.time(start), seen, held.held().hold().holder()));
    picture(two, "held-by-the-other-desk");
    two.click(held);
    require(two.hand().find("#book").isEmpty(), "what another desk holds opens no form");
    one.awaitForm();
    one.hand().press(KeyCode.ESCAPE);
    two.freeAt(doctor, start);
    progress.tell("Desk 1 leaves the form with Esc: the slot is free again on Desk 2");
  }

  /// Both desks click the same slot at the same moment, each for a patient of its own.
  private void race(StoryDesk one, StoryDesk two) {
    SlotChoice.FreeSlot slot = one.freeTogether().getFirst();
    DoctorId doctor = slot.doctor();
    Instant start = slot.range().start();
    SlotChoice.FreeSlot other = two.freeAt(doctor, start);
    Hand.onScreen(() -> {
      one.clickNow(slot);
      two.clickNow(other);
      return start;
    });
    one.find("gr");
    two.find("sa");
    StoryDesk loser = Hand.await("one of the desks is told", () -> told(one).or(() -> told(two)));
    StoryDesk winner = loser == one ? two : one;
    one.pickPatient();
    two.pickPatient();
    winner.awaitCanBook();
    require(
        Hand.onScreen(() -> loser.button("#book").isDisabled()),
        "what another desk holds can't be booked");
    picture(loser, "the-other-desk-was-faster");
    winner.hand().press(KeyCode.ENTER);
    Appointment booked = winner.awaitVisit(doctor, start);
    require(
        loser.awaitVisit(doctor, start).id().equals(booked.id()),
        "both desks show the same visit in the slot");
    Hand.await("other free times", () -> loser.hand().find("#taken .rows > .row"));
    progress.tell(
        "Both desks click %s at once: %s holds and books it, %s is told so and offered other times"
            .formatted(one.time(start), winner.name(), loser.name()));
    picture(loser, "taken-by-the-other-desk");
    loser.hand().press(KeyCode.DIGIT1, KeyCode.ALT);
    loser.awaitCanBook();
    picture(loser, "another-time-chosen");
    loser.hand().press(KeyCode.ENTER);
    Hand.await(
        "the form is done with",
        () -> Optional.of(loser).filter(l -> l.hand().find("#book").isEmpty()));
    progress.tell(
        loser.name() + " takes the first of them with Alt+1 and Enter; nothing was typed twice");
  }

  private static Optional<StoryDesk> told(StoryDesk desk) {
    return desk.hand().find("#taken").map(_ -> desk);
  }

  /// A patient can't be with two doctors at one time: the form says so while typing.
  private Appointment refuse(StoryDesk one) {
    List<SlotChoice.FreeSlot> together = one.freeTogether();
    SlotChoice.FreeSlot first = together.getFirst();
    one.startBooking(first, "ngu");
    one.pickPatient();
    one.awaitCanBook();
    one.hand().press(KeyCode.ENTER);
    Appointment booked = one.awaitVisit(first.doctor(), first.range().start());
    one.startBooking(
        one.freeAt(together.getLast().doctor(), together.getLast().range().start()), "ngu");
    one.pickPatient();
    Node reasons = Hand.await("the reasons", () -> one.hand().find("#obstacles"));
    require(
        Hand.onScreen(() -> one.button("#book").isDisabled() && reasons.isVisible()),
        "what breaks a rule can't be booked");
    progress.tell(
        "Desk 1 tries the same patient with %s at the same time: refused, with the visit in the way"
            .formatted(one.doctor(together.getLast().doctor())));
    picture(one, "refused-with-reasons");
    one.hand().press(KeyCode.ESCAPE);
    return booked;
  }

  /// Locks a desk in the middle of a form: nobody is named there, and the form waits.
  private void lock(StoryDesk one) {
    SlotChoice.FreeSlot slot = one.freeTogether().getFirst();
    one.startBooking(slot, "kow");
    one.hand().press(KeyCode.L, KeyCode.CONTROL);
    Hand.await("the lock", () -> one.hand().find(".lock-screen"));
    require(one.hand().find(".board").isEmpty(), "nothing of the board is behind the lock");
    picture(one, "locked");
    SignedIn.type(one.hand(), "#pin", SignedIn.PIN);
    SignedIn.press(one.hand(), "#unlock");
    Hand.await("the half-typed form", () -> one.hand().find("#patient-search"));
    progress.tell(
        "Desk 1 is locked in the middle of a booking, and unlocked with the PIN: the form waited");
    picture(one, "unlocked");
    one.hand().press(KeyCode.ESCAPE);
    one.hand().press(KeyCode.ESCAPE);
    Hand.await(
        "the form is closed",
        () -> Optional.of(one).filter(_ -> one.hand().find("#patient-search").isEmpty()));
  }

  /// Kills the server; afterwards everything is there, once, on both desks.
  private void killAndComeBack(StoryDesk one, StoryDesk two) {
    List<Appointment> before = Hand.onScreen(one::visits);
    server.kill();
    for (StoryDesk desk : List.of(one, two)) {
      Hand.await(
          desk.name() + " says it is offline", () -> Optional.of(desk).filter(d -> !d.isLive()));
    }
    progress.tell("The server is killed: both desks are read-only and say since when");
    picture(two, "offline");
    server.startAgain();
    for (StoryDesk desk : List.of(one, two)) {
      Hand.await(desk.name() + " is live again", () -> Optional.of(desk).filter(StoryDesk::isLive));
    }
    DaySchedule truth = ServerDay.load(server, HOSPITAL, one.day().date());
    for (StoryDesk desk : List.of(one, two)) {
      Hand.await(
          desk.name() + " shows the server's day",
          () -> Optional.of(desk).filter(d -> d.visits().equals(ServerDay.visits(truth))));
    }
    require(
        Hand.onScreen(one::visits).equals(before),
        "nothing that was acknowledged is gone or doubled");
    progress.tell(
        "The server is back: both desks show its day again, all %d visits, none twice"
            .formatted(before.size()));
    picture(two, "back-again");
  }

  private void picture(StoryDesk desk, String what) {
    picture(desk.hand(), what);
  }

  private void picture(Hand hand, String what) {
    pictures++;
    hand.picture(folder.resolve(String.format(Locale.ROOT, "%02d-%s.png", pictures, what)));
  }

  private static void require(boolean holds, String claim) {
    if (!holds) {
      throw new IllegalStateException("not so: " + claim);
    }
  }

  private static long since(long nanoTime) {
    return Duration.ofNanos(System.nanoTime() - nanoTime).toMillis();
  }
}
