package io.daysheet.desktop.remote;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/// Where the server is, who asks it, and the one HTTP client for both ways to it. Its threads are
/// virtual and don't keep the program alive.
public final class ServerAddress implements AutoCloseable {

  static final String DESK = "Daysheet-Desk";

  private final HttpUrl base;
  private final OkHttpClient client;
  private final @Nullable AccessTokens tokens;
  private final @Nullable TrustedAuthorities trusted;

  /// The server at an address such as `http://127.0.0.1:8080`, without a sign-in: a made-up server
  /// needs none, a real one only tells how it is.
  ///
  /// @param desk what this desk calls itself, up to 60 characters of any script
  public ServerAddress(String address, String desk) {
    this(address, desk, null, Duration.ofSeconds(10));
  }

  /// The server at an address, asked in the name of whoever the tokens stand for.
  public ServerAddress(String address, String desk, AccessTokens tokens) {
    this(address, desk, tokens, Duration.ofSeconds(10));
  }

  ServerAddress(String address, String desk, @Nullable AccessTokens tokens, Duration patience) {
    this.tokens = tokens;
    this.trusted = null;
    this.base = HttpUrl.get(address);
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("daysheet-", 0).factory());
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequestsPerHost(32);
    String name = URLEncoder.encode(desk, StandardCharsets.UTF_8).replace("+", "%20");
    var builder = new OkHttpClient.Builder();
    if (!base.isHttps()) {
      // Without this the keys of every certificate authority are read, which a start would wait
      // for.
      builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
    } else {
      builder.connectionSpecs(List.of(ConnectionSpec.RESTRICTED_TLS));
      TrustedAuthorities.ofTheSystem().applyTo(builder);
    }
    if (tokens != null) {
      builder.addInterceptor(new Authorized(tokens));
    }
    this.client =
        builder
            .dispatcher(dispatcher)
            .connectTimeout(patience.dividedBy(3))
            .readTimeout(patience)
            .callTimeout(patience)
            .addInterceptor(new Respite())
            .addInterceptor(
                chain -> chain.proceed(chain.request().newBuilder().header(DESK, name).build()))
            .build();
  }

  @Nullable AccessTokens tokens() {
    return tokens;
  }

  private ServerAddress(
      HttpUrl base,
      OkHttpClient client,
      @Nullable AccessTokens tokens,
      TrustedAuthorities trusted) {
    this.trusted = trusted;
    this.base = base;
    this.client = client;
    this.tokens = tokens;
  }

  /// The same server, if one of these vouches for it: instead of those that the system trusts.
  public ServerAddress trusting(TrustedAuthorities authorities) {
    OkHttpClient.Builder careful = client.newBuilder();
    authorities.applyTo(careful);
    return new ServerAddress(base, careful.build(), tokens, authorities);
  }

  OkHttpClient client() {
    return client;
  }

  /// For the place where people sign in, which may be somebody else's: that is not told which desk
  /// asks, and may be vouched for by those that the system trusts as well as by the server's own.
  /// No redirect is followed, since it could lead to where nothing was checked.
  OkHttpClient signInClient(HttpUrl place) {
    OkHttpClient.Builder direct = client.newBuilder().followRedirects(false);
    boolean isServer =
        place.scheme().equals(base.scheme())
            && place.host().equals(base.host())
            && place.port() == base.port();
    if (!isServer) {
      direct.interceptors().clear();
      direct.connectionSpecs(List.of(ConnectionSpec.RESTRICTED_TLS, ConnectionSpec.CLEARTEXT));
      if (place.isHttps()) {
        var system = TrustedAuthorities.ofTheSystem();
        (trusted == null ? system : trusted.and(system)).applyTo(direct);
      }
    }
    return direct.build();
  }

  /// Whether this is the server's own address.
  boolean isAt(HttpUrl url) {
    return url.equals(base) || url.newBuilder().addPathSegment("").build().equals(base);
  }

  HttpUrl.Builder api(String path) {
    return base.newBuilder().addPathSegments("api/v1/" + path);
  }

  HttpUrl readiness() {
    return at("actuator/health/readiness");
  }

  /// Beside the API.
  HttpUrl at(String path) {
    return base.newBuilder().addPathSegments(path).build();
  }

  boolean isHttps() {
    return base.isHttps();
  }

  /// Ends every request and connection that is under way.
  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
