package io.daysheet.desktop.remote;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/// Puts the desk's access token on each request of the API, and asks once more with another when
/// the server does not take it: it may have expired on the way.
final class Authorized implements Interceptor {

  private static final String HEADER = "Authorization";

  private final AccessTokens tokens;

  Authorized(AccessTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (!request.url().encodedPath().contains("/api/")) {
      return chain.proceed(request);
    }
    String token = tokens.current().value();
    Response answer = chain.proceed(with(token, request));
    if (answer.code() != 401) {
      return answer;
    }
    answer.close();
    return chain.proceed(with(tokens.insteadOf(token).value(), request));
  }

  private static Request with(String token, Request request) {
    return request.newBuilder().header(HEADER, "Bearer " + token).build();
  }
}
