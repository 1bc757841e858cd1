package cn.zrzy.hub.inspection;

import cn.zrzy.hub.kernel.Fact;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.search.About;
import cn.zrzy.hub.registry.RegisteredParty;
import java.util.ArrayList;
import java.util.List;

/**
 * 检查结果已录入并审核.
 *
 * @param mentions task, draw, object and decision by number, firms by code and name
 * @param about the object that was inspected
 */
public record FindingRecorded(
        String findingNo, String schemeNo, String planNo, int version, List<String> mentions, About about)
        implements Fact {

    public FindingRecorded(String findingNo, String schemeNo, String planNo, int version) {
        this(findingNo, schemeNo, planNo, version, List.of(), About.NOBODY);
    }

    static FindingRecorded of(Finding finding) {
        List<String> about = new ArrayList<>(
                List.of(finding.taskNo(), finding.drawNo(), finding.schemeNo(), finding.planNo(), finding.objectId()));
        about.add(finding.objectId().replaceFirst("^[A-Z]+:", ""));
        about.add(firm(finding.objectName()));
        name(about, finding.party());
        if (finding.penalty() != null) {
            about.add(finding.penalty().documentNo());
            name(about, finding.penalty().punished());
        }
        return new FindingRecorded(
                finding.findingNo(),
                finding.schemeNo(),
                finding.planNo(),
                finding.version(),
                about,
                new About(
                        finding.objectId(), Masking.party(finding.objectId(), finding.objectName()), finding.drawNo()));
    }

    private static void name(List<String> about, RegisteredParty party) {
        if (party != null) {
            about.add(party.creditCode());
            about.add(firm(party.name()));
        }
    }

    /** What is shown in full is a firm or a body; a person's name is no key. */
    private static String firm(String name) {
        return name != null && Masking.party(name).equals(name) ? name : "";
    }

    @Override
    public String event() {
        return "inspection.finding-recorded";
    }

    @Override
    public String key() {
        return findingNo + "@" + version;
    }

    @Override
    public String orderKey() {
        return planNo;
    }

    @Override
    public String sentence() {
        return "检查结果 " + findingNo + " 第" + version + "版已录入";
    }
}
