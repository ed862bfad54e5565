package io.daysheet.bench;

import io.daysheet.desktop.fx.Theme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/// The rows about the screen, in a process of their own, without a display: what the FX thread
/// spends on a board, which is making the nodes or telling them, and style and layout of the next
/// real pulse. Painting goes on in another thread and depends on the graphics card.
///
/// A pulse is listened to rather than made: an `applyCss` by hand styles everything anew and shows
/// many times what a change costs.
final class ScreenBench {

  /// What a line with a row begins with.
  static final String ROW = "row:";

  private static final int SHOWN = 12;
  private static final int SHOWN_WARM_UP = 8;
  private static final int CHANGES = 300;
  private static final int CHANGES_WARM_UP = 90;
  private static final double GOAL_SHOWN = 1.6;
  private static final double GOAL_CHANGE_MS = 16;

  private final Window ours = new Window();
  private final Window theirs = new Window();

  private ScreenBench() {}

  /// Prints its rows.
  public static void main(String[] arguments) throws Exception {
    var ready = new CompletableFuture<ScreenBench>();
    Platform.startup(() -> ready.complete(new ScreenBench()));
    ScreenBench bench = ready.get(60, TimeUnit.SECONDS);
    System.out.println(ROW + bench.shown().line());
    System.out.println(ROW + bench.changed().line());
    Platform.exit();
  }

  private Row shown() throws Exception {
    List<Double> our = new ArrayList<>();
    List<Double> their = new ArrayList<>();
    for (int i = 0; i < SHOWN_WARM_UP + SHOWN; i++) {
      var day = new FullDay(LocalDate.of(2026, 3, 2).plusDays(i));
      double theirTime = theirs.show(day, DefaultBoard::new);
      double ourTime = ours.show(day, OurBoard::new);
      if (i >= SHOWN_WARM_UP) {
        their.add(theirTime);
        our.add(ourTime);
      }
    }
    double ratio = Samples.of(our).median() / Samples.of(their).median();
    return new Row(
        "Desk: 20 doctors × 20 visits shown, warm",
        Row.figure("CalendarFX's views %.0f ms", Samples.of(their).median()),
        Row.figure("%.0f ms", Samples.of(our).median()),
        Row.figure("%.2f ×", ratio),
        Row.figure("≤ %.1f ×", GOAL_SHOWN),
        ratio <= GOAL_SHOWN);
  }

  private Row changed() throws Exception {
    List<Double> our = new ArrayList<>();
    List<Double> their = new ArrayList<>();
    int most = 0;
    for (int i = 0; i < CHANGES_WARM_UP + CHANGES; i++) {
      int number = i / 3 * 37 % (FullDay.DOCTORS * FullDay.VISITS);
      double theirTime = theirs.change(i % 3, number);
      Set<Node> before = ours.nodes();
      double ourTime = ours.change(i % 3, number);
      if (i >= CHANGES_WARM_UP) {
        most = Math.max(most, ours.nodesBesides(before));
        their.add(theirTime);
        our.add(ourTime);
      }
    }
    Samples samples = Samples.of(our);
    int all = ours.nodes().size();
    boolean onlyOne = most < all / FullDay.DOCTORS;
    return new Row(
        "Desk: one remote change on it, p50 / p99",
        Row.figure(
            "CalendarFX's views %.1f / %.1f ms",
            Samples.of(their).median(), Samples.of(their).at(0.99)),
        Row.figure(
            "%.1f / %.1f ms, at most %d of %d nodes new",
            samples.median(), samples.at(0.99), most, all),
        Row.figure(
            "%.1f × / %.1f ×",
            samples.median() / Samples.of(their).median(),
            samples.at(0.99) / Samples.of(their).at(0.99)),
        Row.figure("p99 ≤ %.0f ms, no rebuild", GOAL_CHANGE_MS),
        samples.at(0.99) <= GOAL_CHANGE_MS && onlyOne);
  }

  /// A window with one of the two boards.
  private static final class Window {

    private final Scene scene = new Scene(new Pane(), 1216, 700);
    private ShownBoard board = new Nothing();
    private long layoutStart;
    private Consumer<Double> laidOut = _ -> {};

    Window() {
      Theme.LIGHT.applyTo(scene);
      scene.addPreLayoutPulseListener(() -> layoutStart = System.nanoTime());
      scene.addPostLayoutPulseListener(
          () -> laidOut.accept((System.nanoTime() - layoutStart) / 1e6));
      var stage = new Stage();
      stage.setScene(scene);
      stage.show();
    }

    double show(FullDay day, Function<FullDay, ShownBoard> maker) throws Exception {
      return measure(() -> {
        board = maker.apply(day);
        scene.setRoot(board.root());
      });
    }

    /// A visit changes, goes, or comes back, in turn.
    double change(int kind, int number) throws Exception {
      IntConsumer change =
          switch (kind) {
            case 0 -> board::change;
            case 1 -> board::remove;
            default -> board::add;
          };
      return measure(() -> change.accept(number));
    }

    /// Milliseconds of the FX thread for the work and for style and layout of the pulse after it.
    private double measure(Runnable work)
        throws ExecutionException, InterruptedException, TimeoutException {
      var measured = new CompletableFuture<Double>();
      Platform.runLater(() -> {
        long start = System.nanoTime();
        work.run();
        double worked = (System.nanoTime() - start) / 1e6;
        laidOut =
            layout -> {
              laidOut = _ -> {};
              measured.complete(worked + layout);
            };
        Platform.requestNextPulse();
      });
      return measured.get(60, TimeUnit.SECONDS);
    }

    Set<Node> nodes() throws Exception {
      var found = new CompletableFuture<Set<Node>>();
      Platform.runLater(() -> {
        Set<Node> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(scene.getRoot(), nodes);
        found.complete(nodes);
      });
      return found.get(60, TimeUnit.SECONDS);
    }

    private static void collect(Node node, Set<Node> into) {
      into.add(node);
      if (node instanceof Parent parent) {
        parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
      }
    }

    int nodesBesides(Set<Node> before) throws Exception {
      return (int) nodes().stream().filter(node -> !before.contains(node)).count();
    }
  }

  /// Before the first board.
  private static final class Nothing implements ShownBoard {
    @Override
    public Parent root() {
      return new Pane();
    }

    @Override
    public void change(int number) {}

    @Override
    public void remove(int number) {}

    @Override
    public void add(int number) {}
  }
}
