package io.daysheet.server.identity;

import io.daysheet.identity.Account;
import io.daysheet.identity.AccountId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The second factor: a code of an authenticator, or a recovery code where that is lost. How often
/// one may try is not decided here, but by [SignIn] and [Throttle].
@Component
public class SecondFactors {

  static final int RECOVERY_CODES = 10;
  private static final Duration TO_BE_CONFIRMED_WITHIN = Duration.ofMinutes(15);
  private static final Pattern TIME_CODE = Pattern.compile("\\d{6}");
  private static final String ISSUER = "Daysheet";

  /// What goes into the authenticator; shown once.
  ///
  /// @param uri `otpauth://…`, to be shown as a picture that is scanned
  /// @param key the same for typing, in Base32
  public record Enrolment(String uri, String key) {

    @Override
    public String toString() {
      return "Enrolment";
    }
  }

  private final SecondFactorRows rows;
  private final FactorKeys keys;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;
  private final TimeCodes codes = new TimeCodes();

  SecondFactors(
      SecondFactorRows rows,
      FactorKeys keys,
      ApplicationEventPublisher events,
      InstantSource clock) {
    this.rows = rows;
    this.keys = keys;
    this.events = events;
    this.clock = clock;
  }

  public boolean isActive(AccountId account) {
    return rows.key(account).isPresent();
  }

  /// Makes a key, which nobody is asked for until a code of it has been shown. Empty if the account
  /// has one already.
  public Optional<Enrolment> begin(Account account) {
    byte[] key = codes.newKey();
    return rows.begin(account.id(), keys.encrypt(account.id(), key), clock.instant())
        ? Optional.of(enrolment(account, key))
        : Optional.empty();
  }

  /// From now on the account has a second factor.
  ///
  /// @return the recovery codes, which nobody is told again; empty if the code is wrong, or nothing
  ///   was begun in the last quarter of an hour
  @Transactional
  public Optional<List<String>> confirm(AccountId account, String code) {
    Instant now = clock.instant();
    Optional<byte[]> begun = rows.begunKey(account, now.minus(TO_BE_CONFIRMED_WITHIN));
    Optional<Long> step =
        begun.flatMap(key -> codes.step(keys.decrypt(account, key), digits(code), now));
    if (step.isEmpty() || !rows.confirm(account, begun.orElseThrow(), step.get())) {
      return Optional.empty();
    }
    return Optional.of(newRecoveryCodes(account));
  }

  /// How many recovery codes are left.
  public int recoveryCodes(AccountId account) {
    return rows.recoveryCodes(account);
  }

  /// Makes other recovery codes; those before are worth nothing any more.
  ///
  /// @return nobody is told them again; empty if the account has no second factor
  @Transactional
  public Optional<List<String>> renewRecoveryCodes(AccountId account) {
    return rows.isKept(account) ? Optional.of(newRecoveryCodes(account)) : Optional.empty();
  }

  private List<String> newRecoveryCodes(AccountId account) {
    List<String> codes = Stream.generate(RandomText::recoveryCode).limit(RECOVERY_CODES).toList();
    rows.replaceRecoveryCodes(account, codes.stream().map(SecondFactors::hash).toList());
    return codes;
  }

  /// Whether the code is right; it is spent then, and so is each one before it.
  boolean verify(AccountId account, String code) {
    String typed = digits(code);
    if (!TIME_CODE.matcher(typed).matches()) {
      return isActive(account) && rows.useRecoveryCode(account, hash(code));
    }
    return rows.key(account)
        .flatMap(key -> codes.step(keys.decrypt(account, key), typed, clock.instant()))
        .filter(step -> rows.use(account, step))
        .isPresent();
  }

  /// The password alone is enough again.
  ///
  /// @param kept the sign-in in which its owner does so; null if somebody else does
  @Transactional
  public void remove(AccountId account, @Nullable String kept) {
    rows.remove(account);
    events.publishEvent(new CredentialsChanged(account, kept));
  }

  private static Enrolment enrolment(Account account, byte[] key) {
    String text = new Base32().encodeToString(key);
    String login = URLEncoder.encode(account.login(), StandardCharsets.UTF_8).replace("+", "%20");
    return new Enrolment(
        "otpauth://totp/%s:%s?secret=%s&issuer=%s".formatted(ISSUER, login, text, ISSUER), text);
  }

  /// Authenticators show a gap in the middle.
  private static String digits(String code) {
    return code.replaceAll("\\s", "");
  }

  /// However it is typed: capitals, spaces, with or without the dashes.
  private static byte[] hash(String recoveryCode) {
    String typed = recoveryCode.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    try {
      return MessageDigest.getInstance("SHA-256").digest(typed.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
