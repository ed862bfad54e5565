package io.daysheet.bench;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;

/// People as a city has them: a few family names are frequent and many are rare, so that most
/// beginnings of two letters are those of hundreds, and some of thousands.
///
/// @param number makes the person: the same each time
record Names(int number) {

  private static final String[] GIVEN = {
    "Maria",
    "Anna",
    "Peter",
    "Michael",
    "Thomas",
    "Ursula",
    "Andreas",
    "Martin",
    "Sofia",
    "Zofia",
    "Wolfgang",
    "Klaus",
    "Julia",
    "Stefan",
    "Christian",
    "Marie",
    "Katarzyna",
    "Ali",
    "Fatima",
    "Hans",
    "Jürgen",
    "Monika",
    "Petra",
    "Sabine",
    "Frank",
    "Renate",
    "José",
    "Emma",
    "Ben",
    "Lea",
    "Leon",
    "Helga",
    "Paul",
    "Mehmet",
    "Ayşe",
    "Olga",
    "Dmitri",
    "Karin",
    "Uwe",
    "Daniel",
    "Tobias",
    "Laura",
    "Nicole",
    "Heike",
    "Gisela",
    "Ingrid",
    "Erika",
    "Werner",
    "Horst",
    "Bernd",
    "Günter",
    "Renée",
    "Yusuf",
    "Oliver",
    "Ralf",
    "Simone",
    "Vera",
    "Xaver",
    "Quirin",
    "Theo"
  };

  private static final String[] STARTS = {
    "Ma", "Mü", "Schm", "Schn", "Fi", "We", "Be", "Ho", "Ko", "Ba", "Ri", "Kl", "Wo", "Ne", "Schw",
    "Zi", "Br", "Kr", "Ha", "La", "Ka", "Sa", "Ku", "Gr", "Pe", "St", "Lu", "Fr", "Ja", "De", "Ro",
    "Vo", "Wi", "No", "Ni", "Ta", "Os", "Ei", "Ul", "Yi"
  };

  private static final String[] MIDDLES = {
    "y", "ll", "idt", "eid", "sch", "ber", "ck", "ff", "walsk", "ue", "cht", "ein", "lf", "um",
    "artz", "mmer", "aun", "use", "rtm", "nge", "is", "lim", "nz", "oß", "ters", "off", "dwig", "an"
  };

  private static final String[] ENDS = {
    "er", "mann", "ki", "ska", "ert", "e", "", "s", "son", "ow", "ić", "ová", "hardt", "stein",
    "berg", "feld", "hofer", "inger", "ler", "meier"
  };

  String given() {
    return one(GIVEN, random(1));
  }

  String family() {
    Random random = random(2);
    return one(STARTS, random) + one(MIDDLES, random) + one(ENDS, random);
  }

  LocalDate born() {
    return LocalDate.of(1930, 1, 1).plusDays(number * 7919L % 30_000);
  }

  String phone() {
    return String.format(Locale.ROOT, "+49 30 %07d", number * 104_729L % 10_000_000);
  }

  String record() {
    return """
    {"givenName":"%s","familyName":"%s","birthDate":"%s","phone":"%s"}\
    """
        .formatted(given(), family(), born(), phone());
  }

  private Random random(int name) {
    return new Random(number * 31L + name * 1_000_003L);
  }

  /// The first ones more often.
  private static String one(String[] all, Random random) {
    return all[(int) (Math.pow(random.nextDouble(), 1.5) * all.length)];
  }
}
