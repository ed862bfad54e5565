package io.daysheet.server.crypto;

import com.google.crypto.tink.KmsClient;
import io.daysheet.server.ServerSettings;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Finds the master key: in a key management system, in the environment, or in a file of the data
/// folder. It asks no database.
@Component
class MasterKeys {

  private final CryptoSettings settings;
  private final MasterKeyFile file;
  private final Iterable<KmsClient> systems;

  @Autowired
  MasterKeys(CryptoSettings settings, ServerSettings server) {
    this(
        settings,
        new MasterKeyFile(server.data().resolve("keys")),
        ServiceLoader.load(KmsClient.class));
  }

  MasterKeys(CryptoSettings settings, MasterKeyFile file, Iterable<KmsClient> systems) {
    this.settings = settings;
    this.file = file;
    this.systems = systems;
  }

  /// The one that wraps from now on, and the one before it if it is still known. Empty if there is
  /// only a file and it is not there.
  List<MasterKey> known() {
    String secret = settings.masterKey();
    String kms = settings.kmsKey();
    if (kms != null && secret != null) {
      throw new KeyTrouble(
          "master-key-ambiguous",
          "both daysheet.crypto.kms-key and daysheet.crypto.master-key are set.",
          "Set one of them; the key before it goes into previous-kms-key or previous-master-key.");
    }
    List<MasterKey> named =
        Stream.of(inSystem(kms), inText(secret, "daysheet.crypto.master-key"), previous())
            .flatMap(Optional::stream)
            .toList();
    return kms == null && secret == null
        ? Stream.concat(inFiles(), named.stream()).toList()
        : Stream.concat(named.stream(), inFiles()).toList();
  }

  /// The first one of all, for data that is still to come.
  MasterKey make() {
    return file.make(file.current());
  }

  boolean isInFile() {
    return settings.kmsKey() == null && settings.masterKey() == null;
  }

  /// Puts a new key beside the one in the file.
  void makeNext() {
    if (!Files.exists(file.next())) {
      file.make(file.next());
    }
  }

  /// To be called when the first of [#known] wraps everything.
  void forgetPrevious() {
    if (isInFile() && Files.exists(file.next())) {
      file.replace();
    }
  }

  /// Where it is looked for, in an administrator's words.
  String place() {
    if (settings.kmsKey() != null) {
      return "daysheet.crypto.kms-key";
    }
    return settings.masterKey() != null ? "daysheet.crypto.master-key" : file.current().toString();
  }

  private Stream<MasterKey> inFiles() {
    return Stream.of(MasterKeyFile.read(file.next()), MasterKeyFile.read(file.current()))
        .flatMap(Optional::stream);
  }

  private Optional<MasterKey> previous() {
    return inText(settings.previousMasterKey(), "daysheet.crypto.previous-master-key")
        .or(() -> inSystem(settings.previousKmsKey()));
  }

  private static Optional<MasterKey> inText(@Nullable String text, String where) {
    return Optional.ofNullable(text)
        .map(secret -> MasterKey.of(MasterKeyText.parse(secret, where)));
  }

  private Optional<MasterKey> inSystem(@Nullable String key) {
    return Optional.ofNullable(key).map(this::ask);
  }

  private MasterKey ask(String key) {
    for (KmsClient system : systems) {
      if (system.doesSupport(key)) {
        try {
          return new MasterKey(key, system.withDefaultCredentials().getAead(key), true);
        } catch (GeneralSecurityException refused) {
          throw new KeyTrouble(
              "master-key-unusable",
              "the key management system refuses the key " + key + ".",
              "Check this machine's credentials and its right to use that key.");
        }
      }
    }
    throw new KeyTrouble(
        "master-key-unusable",
        "no key management system is known that has the key " + key + ".",
        "Put the Tink extension of that system on the class path.");
  }
}
