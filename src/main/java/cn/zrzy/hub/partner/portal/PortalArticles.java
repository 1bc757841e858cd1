package cn.zrzy.hub.partner.portal;

import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.ceremony.record.StampPapers;
import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.delivery.DispatchConfirmed;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.partner.Bureau;
import cn.zrzy.hub.partner.Documents;
import cn.zrzy.hub.plan.Plan;
import cn.zrzy.hub.plan.PlanItem;
import cn.zrzy.hub.plan.Plans;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Articles of the public portal (公示文章); the same source key again is a correction of the same page. */
@Component("portalArticles")
class PortalArticles {

    private final Plans plans;
    private final Schemes schemes;
    private final DrawResults draws;
    private final StampPapers stamps;
    private final PublicNames names;

    PortalArticles(Plans plans, Schemes schemes, DrawResults draws, StampPapers stamps, Bureau bureau) {
        this.plans = plans;
        this.schemes = schemes;
        this.draws = draws;
        this.stamps = stamps;
        this.names = new PublicNames(bureau);
    }

    private record Article(String sourceKey, String column, String title, String bodyHtml, String publishDate) {}

    byte[] plan(Debt debt) {
        Plan plan = plans.find(debt.subject(), debt.version()).orElseThrow(() -> missing(debt));
        Html html = new Html()
                .line("计划编号", plan.planNo() + " 第" + plan.version() + "版")
                .line("批准日期", Documents.date(plan.approvedAt()))
                .head("序号", "抽查事项", "检查对象", "类别", "抽查比例", "频次", "时段", "牵头科室", "配合部门");
        for (PlanItem item : plan.items()) {
            html.row(List.of(
                    item.seq(),
                    item.itemCode() + " " + item.itemName(),
                    item.objectType(),
                    item.itemClass(),
                    percent(item.ratioBp()),
                    item.frequency(),
                    item.period(),
                    item.leadDept(),
                    String.join("、", item.partnerDepts())));
        }
        return article("plan:" + plan.planNo(), "抽查计划", plan.name(), html.end(), Documents.date(plan.approvedAt()));
    }

    byte[] scheme(Debt debt) {
        Scheme scheme = schemes.find(debt.subject(), debt.version()).orElseThrow(() -> missing(debt));
        Html html = new Html()
                .line("方案编号", scheme.schemeNo())
                .line("所属计划", scheme.planNo())
                .line("抽取日期", scheme.drawOn())
                .line("实施时间", scheme.windowFrom() + " 至 " + scheme.windowTo())
                .line("抽查方式", scheme.method())
                .line("每组检查人员", scheme.teamSize() + " 人以上")
                .head("抽查事项", "检查对象", "抽查比例");
        scheme.items()
                .forEach(item -> html.row(
                        List.of(item.itemCode() + " " + item.itemName(), item.objectType(), percent(item.ratioBp()))));
        return article(
                "scheme:" + scheme.schemeNo(), "工作方案", scheme.name(), html.end(), Documents.date(scheme.approvedAt()));
    }

    /** The promise before the draw: how many there are and the digest of the frozen list, nothing that only the draw knows. */
    byte[] pool(Debt debt) {
        DrawnResult draw = draws.find(debt.key()).orElseThrow(() -> missing(debt));
        Html html = new Html()
                .line("抽取编号", draw.drawNo())
                .line("工作方案", draw.schemeNo())
                .line("名单内检查对象", draw.poolCount() + " 个")
                .line("名单冻结时间", Documents.time(draw.frozenAt()))
                .line("时间戳", promised(draw.drawNo()))
                .code("名单指纹（SM3）", draw.manifestDigest());
        return article(
                "pool:" + draw.drawNo(),
                "抽取结果",
                "随机抽取名单冻结公告（" + draw.drawNo() + "）",
                html,
                Documents.date(draw.frozenAt()));
    }

    /** Of an unannounced draw this page says only that it is sealed; the opening has a page of its own (DrawNotices). */
    byte[] draw(Debt debt) {
        DrawnResult draw = draws.find(debt.key()).orElseThrow(() -> missing(debt));
        return drawn(debt, draw.closedUntil() != null);
    }

    /** @param closed leave out who was drawn */
    byte[] drawn(Debt debt, boolean closed) {
        DrawnResult draw = draws.find(debt.key()).orElseThrow(() -> missing(debt));
        if (draw.drawnAt() == null) {
            throw new TryLater("抽取 " + debt.key() + " 尚未完成");
        }
        Html html = new Html()
                .line("抽取编号", draw.drawNo())
                .line("工作方案", draw.schemeNo())
                .line("抽取时间", Documents.time(draw.drawnAt()))
                .line("名单内检查对象", draw.poolCount() + " 个")
                .line("抽中检查对象", draw.pickedCount() + " 个")
                .code("名单指纹（SM3）", draw.manifestDigest())
                .line("名单时间戳", stamped(draw.drawNo()));
        drawnBy(html, draw);
        if (closed) {
            html.line("公开安排", "不预告检查：结果已签名封存，" + Documents.time(draw.closedUntil()) + " 公开名单与证据");
        } else {
            DrawNotices.picks(html, draw.picks(), names);
        }
        return article(
                "draw:" + draw.drawNo(),
                "抽取结果",
                "随机抽取结果公告（" + draw.drawNo() + "）",
                html,
                Documents.date(draw.drawnAt()));
    }

    /** A draw of the platform's has no seed of ours. */
    static void drawnBy(Html html, DrawnResult draw) {
        if (draw.seedDigest().isEmpty()) {
            html.line("抽取方式", "由省双随机监管平台抽取，本局按冻结的规则核对");
        } else {
            html.code("随机种子", draw.seedDigest());
        }
    }

    /** Whether this confirmation says that a plan is now public (notice §二(二): no draw before that). */
    boolean showsPlan(DispatchConfirmed confirmed) {
        return "publish-plan-to-portal".equals(confirmed.route());
    }

    /** Only what stays true: this page may be rendered again after the stamp has come. */
    private String promised(String drawNo) {
        String authority = stamps.authority(drawNo);
        return authority.isEmpty() ? "没有约定" : "由" + authority + "给名单清单和抽取结果加盖，随证据包公布";
    }

    private String stamped(String drawNo) {
        return stamps.stampedAt(drawNo, StampPapers.MANIFEST)
                .map(at -> Documents.time(at) + "（" + stamps.authority(drawNo) + "）")
                .orElse("没有");
    }

    static byte[] article(String sourceKey, String column, String title, Html body, String date) {
        String plain = Masking.text(title).replaceAll("[<>]", "");
        return Documents.json(new Article(sourceKey, column, plain, body.toString(), date));
    }

    private static String percent(int basisPoints) {
        return basisPoints % 100 == 0
                ? basisPoints / 100 + "%"
                : BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "%";
    }

    private static Rejected missing(Debt debt) {
        return new Rejected("E-MISSING", "找不到 " + debt.key());
    }
}
