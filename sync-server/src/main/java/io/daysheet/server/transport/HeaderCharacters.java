package io.daysheet.server.transport;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/// Which characters a header may hold: those that the firewall allows of itself, said without
/// regular expressions. A token is seven hundred characters long, and is looked at each time the
/// header is asked for.
@Configuration(proxyBeanMethods = false)
class HeaderCharacters {

  @Bean
  StrictHttpFirewall firewall() {
    var firewall = new StrictHttpFirewall();
    firewall.setAllowedHeaderNames(HeaderCharacters::isName);
    firewall.setAllowedHeaderValues(HeaderCharacters::isValue);
    return firewall;
  }

  static boolean isName(String name) {
    return name.codePoints().allMatch(HeaderCharacters::isAllowed);
  }

  static boolean isValue(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~') {
        return value.codePoints().allMatch(each -> each == '\t' || isAllowed(each));
      }
    }
    return true;
  }

  private static boolean isAllowed(int c) {
    return Character.isDefined(c) && !Character.isISOControl(c);
  }
}
