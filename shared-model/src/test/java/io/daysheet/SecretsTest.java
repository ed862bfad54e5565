package io.daysheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No file of the project holds a secret: what is needed is generated where it is used.
class SecretsTest {

  private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".idea", ".jqwik-database");

  private static final Pattern NAME =
      Pattern.compile(".*\\.(p12|pfx|jks|keystore|pem|key|ppk|kdbx)|id_(rsa|ecdsa|ed25519)|\\.env");

  private static final Map<String, Pattern> CONTENTS =
      Map.of(
          "a private key",
          // a break may be written as \n inside a literal
          Pattern.compile(
              "-----BEGIN [A-Z ]*PRIVATE KEY-----(\\\\n|[\"+\\s])*[A-Za-z0-9+/=\\s\\\\\"]{64}"),
          "a signed token",
          Pattern.compile("eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{10,}"),
          "a cloud provider's key",
          Pattern.compile(
              "\\b(AKIA[0-9A-Z]{16}|AIza[\\w-]{35}|gh[pousr]_\\w{36}|glpat-[\\w-]{20}|xox[abp]-[\\w-]{10,}|sk_live_\\w{16,})"),
          "an address with a password in it",
          Pattern.compile("[a-z]://[^/\\s:@\"'<>{}$]+:[^/\\s:@\"'<>{}$]{3,}@[\\w.]"),
          "a password in the settings",
          Pattern.compile(
              "(?im)^\\s*[\\w.-]*(password|secret|api[-_]?key)\\s*[:=]\\s*[\"']?(?!\\$|classpath|true|false)[^\\s\"'<>#]{6,}"));

  private static final Pattern SETTINGS =
      Pattern.compile(".*\\.(ya?ml|properties|cfg|conf|toml|sh)");

  private static final Pattern CONSTANT =
      Pattern.compile(
          "(?i)\\b(\\w*password|\\w*secret|\\w*apikey)\\s*=\\s*\"(?=[^\"]*[0-9!$%&?])[^\"\\s/]{8,}\"");

  @Test
  void noFileHoldsASecret() throws IOException {
    Path project = Path.of("").toAbsolutePath().getParent();
    List<String> found = new ArrayList<>();
    Files.walkFileTree(
        project,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return LEFT_OUT.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = project.relativize(file).toString().replace('\\', '/');
            // one character a byte, so that pictures can be read too
            for (String what : secrets(name, Files.readString(file, StandardCharsets.ISO_8859_1))) {
              found.add(name + " holds " + what);
            }
            return FileVisitResult.CONTINUE;
          }
        });

    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/server.key|",
        "a/.env|",
        "a/id_rsa|",
        "A.java|String k = \"-----BEGIN RSA PRIVATE KEY-----\\nMIIE#\\n#\";",
        "notes.md|-----BEGIN PRIVATE KEY-----\n#\n#",
        "A.java|\"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhYmMifQ.#\"",
        "x.yaml|key: AKIA*",
        "x.md|ghp_#",
        "x.xml|<url>https://joe:geheim1^example.org</url>",
        "application.yaml|spring:\n  password: hunter2!",
        "x.properties|daysheet.client-secret=abcdef",
        "A.java|static final String PASSWORD = \"correct-horse-1\";",
      })
  void aSecretIsSeen(String example) {
    String[] parts = example.split("\\|", 2);
    // put together here, so that this file holds none
    String contents =
        parts[1].replace("#", "Ab1x".repeat(9)).replace("*", "AB12".repeat(4)).replace("^", "@");

    assertThat(secrets(parts[0], contents)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application.yaml|  password: ${DATABASE_PASSWORD}",
        "README.md|--spring.datasource.password=…",
        "A.java|this.password = password;",
        "A.java|\"-----BEGIN PRIVATE KEY-----\\nc2VjcmV0\\n-----END PRIVATE KEY-----\"",
        "A.java|URI.create(\"http://127.0.0.1:8080\")",
        "messages.properties|signin.password=Your password",
      })
  void whatOnlySpeaksOfOneIsNone(String example) {
    String[] parts = example.split("\\|", 2);
    assertThat(secrets(parts[0], parts[1])).isEmpty();
  }

  private static List<String> secrets(String file, String contents) {
    List<String> found = new ArrayList<>();
    String name = file.substring(file.lastIndexOf('/') + 1);
    if (NAME.matcher(name).matches()) {
      found.add("what its name says");
    }
    CONTENTS.forEach((what, pattern) -> {
      boolean matters =
          !what.endsWith("settings") || (SETTINGS.matcher(name).matches() && !isWords(name));
      if (matters && pattern.matcher(contents).find()) {
        found.add(what);
      }
    });
    if (name.endsWith(".java") && CONSTANT.matcher(contents).find()) {
      found.add("a password as a constant");
    }
    return found;
  }

  /// What the desk says, which may speak of passwords.
  private static boolean isWords(String name) {
    return name.startsWith("messages");
  }
}
