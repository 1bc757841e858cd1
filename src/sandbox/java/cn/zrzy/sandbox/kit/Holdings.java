package cn.zrzy.sandbox.kit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** 收件清单: under which keys the agency took something since a moment, oldest first, page by page. */
public final class Holdings {

    private final EffectBook book;
    private final int size;

    public Holdings(EffectBook book, Options options) {
        this(book, options, 1000);
    }

    /** @param most keys a page, where a page may not be large */
    public Holdings(EffectBook book, Options options, int most) {
        this.book = book;
        this.size = Integer.parseInt(options.text("keys-page", Integer.toString(most)));
    }

    /** @param page from 1; one that is not there is empty */
    public ObjectNode page(String since, int page) {
        List<ObjectNode> pages = pages(since);
        if (page <= pages.size()) {
            return pages.get(page - 1);
        }
        ObjectNode empty = Json.object().put("page", page).put("pages", pages.size());
        empty.putArray("keys");
        return empty;
    }

    /** At least one page, be it empty. */
    public List<ObjectNode> pages(String since) {
        OffsetDateTime from = OffsetDateTime.parse(since);
        List<Effect> held = book.all().stream()
                .filter(effect -> !OffsetDateTime.parse(effect.at()).isBefore(from))
                .sorted(Comparator.comparing(effect -> OffsetDateTime.parse(effect.at())))
                .toList();
        int count = Math.max(1, (held.size() + size - 1) / size);
        List<ObjectNode> pages = new ArrayList<>();
        for (int page = 1; page <= count; page++) {
            ObjectNode node = Json.object().put("page", page).put("pages", count);
            ArrayNode keys = node.putArray("keys");
            for (Effect effect : held.subList((page - 1) * size, Math.min(page * size, held.size()))) {
                keys.addObject()
                        .put("key", effect.key())
                        .put("kind", effect.kind())
                        .put("receivedAt", effect.at())
                        .put("digest", effect.digest());
            }
            pages.add(node);
        }
        return pages;
    }
}
