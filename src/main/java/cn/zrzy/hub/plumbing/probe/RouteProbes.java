package cn.zrzy.hub.plumbing.probe;

import cn.zrzy.hub.kernel.probe.Probe;
import cn.zrzy.hub.kernel.probe.Probes;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Each system is asked by the route {@code probe-<system>}, which knows its address and its signature. */
@Component
class RouteProbes implements Probes {

    private static final String ROUTES = "probe-";
    private static final long LONGEST_SECONDS = 10;
    private static final int NANOS_A_MILLI = 1_000_000;

    private final ProducerTemplate template;
    private final Environment settings;

    RouteProbes(ProducerTemplate template, Environment settings) {
        this.template = template;
        this.settings = settings;
    }

    @Override
    public List<String> systems() {
        CamelContext camel = template.getCamelContext();
        return camel.getRoutes().stream()
                .map(Route::getRouteId)
                .filter(id -> id.startsWith(ROUTES))
                .map(id -> id.substring(ROUTES.length()))
                .sorted()
                .toList();
    }

    @Override
    public Probe ask(String system) {
        long begun = System.nanoTime();
        CompletableFuture<ProbeVerdicts.Verdict> answer =
                template.asyncRequestBody("direct:" + ROUTES + system, "", ProbeVerdicts.Verdict.class);
        CompletableFuture<String> certificate = CompletableFuture.supplyAsync(() -> Certificates.told(base(system)))
                .completeOnTimeout("", LONGEST_SECONDS, TimeUnit.SECONDS);
        ProbeVerdicts.Verdict verdict = verdict(answer);
        long millis = (System.nanoTime() - begun) / NANOS_A_MILLI;
        return new Probe(verdict.through(), verdict.sentence() + certificate.join(), millis);
    }

    private static ProbeVerdicts.Verdict verdict(CompletableFuture<ProbeVerdicts.Verdict> answer) {
        try {
            return answer.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true); // what was sent ends by its own time-outs, and nobody reads it
            return ProbeVerdicts.Verdict.no("等了 " + LONGEST_SECONDS + " 秒没有应答（超时）：请查网络、防火墙和对方服务");
        } catch (ExecutionException e) {
            return ProbeVerdicts.accident(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ProbeVerdicts.Verdict.no("枢纽正在停止，没有测成");
        }
    }

    private String base(String system) {
        return settings.getProperty(
                "partner." + system + ".base", settings.getProperty("source." + system + ".base", ""));
    }
}
