package cn.zrzy.hub.plumbing.api;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Rejected;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets in a person, or a machine that names one, with a document that can be read, and sees to it that the trail knows of
 * the call (接口经办). What a person's own token proves, no header changes. Stands behind the door that knows the account, before the routes.
 */
@Component
class ApiActs extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ApiActs.class);
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final ApiDocument document;
    private final Problems problems;
    private final AuditTrail trail;

    ApiActs(ApiDocument document, Problems problems, AuditTrail trail) {
        this.document = document;
        this.problems = problems;
        this.trail = trail;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READS.contains(request.getMethod())) {
            // Who only looks leaves no row, but is shown what that account may do.
            try (Acting.Scope looking = ApiAct.caller(request).begin()) {
                chain.doFilter(request, new ApiAnswer(response, problems));
            }
            return;
        }
        // The answer waits for the trail: who has it may rely on the act being known, and cannot ask faster than we
        // write.
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        ApiAct act = ApiAct.begin(request);
        try {
            carryOut(act, request, new ApiAnswer(kept, problems), chain);
        } finally {
            ApiAct.end();
            record(act, kept.getStatus());
        }
        kept.copyBodyToResponse();
    }

    private void carryOut(ApiAct act, HttpServletRequest request, ApiAnswer answer, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (!act.who().proven()) {
                act.claims(named(request));
            }
            byte[] bytes = document.read(request);
            act.brings(bytes);
            try (Acting.Scope acting = act.who().begin()) {
                chain.doFilter(new KeptBody(request, bytes), answer);
            }
        } catch (Rejected | JsonProcessingException refusal) {
            problems.write(answer, refusal);
        } catch (IOException | ServletException | RuntimeException e) {
            act.refused("E-API-INTERNAL");
            throw e;
        }
    }

    private static String named(HttpServletRequest request) {
        String person = OperatorName.of(request.getHeader(OperatorName.HEADER));
        Rejected.unless(
                !person.isEmpty(), "E-PERSON", "机器账号须在请求头 X-Operator 写明经办人姓名（UTF-8 百分号编码）", OperatorName.HEADER);
        return person;
    }

    /** Of an act that changed something the row is there already; see {@link CommittedActs}. */
    private void record(ApiAct act, int status) {
        boolean done = status < 400 && act.code().isEmpty();
        if (done && act.isRecorded()) {
            return;
        }
        String result = done ? "成功" : act.code().isEmpty() ? "HTTP " + status : act.code();
        try {
            trail.record(act.event(result));
        } catch (RuntimeException e) {
            // Without a database nothing was changed either.
            LOG.error("接口操作没有记入审计：{} {}", act.event(result).action(), result, e);
        }
    }
}
