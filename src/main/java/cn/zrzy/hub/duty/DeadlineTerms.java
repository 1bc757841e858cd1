package cn.zrzy.hub.duty;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The terms of config/limits.yaml (期限设置): kind → length, unit, legal basis. */
@ConfigurationProperties("limits")
record DeadlineTerms(Map<String, Term> deadlines) {

    /**
     * @param unit hours, days or working-days
     * @param metBy route whose receipt fulfils it; null when only a person can say so
     */
    record Term(int length, Unit unit, String label, String basis, String metBy) {}

    enum Unit {
        HOURS,
        DAYS,
        WORKING_DAYS
    }
}
