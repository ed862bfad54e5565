package io.daysheet.server.transport;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/// What every answer tells a browser, whoever gave it: keep nothing, run nothing, show it in no
/// frame, tell no other site. What an endpoint says itself stays.
@Configuration(proxyBeanMethods = false)
class CarefulHeaders {

  static final String NOTHING =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  /// The page that shows the API's document: its own scripts and styles, and nobody else's.
  static final String PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none';"
          + " form-action 'none'";

  private static final long YEAR = 365L * 24 * 60 * 60;

  @Bean
  FilterRegistrationBean<HeaderWriterFilter> carefulHeadersFilter() {
    var filter = new FilterRegistrationBean<>(new HeaderWriterFilter(writers()));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  private static List<HeaderWriter> writers() {
    return List.of(
        new StaticHeadersWriter("Cache-Control", "no-store"),
        new XContentTypeOptionsHeaderWriter(),
        new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
        new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
        openers(),
        resources(),
        // other programs on this host name may still have no TLS
        new HstsHeaderWriter(YEAR, false),
        new DelegatingRequestMatcherHeaderWriter(
            CarefulHeaders::isPage, new ContentSecurityPolicyHeaderWriter(PAGE)),
        new ContentSecurityPolicyHeaderWriter(NOTHING));
  }

  private static boolean isPage(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/swagger-ui/");
  }

  private static HeaderWriter openers() {
    var writer = new CrossOriginOpenerPolicyHeaderWriter();
    writer.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
    return writer;
  }

  private static HeaderWriter resources() {
    var writer = new CrossOriginResourcePolicyHeaderWriter();
    writer.setPolicy(CrossOriginResourcePolicy.SAME_ORIGIN);
    return writer;
  }
}
