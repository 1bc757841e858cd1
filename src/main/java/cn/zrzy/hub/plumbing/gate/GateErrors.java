package cn.zrzy.hub.plumbing.gate;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** What the web server refuses before anyone of ours sees it (服务器拒收), a broken address or head, in our words. */
public class GateErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setCharacterEncoding("UTF-8");
            GateAnswer.unread(Door.ofPath(String.valueOf(request.getRequestURI())), response, status);
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("the caller is gone", e);
        }
    }
}
