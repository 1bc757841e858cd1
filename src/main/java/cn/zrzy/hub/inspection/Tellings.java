package cn.zrzy.hub.inspection;

import cn.zrzy.hub.kernel.Rejected;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads a version of a finding for one addressee (报送口径). What was not sent in time is judged anew: a page that is secret by
 * now must not go out first and be withdrawn a second later.
 */
@Component
public class Tellings {

    private final Findings findings;

    Tellings(Findings findings) {
        this.findings = findings;
    }

    /** @throws Rejected E-MISSING, or E-WITHDRAWN when a newer version has no ground any more for telling this one */
    public Telling of(Addressee to, String findingNo, int version) {
        Finding finding = findings.find(findingNo, version)
                .orElseThrow(() -> new Rejected("E-MISSING", "找不到检查结果 " + findingNo + "@" + version));
        Optional<Finding> before = before(finding);
        Change change = change(to, before, finding);
        if (change == Change.WITHDRAWAL) {
            return new Telling(finding, before.orElseThrow(), change);
        }
        Finding newest = findings.newest(findingNo).orElse(finding);
        if (to.told(newest).isEmpty() && newest.version() > version) {
            throw new Rejected(
                    "E-WITHDRAWN", "第" + newest.version() + "版已没有报送这一单位的理由（改为未发现问题、撤回或依法不公开），本版不再发出；请人工办结本件，撤回由新版办理");
        }
        return new Telling(finding, finding, change);
    }

    /** What this version changes for that addressee, compared with the one before it. */
    public Change change(Addressee to, Finding finding) {
        return change(to, before(finding), finding);
    }

    private Optional<Finding> before(Finding finding) {
        return finding.version() > 1 ? findings.find(finding.findingNo(), finding.version() - 1) : Optional.empty();
    }

    private static Change change(Addressee to, Optional<Finding> before, Finding now) {
        return Change.between(before.flatMap(to::told), to.told(now));
    }
}
