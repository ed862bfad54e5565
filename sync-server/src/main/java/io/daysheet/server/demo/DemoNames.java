package io.daysheet.server.demo;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// People's names from many languages, given and family names of one language together. All are
/// made up.
final class DemoNames {

  /// Given and family names of one language.
  private record Language(List<String> given, List<String> family) {
    static Language of(String given, String family) {
      return new Language(List.of(given.split(", ")), List.of(family.split(", ")));
    }
  }

  /// A person's name.
  record Name(String given, String family) {}

  /// The scripts that the desk brings fonts for; others need one of the machine's.
  private static final Set<UnicodeScript> BUNDLED =
      Set.of(
          UnicodeScript.LATIN,
          UnicodeScript.CYRILLIC,
          UnicodeScript.GREEK,
          UnicodeScript.ARABIC,
          UnicodeScript.COMMON,
          UnicodeScript.INHERITED);

  private static final List<Language> LANGUAGES =
      List.of(
          Language.of(
              "Zofia, Łukasz, Małgorzata, Paweł, Żaneta, Stanisław",
              "Kowalska-Łoś, Wiśniewski, Dąbrowska, Szczęsny, Źrebiec"),
          Language.of(
              "Jürgen, Käthe, Björn, Anneliese, Günther, Mia-Sophie",
              "Weiß, Müller-Lüdenscheidt, Schäfer, von der Höhe, Groß"),
          Language.of(
              "Thị Hương, Văn Đức, Minh Châu, Quốc Bảo, Ngọc Ánh", "Nguyễn, Trần, Phạm, Đặng, Lê"),
          Language.of(
              "Олена, Тарас, Оксана, Богдан, Їлина",
              "Шевченко, Коваленко, Ґалаґан, Лисенко, Єфименко"),
          Language.of(
              "Ελένη, Γιώργος, Αικατερίνη, Νίκος, Σοφία",
              "Παπαδοπούλου, Αγγελόπουλος, Οικονόμου, Βλάχος"),
          Language.of("ليلى, أحمد, فاطمة, يوسف, نور", "الحسن, المصري, حداد, الخطيب"),
          Language.of("太郎, 花子, 健一, 美咲, さくら", "山田, 佐藤, 鈴木, 高橋"),
          Language.of(
              "José, María Ángeles, Íñigo, Begoña, Joaquín",
              "García Márquez, Ibáñez Peña, Núñez de la Torre, Muñoz Agüero"),
          Language.of(
              "Niamh, Seán, Aoife, Pádraig, Sinéad",
              "O’Brien, Ní Dhomhnaill, O'Connor, Mac Giolla"),
          Language.of(
              "Sigríður, Þór, Ásta, Guðmundur, Æsa", "Jónsdóttir, Þorsteinsson, Guðmundsdóttir"),
          Language.of("İlknur, Çağla, Oğuz, Şebnem, Işıl", "Yıldız, Öztürk, Şahin, Güneş"),
          Language.of(
              "Zoë, François, Élodie, Anaïs, Jean-Noël",
              "D’Arc, Lefèvre, Bœuf, de La Fontaine, Noël"),
          Language.of("伟, 秀英, 小龙, 美玲, 子涵", "王, 李, 欧阳, 陈"),
          Language.of(
              "Aarav, Priya, Lakshmi, प्रिया, Arjun",
              "Venkataraman, शर्मा, Iyer, Mukhopadhyay, Singh"),
          Language.of("Søren, Åse, Bjørg, Ægir, Malthe", "Ærø, Østergaard, Kjær, Håkansson"),
          Language.of("Jiří, Božena, Řehoř, Věra, Ľudmila", "Dvořák, Černá, Šťastný, Příhodová"),
          Language.of("João, Inês, Luís, Conceição", "dos Santos, Gonçalves, Simões Magalhães"),
          Language.of(
              "Emma, Oliver, Charlotte, Theodore", "Smith, Johnson-Reyes, Taylor, St. John"),
          Language.of("Ștefan, Ioana, Țărnă, Mihai", "Popescu, Ștefănescu, Brâncuși"),
          Language.of("Wanjikũ, Chukwuemeka, Ṣadé, Thabo", "Mũthoni, Okonkwo, Adébáyò, Dlamini"));

  private DemoNames() {}

  /// That many different names, the languages in turn, the same ones for the same randomness.
  static List<Name> patients(int count, RandomGenerator random) {
    List<Name> names = new ArrayList<>();
    Set<Name> taken = new HashSet<>();
    for (int turn = 0; names.size() < count; turn++) {
      Language language = LANGUAGES.get(turn % LANGUAGES.size());
      Name name = new Name(pick(language.given(), random), pick(language.family(), random));
      if (taken.add(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /// Whether a text can be read on a machine with no fonts of its own.
  static boolean isReadableAnywhere(String text) {
    return text.codePoints().mapToObj(UnicodeScript::of).allMatch(BUNDLED::contains);
  }

  static <T> T pick(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }
}
