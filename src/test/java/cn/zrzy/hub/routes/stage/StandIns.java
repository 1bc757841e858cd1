package cn.zrzy.hub.routes.stage;

import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.fixtures.HubBeans;
import cn.zrzy.hub.intake.StoredBody;
import cn.zrzy.hub.kernel.Acting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.BeanRepository;
import org.mockito.Mockito;
import org.mockito.invocation.InvocationOnMock;

/**
 * Stands in for every bean that routes call by name, each of its real type, so that Camel finds and converts for the very
 * methods that it finds at night. Shared by all stages of a JVM; one scene plays at a time.
 */
final class StandIns implements BeanRepository {

    static final StandIns ALL = new StandIns();

    private static final Map<Class<?>, Object> USUAL = Map.of(
            Debt.class, new Debt("D1", "route", "K@1", "P1", "KEY", 1, "trace"),
            StoredBody.class, new StoredBody("SHA", "SM3", 1, "source", "run", Instant.EPOCH),
            Acting.class, Acting.person("wq", "王强", "OPERATOR", "127.0.0.1"));

    private final Map<String, Object> beans = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> kept = new HashMap<>();
    private Journal journal = new Journal();

    private StandIns() {}

    void play(Journal next) {
        journal = next;
    }

    @Override
    public Object lookupByName(String name) {
        Class<?> type = HubBeans.byName().get(name);
        return type == null
                ? null
                : beans.computeIfAbsent(
                        name,
                        bean -> Mockito.mock(
                                type, Mockito.withSettings().stubOnly().defaultAnswer(call -> answer(bean, call))));
    }

    @Override
    public <T> T lookupByNameAndType(String name, Class<T> type) {
        Object bean = lookupByName(name);
        return type.isInstance(bean) ? type.cast(bean) : null;
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        return Map.of();
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return Set.of();
    }

    private Object answer(String bean, InvocationOnMock call) throws Throwable {
        if (call.getMethod().getDeclaringClass() == Object.class) {
            return Mockito.RETURNS_DEFAULTS.answer(call);
        }
        return journal.called(
                bean,
                call.getMethod().getName(),
                call.getArguments(),
                name -> usual(name, call.getMethod().getReturnType()));
    }

    /** Texts and bytes say which call gave them, so that a later line shows what was passed on. */
    private Object usual(String call, Class<?> type) {
        if (type == String.class) {
            return call;
        }
        if (type == byte[].class) {
            return call.getBytes(StandardCharsets.UTF_8);
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == int.class) {
            return 1;
        }
        if (type == List.class) {
            return List.of("one"); // as JSON it is another text than as a list
        }
        return type == void.class ? null : kept.computeIfAbsent(type, StandIns::thing);
    }

    private static Object thing(Class<?> type) {
        return USUAL.containsKey(type)
                ? USUAL.get(type)
                : Mockito.mock(type, Mockito.withSettings().stubOnly());
    }
}
