package io.daysheet.server.signin;

import io.daysheet.server.Api;
import io.daysheet.server.Api.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A desk's part of a sign-in: what it sends the browser with, and how it exchanges the code.
record DeskClient(Api api, String verifier) {

  static final String CALL_BACK = "http://127.0.0.1:49152/signed-in";

  static DeskClient at(int port) {
    return new DeskClient(Api.on(port).anonymous(), Secrets.make() + Secrets.make());
  }

  String authorize() {
    return authorize(CALL_BACK, "&code_challenge_method=S256&code_challenge=" + challenge());
  }

  static String authorize(String callBack, String more) {
    return "/oauth2/authorize?response_type=code&client_id=daysheet-desk&state=s%26t&redirect_uri="
        + Api.encoded(callBack)
        + more;
  }

  private String challenge() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            Secrets.hash(
                new String(verifier.getBytes(StandardCharsets.US_ASCII), StandardCharsets.UTF_8)));
  }

  Answer exchange(String code) {
    return exchange(code, verifier, CALL_BACK);
  }

  Answer exchange(String code, String verifier, String callBack) {
    return form(
        "/oauth2/token",
        "grant_type=authorization_code&client_id=daysheet-desk&code="
            + Api.encoded(code)
            + "&redirect_uri="
            + Api.encoded(callBack)
            + "&code_verifier="
            + verifier);
  }

  Answer refresh(String token) {
    return form(
        "/oauth2/token",
        "grant_type=refresh_token&client_id=daysheet-desk&refresh_token=" + Api.encoded(token));
  }

  Answer revoke(String token) {
    return form("/oauth2/revoke", "client_id=daysheet-desk&token=" + Api.encoded(token));
  }

  Answer form(String path, String body) {
    return api.send("POST", "/" + path, body, "Content-Type", "application/x-www-form-urlencoded");
  }

  int hospitals(String accessToken) {
    return api.send("GET", "/hospitals", null, "Authorization", "Bearer " + accessToken).status();
  }

  static String access(Answer answer) {
    return answer.json().get("access_token").asString();
  }

  static String refresh(Answer answer) {
    return answer.json().get("refresh_token").asString();
  }
}
