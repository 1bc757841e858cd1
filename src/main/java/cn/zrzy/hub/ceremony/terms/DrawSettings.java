package cn.zrzy.hub.ceremony.terms;

import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.LadderStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How draws are held here (抽取设置), the {@code draw} block of config/limits.yaml.
 *
 * @param prefix first part of every draw number
 * @param parties who commits and reveals (派驻纪检, 协查部门, 企业代表 …); at least three
 * @param keepers who holds one share each of a sealed secret; exactly three
 * @param revealWithin from the freeze to the reveal deadline T2; longer where three trial freezes take longer
 * @param eventAfter from the freeze to the public event T3; later than T2
 * @param sourceWait how long after the event a missing source is waited for; then it counts as missing and is named
 * @param sources public events that make the seed, {@code name:KIND:detail}
 * @param platformSource name of the platform's own seed among the sources (mode S)
 * @param platformAfter from the freeze to the platform's seed; after T2, before T3
 * @param demandDecibits public entropy demanded, tenths of a bit
 * @param caps how much one inspector may be asked to do
 * @param expertise item code → tags of which an inspector needs one
 * @param repeatItems item codes that may meet the same subject again in one year
 * @param dummyDraws dummy seeds of a rehearsal that somebody asks for
 * @param freezeDraws dummy seeds that every freeze tries; each must seat everybody
 * @param ladder 放宽阶梯 in its order; the last step, 留待候补 without limit, is always added
 * @param sheetDraws dummy seeds behind a probability sheet
 * @param firmCap yearly checks of one firm; 0 for none until the province sets it
 * @param reserveBp reserve list in basis points of each quota
 * @param stampAuthority name of the RFC 3161 authority (时间戳机构); "" for no stamps
 * @param exclusions why a subject may be left out or fall out of a draw, frozen with its rules
 */
@ConfigurationProperties("draw")
public record DrawSettings(
        @DefaultValue("XCZRZY") String prefix,
        List<String> parties,
        List<String> keepers,
        Duration revealWithin,
        Duration eventAfter,
        @DefaultValue("48h") Duration sourceWait,
        List<String> sources,
        @DefaultValue("省平台种子") String platformSource,
        Duration platformAfter,
        @DefaultValue("640") int demandDecibits,
        @DefaultValue InspectorCaps caps,
        @DefaultValue Map<String, List<String>> expertise,
        @DefaultValue List<String> repeatItems,
        @DefaultValue("200") int dummyDraws,
        @DefaultValue("20") int freezeDraws,
        @DefaultValue("2000") int sheetDraws,
        @DefaultValue List<Rung> ladder,
        @DefaultValue("0") int firmCap,
        @DefaultValue("2000") int reserveBp,
        @DefaultValue("") String stampAuthority,
        List<DrawRules.ExclusionReason> exclusions) {

    /**
     * One step of the ladder (放宽一级).
     *
     * @param role,value DEPT only: the role that opens, the department that may help
     * @param amount REGION: leading digits that must agree; CAP: added places
     */
    public record Rung(
            LadderStep.Kind kind,
            @DefaultValue("") String role,
            @DefaultValue("") String value,
            @DefaultValue("0") int amount) {

        public LadderStep step() {
            return new LadderStep(kind, role, value, amount);
        }
    }
}
