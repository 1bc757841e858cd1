package cn.zrzy.hub.inspection;

import java.util.List;
import java.util.Optional;

/** All versions of all findings (检查结果库). */
public interface Findings {

    Optional<Finding> find(String findingNo, int version);

    Optional<Finding> newest(String findingNo);

    List<Finding> ofScheme(String schemeNo);

    /** How many findings a task has, corrections not counted. */
    int count(String taskNo);

    /** The finding of that item of a task, in its newest version. */
    Optional<Finding> ofItem(String taskNo, String itemCode);

    /**
     * The finding whose newest version holds that decision; whoever asks holds the decision until the transaction ends.
     *
     * @param identity {@link Finding.Penalty#identity}
     */
    Optional<Finding> ofDecision(String identity);

    /** @param requestNo the caller's number of the request, unique; null when it gave none */
    void add(Finding finding, String requestNo);

    /** What an earlier request of that number made, so that a repeated call is carried out once. */
    Optional<Finding> ofRequest(String requestNo);
}
