package cn.zrzy.hub.partner.portal;

import cn.zrzy.hub.ceremony.record.Abandonments;
import cn.zrzy.hub.ceremony.record.Corrections;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.ceremony.record.PlatformDraws;
import cn.zrzy.hub.ceremony.record.Undrawn;
import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.partner.Bureau;
import cn.zrzy.hub.partner.Documents;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What became of a draw, on the page of its result (抽取公告): same source key, so whoever finds the result finds this. A
 * voided draw keeps its result in view.
 */
@Component("drawNotices")
class DrawNotices {

    private final Abandonments abandonments;
    private final Undrawn undrawn;
    private final PlatformDraws platform;
    private final Corrections corrections;
    private final DrawResults draws;
    private final PortalArticles articles;
    private final PublicNames names;

    DrawNotices(
            Abandonments abandonments,
            Undrawn undrawn,
            PlatformDraws platform,
            Corrections corrections,
            DrawResults draws,
            PortalArticles articles,
            Bureau bureau) {
        this.abandonments = abandonments;
        this.undrawn = undrawn;
        this.platform = platform;
        this.corrections = corrections;
        this.draws = draws;
        this.articles = articles;
        this.names = new PublicNames(bureau);
    }

    /** Version 1 says what was known at the void; version 2 adds the trial result (作废试算). */
    byte[] voided(Debt debt) {
        Abandonments.Case abandoned = abandoned(debt).orElseThrow(() -> missing(debt));
        DrawnResult draw = draws.current(debt.subject()).orElseThrow(() -> missing(debt));
        boolean tried = tried(draw, debt.version());
        return voidedPage(
                abandoned, draw, debt.version(), draw.closedAt(tried ? draw.drawnAt() : abandoned.approvedAt()));
    }

    /** The page of an unannounced draw as it was when its details opened (密封公开); what came later has notices of its own. */
    byte[] opened(Debt debt) {
        DrawnResult draw = draws.find(debt.subject()).orElseThrow(() -> missing(debt));
        int last = corrections.lastBefore(draw.drawNo(), draw.openedAt());
        DrawnResult then = corrections.atOpening(draw);
        return abandoned(debt)
                .filter(abandoned -> abandoned.approvedAt().isBefore(draw.openedAt()))
                .map(abandoned -> voidedPage(abandoned, then, 2, false))
                .or(() -> correctedPage(then, last, true))
                .orElseGet(() -> articles.drawn(debt, false));
    }

    private Optional<Abandonments.Case> abandoned(Debt debt) {
        return abandonments.find(debt.subject()).filter(Abandonments.Case::approved);
    }

    private byte[] voidedPage(Abandonments.Case abandoned, DrawnResult draw, int version, boolean closed) {
        boolean tried = tried(draw, version);
        Html html = new Html()
                .line("抽取编号", draw.drawNo())
                .line("工作方案", draw.schemeNo())
                .line("状态", "已作废，结果不予执行；该方案以新编号" + (platform.drawsItself(draw.schemeNo()) ? "" : "、新种子") + "重新抽取")
                .line("作废时间", Documents.time(abandoned.approvedAt()))
                .line("作废原因", abandoned.reason())
                .line("批准人", abandoned.approver())
                .line("审批文号", abandoned.document())
                .code("名单指纹（SM3）", draw.manifestDigest());
        if (abandoned.afterResult()) {
            result(html.line("以下为作废前的抽取结果", Documents.time(draw.drawnAt())), draw, closed);
        } else if (tried) {
            result(html.line("以下为作废试算结果", Documents.time(draw.drawnAt())), draw, closed);
        } else {
            html.line("试算", pending(draw, version));
        }
        return PortalArticles.article(
                "draw:" + draw.drawNo(),
                "抽取结果",
                "随机抽取作废公告（" + draw.drawNo() + "）",
                html,
                Documents.date(tried ? draw.drawnAt() : abandoned.approvedAt()));
    }

    /** The second version has the trial result, unless the platform certified that there is none. */
    private static boolean tried(DrawnResult draw, int version) {
        return version > 1 && draw.drawnAt() != null;
    }

    private String pending(DrawnResult draw, int version) {
        boolean theirs = platform.drawsItself(draw.schemeNo());
        if (version == 1) {
            return theirs ? "作废时尚未取得省平台的结果；取得后在本页公布" : "作废时尚无结果；随机种子齐备后照常计算并在本页公布";
        }
        String paper = undrawn.find(draw.drawNo())
                .map(one -> "（" + one.document() + "，SM3 " + one.evidence() + "）")
                .orElseThrow();
        return (theirs ? "省平台书面证明没有抽取" : "主办方书面证明公开事件没有发生，不能算出结果") + paper;
    }

    /** The result as it stands after this correction, and every correction up to it. */
    byte[] corrected(Debt debt) {
        DrawnResult draw = draws.find(debt.subject())
                .orElseThrow(() -> missing(debt))
                .withPicks(corrections.picks(debt.subject(), debt.version()).orElseThrow(() -> missing(debt)));
        return correctedPage(draw, debt.version(), false).orElseThrow(() -> missing(debt));
    }

    /** @param opened whatever was closed when it happened is open by now */
    private Optional<byte[]> correctedPage(DrawnResult draw, int upTo, boolean opened) {
        List<Corrections.Case> sofar = corrections.ofDraw(draw.drawNo()).stream()
                .filter(one -> one.approved() && one.no() <= upTo)
                .sorted(Comparator.comparingInt(Corrections.Case::no))
                .toList();
        if (sofar.isEmpty()) {
            return Optional.empty();
        }
        Html html = new Html()
                .line("抽取编号", draw.drawNo())
                .line("工作方案", draw.schemeNo())
                .line("抽取时间", Documents.time(draw.drawnAt()))
                .line("名单内检查对象", draw.poolCount() + " 个")
                .line("更正后检查对象", draw.pickedCount() + " 个")
                .code("名单指纹（SM3）", draw.manifestDigest());
        boolean closed = !opened && draw.closedAt(sofar.get(sofar.size() - 1).approvedAt());
        sofar.forEach(one -> html.line("第" + one.no() + "号更正", closed ? "内容随名单公开" : words(one)));
        result(html, draw, closed);
        return Optional.of(PortalArticles.article(
                "draw:" + draw.drawNo(),
                "抽取结果",
                "随机抽取结果公告（" + draw.drawNo() + "）",
                html,
                Documents.date(sofar.get(sofar.size() - 1).approvedAt())));
    }

    private static String words(Corrections.Case one) {
        String what = switch (one.kind()) {
            case "RECUSE" -> "后发回避，检查组重排";
            case "RESEAT" -> "省平台所派检查组不合规则，整组重派";
            default -> "对象退出，候补递补";
        };
        return Documents.time(one.approvedAt()) + "，" + what + "（" + one.subjectId() + "）。原因：" + one.reason() + "。批准人："
                + one.approver() + "，" + one.document();
    }

    private void result(Html html, DrawnResult draw, boolean closed) {
        PortalArticles.drawnBy(html, draw);
        if (closed) {
            html.line("公开安排", "不预告检查：" + Documents.time(draw.closedUntil()) + " 公开名单与证据");
        } else {
            picks(html, draw.picks(), names);
        }
    }

    /** Who is visited by whom. */
    static void picks(Html html, List<DrawnResult.Pick> picks, PublicNames names) {
        html.head("序号", "检查对象", "检查人员");
        picks.forEach(pick -> html.row(List.of(
                pick.rank(),
                Masking.party(pick.objectId(), pick.objectName()),
                names.inspectors(pick.inspectors().stream()
                        .map(member -> new PublicNames.Person(member.name(), member.certNo()))
                        .toList()))));
        html.end();
    }

    private static Rejected missing(Debt debt) {
        return new Rejected("E-MISSING", "找不到 " + debt.key());
    }
}
