package io.daysheet.server.stream;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// Where desks open the socket. No origins are named: a page of another site can't open it, since a
/// browser tells its origin; a desk tells none.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class StreamEndpoint implements WebSocketConfigurer {

  private final ChangeSockets sockets;

  StreamEndpoint(ChangeSockets sockets) {
    this.sockets = sockets;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry.addHandler(sockets, "/api/v1/changes");
  }
}
