package io.daysheet.desktop.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.desktop.remote.SignInOutcome;
import io.daysheet.desktop.remote.SignInOutcome.NotSignedIn;
import io.daysheet.desktop.remote.SignInOutcome.Why;
import io.daysheet.desktop.signin.SignInStep.Failed;
import io.daysheet.desktop.signin.SignInStep.InBrowser;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInViewModelTest {

  private static final URI PAGE = URI.create("http://127.0.0.1:8080/oauth2/authorize?x=1");

  private final List<URI> shown = new ArrayList<>();
  private @Nullable Runnable browserFails;
  private @Nullable Consumer<URI> open;
  private @Nullable Consumer<SignInOutcome> then;
  private int cancelled;

  private final SignInViewModel signIn =
      new SignInViewModel(
          (opener, end) -> {
            open = opener;
            then = end;
            return () -> cancelled++;
          },
          (page, failed) -> {
            shown.add(page);
            browserFails = failed;
          },
          Runnable::run,
          _ -> {});

  private SignInStep step() {
    return signIn.stepProperty().get();
  }

  private void opened() {
    signIn.begin();
    Objects.requireNonNull(open).accept(PAGE);
  }

  @Test
  void theBrowserShowsThePageAndShowsItAgain() {
    opened();
    assertThat(step()).isEqualTo(new InBrowser(PAGE, true));
    signIn.openAgain();

    assertThat(shown).containsExactly(PAGE, PAGE);
  }

  @Test
  void withoutABrowserTheAddressIsThereToBeCopied() {
    opened();
    Objects.requireNonNull(browserFails).run();

    assertThat(step()).isEqualTo(new InBrowser(PAGE, false));
  }

  @Test
  void aBrowserThatFailsAfterTheEndChangesNothing() {
    opened();
    signIn.stop();
    Objects.requireNonNull(browserFails).run();

    assertThat(step()).isEqualTo(new SignInStep.Ready());
    assertThat(cancelled).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Why.class)
  void eachEndWithoutTokensIsSaidInWordsWithACode(Why why) {
    opened();
    Objects.requireNonNull(then).accept(new NotSignedIn(why));

    assertThat(step()).isInstanceOf(Failed.class);
    Failed failed = (Failed) step();
    assertThat(failed.title()).isNotBlank();
    assertThat(failed.text()).endsWith(".");
    assertThat(failed.code()).matches("sign-in-[a-z-]+");
  }

  @Test
  void whoBeginsAnewDoesNotWaitForTheOldPage() {
    opened();
    signIn.begin();

    assertThat(cancelled).isEqualTo(1);
    assertThat(step()).isEqualTo(new SignInStep.Opening());
  }
}
