package io.daysheet.desktop;

import io.daysheet.desktop.remote.TrustedAuthorities;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a desk is started with: `--name=value` on the command line, else `DAYSHEET_NAME` in the
/// environment, else the default.
///
/// @param server where the sync server is
/// @param deskName what other desks call this one, such as "Desk 2"
/// @param theme `light`, `dark` or `high-contrast`
/// @param locksAfter how long nobody may touch the desk before it locks itself, if that is sooner
///   than the server says; null: as the server says
/// @param demo the demo's credentials, by which this desk signs in without asking; null: somebody
///   signs in in person
/// @param trust the certificate authorities that the server's certificate may come from; null:
///   those that the system trusts
/// @param place where the window opens on the screen; null: wherever the system likes
public record DeskSettings(
    URI server,
    String deskName,
    String theme,
    @Nullable Duration locksAfter,
    @Nullable Demo demo,
    @Nullable Path trust,
    @Nullable Place place) {

  private static final List<String> KNOWN =
      List.of("server", "desk", "theme", "lock", "credentials", "role", "trust", "place");
  private static final List<String> THEMES = List.of("light", "dark", "high-contrast");

  /// A sign-in to a demo as one of its roles, by the file that its server writes.
  public record Demo(Path credentials, String role) {}

  /// A window's place on the screen in pixels: left, top, width, height.
  public record Place(double x, double y, double width, double height) {

    static Place parse(String text) {
      try {
        double[] v = Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
        return new Place(v[0], v[1], v[2], v[3]);
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException wrong) {
        throw new Unusable("--place is left,top,width,height in pixels, such as 0,0,1280,800");
      }
    }
  }

  /// The command line or the environment says something that can't be used.
  public static final class Unusable extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    Unusable(String message) {
      super(message);
    }
  }

  /// Reads the command line.
  ///
  /// @param environment looks up a variable; null if it is not set
  public static DeskSettings of(
      List<String> arguments, Function<String, @Nullable String> environment) {
    Map<String, String> given =
        arguments.stream()
            .map(DeskSettings::split)
            .collect(Collectors.toMap(a -> a[0], a -> a[1], (first, second) -> second));
    Function<String, Optional<String>> value =
        name ->
            Optional.ofNullable(given.get(name))
                .or(() ->
                    Optional.ofNullable(
                        environment.apply("DAYSHEET_" + name.toUpperCase(Locale.ROOT))))
                .filter(text -> !text.isBlank());
    return new DeskSettings(
        value
            .apply("server")
            .map(DeskSettings::address)
            .orElse(URI.create("http://127.0.0.1:8080")),
        value.apply("desk").orElseGet(DeskSettings::hostName),
        value.apply("theme").map(DeskSettings::theme).orElse("light"),
        value.apply("lock").map(DeskSettings::minutes).orElse(null),
        value
            .apply("credentials")
            .map(file -> new Demo(Path.of(file), value.apply("role").orElse("receptionist")))
            .orElse(null),
        value.apply("trust").map(DeskSettings::authorities).orElse(null),
        value.apply("place").map(Place::parse).orElse(null));
  }

  private static String[] split(String argument) {
    String[] parts = argument.split("=", 2);
    if (parts.length < 2 || !parts[0].startsWith("--") || !KNOWN.contains(parts[0].substring(2))) {
      throw new Unusable(
          "unknown option "
              + parts[0]
              + "; there are --server=, --desk=, --theme=, --lock=, --credentials=, --role=,"
              + " --trust= and --place=");
    }
    return new String[] {parts[0].substring(2), parts[1]};
  }

  private static URI address(String text) {
    try {
      URI address = URI.create(text);
      if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
        return address;
      }
    } catch (IllegalArgumentException wrong) {
      throw new Unusable(
          "--server is an address such as http://127.0.0.1:8080: " + wrong.getMessage());
    }
    throw new Unusable("--server is an address such as http://127.0.0.1:8080");
  }

  private static String theme(String text) {
    if (!THEMES.contains(text)) {
      throw new Unusable("--theme is one of " + String.join(", ", THEMES));
    }
    return text;
  }

  private static Path authorities(String text) {
    try {
      Path file = Path.of(text);
      TrustedAuthorities _ = TrustedAuthorities.in(file);
      return file;
    } catch (InvalidPathException | TrustedAuthorities.UnreadableAuthorities wrong) {
      throw new Unusable("--trust is a file of certificates: " + wrong.getMessage());
    }
  }

  private static Duration minutes(String text) {
    if (!text.matches("[1-9]|[1-5][0-9]|60")) {
      throw new Unusable("--lock is a number of minutes from 1 to 60");
    }
    return Duration.ofMinutes(Integer.parseInt(text));
  }

  /// A desk that was given no name is called after its machine.
  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "Desk";
    }
  }
}
