package io.daysheet.server.transport;

import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/// Reads a rate of the settings.
@Component
@ConfigurationPropertiesBinding
class RateText implements Converter<String, Rate> {

  @Override
  public Rate convert(String text) {
    return Rate.of(text);
  }
}
