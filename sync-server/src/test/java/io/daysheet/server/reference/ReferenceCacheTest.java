package io.daysheet.server.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.server.SettableClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReferenceCacheTest {

  private final SettableClock clock = new SettableClock();
  private final Map<String, Integer> table = new HashMap<>(Map.of("a", 1, "b", 2));
  private final List<String> asked = new ArrayList<>();
  private Runnable meanwhile = () -> {};
  private final ReferenceCache<String, Integer> cache = new ReferenceCache<>(this::read, clock);

  private Optional<Integer> read(String key) {
    asked.add(key);
    Optional<Integer> found = Optional.ofNullable(table.get(key));
    meanwhile.run();
    return found;
  }

  @Test
  void whatIsKnownIsNotAskedForUntilItsTimeIsOver() {
    assertThat(cache.find("a")).contains(1);
    table.put("a", 7);
    clock.set(clock.instant().plus(ReferenceCache.KEPT).minusNanos(1));
    assertThat(cache.find("a")).contains(1);
    clock.set(clock.instant().plusNanos(1));
    assertThat(cache.find("a")).contains(7);
    assertThat(asked).containsExactly("a", "a");
  }

  @Test
  void whatWasReadBeforeAChangeIsNotBelievedAfterIt() {
    meanwhile =
        () -> {
          table.put("a", 7);
          cache.refresh();
        };
    assertThat(cache.find("a")).contains(1);
    meanwhile = () -> {};

    assertThat(cache.find("a")).contains(7);
  }

  @Test
  void whatIsNotThereIsAskedForEachTime() {
    assertThat(cache.find("c")).isEmpty();
    table.put("c", 3);
    assertThat(cache.find("c")).contains(3);
  }

  @Test
  void manyAreReadInOneGoAndOnlyThoseThatAreNotKnown() {
    cache.find("a");
    List<List<String>> wanted = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      cache.know(
          List.of("a", "b", "b"),
          unknown -> {
            wanted.add(unknown);
            return unknown.stream().collect(Collectors.toMap(key -> key, table::get));
          });
    }

    assertThat(wanted).containsExactly(List.of("b"));
    assertThat(cache.find("b")).contains(2);
    assertThat(asked).containsExactly("a");
  }

  @Test
  void manyThatWereReadBeforeAChangeAreNotBelievedAfterIt() {
    cache.know(
        List.of("b"),
        _ -> {
          cache.refresh();
          return Map.of("b", 2);
        });
    table.put("b", 9);

    assertThat(cache.find("b")).contains(9);
  }
}
