package io.daysheet.server.identity;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;
import me.gosimple.nbvcxz.resources.DictionaryBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Passwords that are guessed soon: those of known breaches, words, names, rows of keys, dates and
/// repetitions, and what is put together of them. The lists (a hundred thousand passwords and as
/// many words) come with the library nbvcxz; nobody else is asked.
///
/// Only 941 of the listed ones are long enough to be typed here at all: so it is not looked up but
/// estimated, by that library, how many guesses it takes somebody who tries those first.
@Component
class CommonPasswords {

  /// About 2³⁵ guesses: at the pace that sign-in allows that is never, and with a stolen hash many
  /// years of a processor.
  private static final double LEAST_BITS = 35;

  /// What comes after this can only make it harder, and the estimate of very long ones takes long.
  private static final int ESTIMATED = 64;

  /// What is typed first into a schedule of a hospital.
  private static final String[] OURS = {
    "daysheet",
    "hospital",
    "clinic",
    "reception",
    "receptionist",
    "scheduler",
    "frontdesk",
    "patient",
    "doctor",
    "appointment",
    "klinik",
    "krankenhaus",
    "empfang",
    "rezeption",
    "praxis"
  };

  /// 20 MB that are needed on few days: given back when memory is short.
  private @Nullable SoftReference<Nbvcxz> kept;

  boolean contain(String password) {
    String start =
        password.substring(
            0,
            password.offsetByCodePoints(
                0, Math.min(ESTIMATED, password.codePointCount(0, password.length()))));
    return !start.isEmpty() && estimator().estimate(start).getEntropy() < LEAST_BITS;
  }

  private synchronized Nbvcxz estimator() {
    Nbvcxz known = kept == null ? null : kept.get();
    if (known != null) {
      return known;
    }
    Nbvcxz made =
        new Nbvcxz(
            new ConfigurationBuilder()
                .setLocale(Locale.ENGLISH)
                .setMaxLength(ESTIMATED)
                // near misses of a word are other words too
                .setDistanceCalc(false)
                .setDictionaries(dictionaries())
                .createConfiguration());
    kept = new SoftReference<>(made);
    return made;
  }

  private static List<Dictionary> dictionaries() {
    var ours = new DictionaryBuilder().setDictionaryName("ours").setExclusion(false);
    for (int rank = 1; rank <= OURS.length; rank++) {
      ours.addWord(OURS[rank - 1], rank);
    }
    var all = new ArrayList<>(ConfigurationBuilder.getDefaultDictionaries());
    all.add(ours.createDictionary());
    return all;
  }
}
