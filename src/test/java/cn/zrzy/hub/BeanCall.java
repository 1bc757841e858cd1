package cn.zrzy.hub;

import cn.zrzy.hub.fixtures.HubBeans;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** One call of a bean in a route file. */
record BeanCall(String ref, String method) {

    /** A bean and exactly one method of that name. */
    Optional<String> fault() {
        Class<?> type = HubBeans.byName().get(ref);
        if (type == null) {
            return Optional.of("no bean named " + ref);
        }
        String name = method.contains("(") ? method.substring(0, method.indexOf('(')) : method;
        long found = Stream.<Class<?>>iterate(type, c -> c != null && c != Object.class, Class::getSuperclass)
                .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                .filter(m -> !m.isBridge() && !m.isSynthetic())
                .map(Method::getName)
                .filter(name::equals)
                .count();
        return found == 1 ? Optional.empty() : Optional.of(ref + "." + name + " names " + found + " methods, not one");
    }
}
