package cn.zrzy.hub.ceremony.seed;

import cn.zrzy.hub.ceremony.record.StampPapers;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the stamps of a draw and holds the draw back until its manifest has one in time (抽取时间戳). */
@Component
@Transactional
public class DrawStamps implements StampPapers {

    private final DrawLedger ledger;
    private final ObjectMapper mapper;

    DrawStamps(DrawLedger ledger, ObjectMapper mapper) {
        this.ledger = ledger;
        this.mapper = mapper;
    }

    @Override
    public String authority(String drawNo) {
        return field(drawNo, MANIFEST, "stampAuthority");
    }

    @Override
    public byte[] paper(String drawNo, String file) {
        return ledger.paper(drawNo, file);
    }

    @Override
    public Optional<OffsetDateTime> stampedAt(String drawNo, String file) {
        return ledger.stamp(drawNo, file).map(DrawStamps::time);
    }

    @Override
    public byte[] keep(String drawNo, String file, byte[] token) {
        Optional<byte[]> kept = ledger.stamp(drawNo, file);
        if (kept.isPresent()) {
            return kept.get();
        }
        OffsetDateTime made = OffsetDateTime.parse(field(drawNo, file, file.equals(MANIFEST) ? "frozenAt" : "at"));
        if (time(token).isBefore(made)) {
            throw new TryLater("时间戳 " + time(token) + " 早于文件的时间 " + made + "（对方时钟偏慢），稍后再盖");
        }
        ledger.recordStamp(drawNo, file, token);
        return token;
    }

    /**
     * Commitment before reveal, shown by somebody else's clock.
     *
     * @throws TryLater while the manifest waits for its stamp
     * @throws Rejected E-DRAW-STAMP-LATE once no stamp can come in time; the draw is then to be voided
     */
    public void requireInOrder(DrawRequest request, OffsetDateTime now) {
        if (request.stampAuthority().isEmpty()) {
            return;
        }
        OffsetDateTime end = request.frozenAt().plusHours(24);
        OffsetDateTime deadline = request.recipe().revealDeadline();
        OffsetDateTime before = deadline == null || deadline.isAfter(end) ? end : deadline;
        Optional<OffsetDateTime> stamped = stampedAt(request.drawNo(), MANIFEST);
        if (stamped.isEmpty() && now.isBefore(before)) {
            throw new TryLater("抽取 " + request.drawNo() + " 等待 " + request.stampAuthority() + " 给清单盖时间戳");
        }
        if (stamped.isEmpty() || !stamped.get().isBefore(before)) {
            throw new Rejected(
                    "E-DRAW-STAMP-LATE",
                    "抽取 " + request.drawNo() + " 的清单到 " + before + " 还没有时间戳，证明不了先承诺后揭示，不能抽取；请作废本次抽取后另行编号");
        }
    }

    private String field(String drawNo, String file, String name) {
        try {
            return mapper.readTree(ledger.paper(drawNo, file)).path(name).asText();
        } catch (IOException e) {
            throw new UncheckedIOException("抽取 " + drawNo + " 的 " + file + " 读不出来", e);
        }
    }

    private static OffsetDateTime time(byte[] token) {
        try {
            return new TimeStampToken(new CMSSignedData(token))
                    .getTimeStampInfo()
                    .getGenTime()
                    .toInstant()
                    .truncatedTo(ChronoUnit.SECONDS)
                    .atZone(Beijing.ZONE)
                    .toOffsetDateTime();
        } catch (CMSException | TSPException | IOException e) {
            throw new IllegalArgumentException("不是时间戳令牌", e);
        }
    }
}
