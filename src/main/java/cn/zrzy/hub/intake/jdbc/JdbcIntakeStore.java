package cn.zrzy.hub.intake.jdbc;

import cn.zrzy.hub.intake.IntakeStore;
import cn.zrzy.hub.intake.StoredBody;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.TryLater;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.unit.DataSize;

/** 原文库 on disk, its register in {@code intake.body}. */
@Repository("intakeStore")
class JdbcIntakeStore implements IntakeStore {

    private final JdbcClient jdbc;
    private final ShiftTable shifts;
    private final Clock clock;
    private final BodyFiles files;
    private final long runLimit;

    JdbcIntakeStore(
            JdbcClient jdbc,
            ShiftTable shifts,
            Clock clock,
            @Value("${hub.data:./data}") Path data,
            @Value("${intake.body-limit:1GB}") DataSize body,
            @Value("${intake.run-limit:4GB}") DataSize run) {
        this.jdbc = jdbc;
        this.shifts = shifts;
        this.clock = clock;
        this.files = new BodyFiles(data.resolve("bodies"), body.toBytes());
        this.runLimit = run.toBytes();
    }

    @Override
    public StoredBody keep(Shift shift, String source, InputStream content) {
        if (content == null) {
            throw new TryLater(source + " 没有给出正文：对方中断、无权读取或文件不在");
        }
        // The bytes first: a register entry without its bytes would be a lie.
        BodyFiles.Kept kept = files.keep(source, content);
        Instant now = Beijing.moment(clock);
        StoredBody body = new StoredBody(kept.sha256(), kept.sm3(), kept.size(), source, shift.runId(), now);
        shifts.write(shift, () -> {
            register(body);
            requireRoom(body);
        });
        return body;
    }

    /** Each page may be small and there be no end of them (attack 16); all tries of a run count together. */
    private void requireRoom(StoredBody body) {
        long all = jdbc.sql("select sum(size) from intake.body where run_id = ?")
                .param(body.runId())
                .query(Long.class)
                .single();
        if (all > runLimit) {
            throw new Rejected(
                    "E-BODY-RUN", "这一夜已收 " + all + " 字节，超过上限 " + runLimit + " 字节，已停止接收", Place.of(body.source()));
        }
    }

    private void register(StoredBody body) {
        jdbc.sql("""
                        insert into intake.body (sha256, run_id, source, sm3, size, kept_at) values (?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(
                        body.sha256(),
                        body.runId(),
                        body.source(),
                        body.sm3(),
                        body.size(),
                        Timestamp.from(body.keptAt()))
                .update();
    }

    @Override
    public StoredBody take(Shift shift, String source, File file) {
        if (file == null) {
            return keep(shift, source, null);
        }
        try (InputStream content = Files.newInputStream(file.toPath())) {
            return keep(shift, source, content);
        } catch (IOException e) {
            throw new TryLater(source + " 取来的文件没有读完，将重新读取");
        } finally {
            file.delete(); // what a crash leaves behind is swept away at the next start
        }
    }

    @Override
    public InputStream open(String sha256) {
        return files.open(sha256);
    }

    @Override
    public List<StoredBody> of(String runId) {
        return jdbc.sql("""
                        select sha256, sm3, size, source, run_id, kept_at from intake.body
                        where run_id = ? order by kept_at, source""")
                .param(runId)
                .query((row, i) -> new StoredBody(
                        row.getString("sha256"),
                        row.getString("sm3"),
                        row.getLong("size"),
                        row.getString("source"),
                        row.getString("run_id"),
                        row.getTimestamp("kept_at").toInstant()))
                .list();
    }
}
