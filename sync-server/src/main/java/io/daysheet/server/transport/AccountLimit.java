package io.daysheet.server.transport;

import io.daysheet.server.access.Caller;
import io.daysheet.server.access.SignedIn;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Keeps one account from asking for more than its share, once it is known whose request it is. A
/// person at a desk has a smaller share than a program: nobody reads a thousand patients a minute.
/// Searching, by which patients could be collected, has a smaller one, and naming patients to see
/// them in an emergency the smallest.
final class AccountLimit extends OncePerRequestFilter {

  /// As the desk names itself when somebody signs in.
  static final String DESK = "daysheet-desk";

  private final Allowance person;
  private final Allowance personsSearches;
  private final Allowance program;
  private final Allowance programsSearches;
  private final Allowance emergencies;
  private final HandlerExceptionResolver errors;

  AccountLimit(LimitSettings settings, TimeMeter time, HandlerExceptionResolver errors) {
    this.person = new Allowance(settings.person(), time);
    this.personsSearches = new Allowance(settings.personSearch(), time);
    this.program = new Allowance(settings.program(), time);
    this.programsSearches = new Allowance(settings.programSearch(), time);
    this.emergencies = new Allowance(settings.emergency(), time);
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long wait =
        request.getUserPrincipal() instanceof SignedIn signedIn
            ? take(signedIn.caller(), request)
            : 0;
    if (wait > 0) {
      AddressLimit.refuse(request, response, wait, errors);
    } else {
      chain.doFilter(request, response);
    }
  }

  private long take(Caller caller, HttpServletRequest request) {
    String account = caller.account().id().toString();
    boolean atDesk = caller.client().equals(DESK);
    long wait = (atDesk ? person : program).take(account);
    if (wait > 0) {
      return wait;
    }
    if (isEmergency(request)) {
      return emergencies.take(account);
    }
    return isSearch(request) ? (atDesk ? personsSearches : programsSearches).take(account) : 0;
  }

  private static boolean isEmergency(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && request.getServletPath().equals("/api/v1/emergency-access");
  }

  private static boolean isSearch(HttpServletRequest request) {
    // decoded, as the endpoints are found: an encoded letter is no way around
    String path = request.getServletPath();
    return switch (request.getMethod()) {
      case "GET", "HEAD" ->
          path.equals("/api/v1/patients")
              || path.startsWith("/api/v1/rebooking")
              || path.equals("/api/v1/slots/search")
              || path.startsWith("/api/v1/audit");
      case "POST" -> path.equals("/api/v1/patients/duplicates");
      default -> false;
    };
  }
}
