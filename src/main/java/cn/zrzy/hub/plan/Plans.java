package cn.zrzy.hub.plan;

import java.util.List;
import java.util.Optional;

/** All versions of all plans (计划库). */
public interface Plans {

    Optional<Plan> find(String planNo, int version);

    /** The newest approved version. */
    Optional<Plan> inForce(String planNo);

    Optional<Plan> newest(String planNo);

    List<Plan> ofYear(int year);

    /** Next free number of the year, for example {@code XC-2026-P01}. */
    String nextNo(int year);

    /** @param requestNo the caller's number of the request, unique; null when it gave none */
    void add(Plan plan, String requestNo);

    /** What an earlier request of that number made, so that a repeated call is carried out once. */
    Optional<Plan> ofRequest(String requestNo);

    void approve(Plan plan);

    /** The portal has shown this version since (公示时间); recorded once. */
    void published(String planNo, int version);

    boolean isPublished(String planNo, int version);
}
