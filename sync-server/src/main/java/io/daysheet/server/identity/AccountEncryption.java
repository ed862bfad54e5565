package io.daysheet.server.identity;

import io.daysheet.server.crypto.EncryptedTable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Has second factors and PINs encrypted anew when the key that encrypts them is replaced.
@Configuration(proxyBeanMethods = false)
class AccountEncryption {

  private static final String ACCOUNT = "account_id";

  @Bean
  EncryptedTable encryptedSecondFactors() {
    return new EncryptedTable("second_factor", ACCOUNT, List.of(FactorKeys.FIELD));
  }

  @Bean
  EncryptedTable encryptedPins() {
    return new EncryptedTable("pin", ACCOUNT, List.of(PinRows.HASH));
  }
}
