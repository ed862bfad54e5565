package io.daysheet.server.transport;

import io.daysheet.server.web.ProblemKind;
import io.daysheet.server.web.Problems;
import io.daysheet.wire.Problem;
import io.daysheet.wire.WireJson;
import java.io.IOException;
import java.io.PrintWriter;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/// What the servlet container says of a request that reaches no endpoint, such as a path that tries
/// to leave its root: a problem like all others, instead of a page that names the container.
public final class BriefReports extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    Problem problem = Problems.of(ProblemKind.ofStatus(status));
    response.setContentType(Problem.MEDIA_TYPE);
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", CarefulHeaders.NOTHING);
    try {
      PrintWriter writer = response.getReporter();
      if (writer != null) {
        writer.write(WireJson.mapper().writeValueAsString(problem));
        response.finishResponse();
      }
    } catch (IOException gone) {
      getContainer().getLogger().debug("Nobody hears why the request was refused");
    }
  }
}
