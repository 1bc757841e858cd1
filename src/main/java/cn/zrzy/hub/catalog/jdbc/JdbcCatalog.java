package cn.zrzy.hub.catalog.jdbc;

import cn.zrzy.hub.catalog.Catalog;
import cn.zrzy.hub.catalog.InspectionItem;
import cn.zrzy.hub.catalog.ItemFile;
import cn.zrzy.hub.kernel.Digest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** 一单 on {@code catalog.item_version}; the list file is read once all beans are there, before any route starts. */
@Repository("catalog")
class JdbcCatalog implements Catalog, SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcCatalog.class);

    private static final String VALID = """
            valid_from <= :date and (valid_to is null or valid_to >= :date)
            and effective_from <= :date and (closed_on is null or closed_on > :date)""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Path file;
    private volatile List<Fault> faults = List.of();

    JdbcCatalog(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${hub.catalog-file:config/catalog/items.csv}") Path file) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.file = file;
    }

    @Override
    public void afterSingletonsInstantiated() {
        ItemFile list = ItemFile.read(file);
        list.faults().forEach(fault -> LOG.warn("清单 {} 拒收：{}", file.getFileName(), fault.message()));
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("select pg_advisory_xact_lock(20261123020)")
                    .query((row, i) -> 1)
                    .single(); // two hubs may start at once
            list.items().stream()
                    .collect(Collectors.groupingBy(InspectionItem::code))
                    .values()
                    .forEach(this::keep);
            closeMissing(list);
        });
        faults = List.copyOf(list.faults());
        LOG.info("随机抽查事项清单已载入：{} 项，拒收 {} 行", list.items().size(), faults.size());
    }

    /** Rows of one code. Earlier periods matter only while nothing is known of the item yet; then the last row counts. */
    private void keep(List<InspectionItem> rows) {
        List<InspectionItem> ordered = rows.stream()
                .sorted(Comparator.comparing(InspectionItem::validFrom))
                .toList();
        InspectionItem last = ordered.get(ordered.size() - 1);
        int latest = latest(last.code());
        if (latest == 0) {
            int version = 0;
            for (InspectionItem item : ordered) {
                put(item, ++version, item.validFrom());
            }
        } else if (!open(last.code()).filter(digest(last)::equals).isPresent()) {
            LocalDate today = LocalDate.now(clock);
            put(last, latest + 1, last.validFrom().isAfter(today) ? last.validFrom() : today);
        }
    }

    private int latest(String code) {
        return jdbc.sql("select coalesce(max(version), 0) from catalog.item_version where code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    private Optional<String> open(String code) {
        return jdbc.sql("select digest from catalog.item_version where code = ? and closed_on is null")
                .param(code)
                .query(String.class)
                .optional();
    }

    private void put(InspectionItem item, int version, LocalDate from) {
        jdbc.sql("update catalog.item_version set closed_on = ? where code = ? and closed_on is null")
                .params(from, item.code())
                .update();
        jdbc.sql("""
                        insert into catalog.item_version (code, version, name, targets, basis, methods, levels, key_item, ratio,
                                ratio_source, unverified, frequency, enterprises, valid_from, valid_to, digest, effective_from,
                                loaded_at)
                        values (?, ?, ?, string_to_array(?, ';'), ?, string_to_array(?, ';'), string_to_array(?, ';'), ?, ?, ?,
                                ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        item.code(),
                        version,
                        item.name(),
                        String.join(";", item.targets()),
                        item.basis(),
                        String.join(";", item.methods()),
                        String.join(";", item.levels()),
                        item.key(),
                        item.ratio().isPresent() ? item.ratio().getAsInt() : null,
                        item.ratioSource(),
                        item.unverified(),
                        item.frequency(),
                        item.enterprises(),
                        item.validFrom(),
                        item.validTo(),
                        digest(item),
                        from,
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** An item that is no longer listed may no longer be used; its versions stay for the plans that rest on them. */
    private void closeMissing(ItemFile list) {
        if (list.items().isEmpty() || list.codeUnreadable()) {
            return;
        }
        List<String> listed = list.items().stream().map(InspectionItem::code).collect(Collectors.toList());
        listed.addAll(list.keptCodes());
        jdbc.sql("update catalog.item_version set closed_on = :today where closed_on is null and code not in (:listed)")
                .param("today", LocalDate.now(clock))
                .param("listed", listed)
                .update();
    }

    private static String digest(InspectionItem item) {
        return Digest.sha256(item.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<InspectionItem> find(String code, LocalDate date) {
        return jdbc.sql("select * from catalog.item_version where code = :code and " + VALID
                        + " order by version desc limit 1")
                .param("code", code)
                .param("date", date)
                .query(JdbcCatalog::item)
                .optional();
    }

    @Override
    public Optional<InspectionItem> version(String code, int version) {
        return jdbc.sql("select * from catalog.item_version where code = ? and version = ?")
                .params(code, version)
                .query(JdbcCatalog::item)
                .optional();
    }

    @Override
    public List<InspectionItem> list(LocalDate date) {
        return jdbc.sql("select distinct on (code) * from catalog.item_version where " + VALID
                        + " order by code, version desc")
                .param("date", date)
                .query(JdbcCatalog::item)
                .list();
    }

    @Override
    public List<Fault> faults() {
        return faults;
    }

    private static InspectionItem item(ResultSet row, int i) throws SQLException {
        int ratio = row.getInt("ratio");
        OptionalInt optionalRatio = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(ratio);
        Date to = row.getDate("valid_to");
        return new InspectionItem(
                row.getString("code"),
                row.getString("name"),
                words(row, "targets"),
                row.getString("basis"),
                words(row, "methods"),
                words(row, "levels"),
                row.getBoolean("key_item"),
                optionalRatio,
                row.getString("ratio_source"),
                row.getBoolean("unverified"),
                row.getString("frequency"),
                row.getBoolean("enterprises"),
                row.getDate("valid_from").toLocalDate(),
                to == null ? null : to.toLocalDate(),
                row.getInt("version"));
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
