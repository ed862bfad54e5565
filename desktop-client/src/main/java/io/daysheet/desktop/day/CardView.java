package io.daysheet.desktop.day;

import com.calendarfx.model.Entry;
import com.calendarfx.view.DateControl.Layer;
import com.calendarfx.view.DayEntryView;
import io.daysheet.desktop.day.Lanes.Lane;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;
import org.jspecify.annotations.Nullable;

/// CalendarFX's view of one entry, with our card in it: it has the entry's place, the card the
/// looks.
final class CardView extends DayEntryView {
  private static final double LEFT = 9;
  private static final double RIGHT = 4;
  private static final double NARROW = 128;
  private static final double USUAL_WIDTH = 150;
  private static final double USUAL_HEIGHT = 56;

  private final Card card = new Card();
  private Lane lane = Lane.WHOLE;
  private @Nullable CardText text;

  CardView(Entry<?> entry) {
    super(entry);
    getStyleClass().setAll("card-view");
    setLayer(Layer.TOP);
    setFocusTraversable(false);
    setMinHeight(0);
  }

  Block block() {
    return (Block) getEntry().getUserObject();
  }

  Card card() {
    return card;
  }

  void say(CardText said) {
    text = said;
    boolean placed = card.getWidth() > 0;
    card.show(
        said, placed ? card.getWidth() : USUAL_WIDTH, placed ? card.getHeight() : USUAL_HEIGHT);
  }

  void stand(Lane where) {
    if (!where.equals(lane)) {
      lane = where;
      layOutCard(getWidth(), getHeight());
    }
  }

  /// Where the card stands in the column; empty until it was laid out for the first time.
  Optional<Rectangle2D> bounds() {
    return card.getWidth() > 0 && card.getHeight() > 0
        ? Optional.of(
            new Rectangle2D(
                getLayoutX() + card.getLayoutX(),
                getLayoutY() + card.getLayoutY(),
                card.getWidth(),
                card.getHeight()))
        : Optional.empty();
  }

  /// The card gets its words here and not while it is laid out: lines that are added then would
  /// stay without style and place until the next pulse.
  @Override
  public void resize(double width, double height) {
    super.resize(width, height);
    layOutCard(width, height);
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new CardSkin(this);
  }

  private void layOutCard(double width, double height) {
    boolean narrow = width < NARROW;
    double left = narrow ? LEFT - 1 : LEFT;
    double right = narrow ? RIGHT - 1 : RIGHT;
    double share = (width - left - right) / lane.count();
    double x = Math.rint(left + share * lane.index());
    double gap = lane.index() + 1 < lane.count() ? 2 : 0;
    double cardWidth = Math.rint(left + share * (lane.index() + 1)) - x - gap;
    double inset = height >= 34 ? 2 : 1;
    double cardHeight = Math.max(8, height - 2 * inset);
    card.resizeRelocate(x, inset, cardWidth, cardHeight);
    if (text != null) {
      card.show(text, cardWidth, cardHeight);
    }
  }

  /// The default skin would colour the entry by its calendar.
  private static final class CardSkin extends SkinBase<CardView> {
    CardSkin(CardView view) {
      super(view);
      view.card.setManaged(false);
      getChildren().add(view.card);
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
      // The view places its card when it gets its own size.
    }

    @Override
    protected double computeMinHeight(double w, double t, double r, double b, double l) {
      return 0;
    }
  }
}
