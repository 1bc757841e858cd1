package cn.zrzy.hub.console.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IText;

/**
 * 卡片标签: gives each cell of a listing the words of its column's head as {@code data-label}, which the style sheet writes
 * before it where a row is a card. Taken from the rendered page, so that no template says a head twice.
 */
public final class CardLabels extends AbstractTemplateHandler {

    private static final Pattern LISTING = Pattern.compile("(^|.*\\s)listing(\\s.*|$)");

    private final List<String> heads = new ArrayList<>();
    private boolean inListing;
    private boolean inHeads;
    private int column;

    /** Words of the head that is being read; null between heads. */
    private StringBuilder head;

    @Override
    public void handleOpenElement(IOpenElementTag tag) {
        String name = tag.getElementCompleteName();
        if ("table".equals(name)) {
            String kind = tag.getAttributeValue("class");
            inListing = kind != null && LISTING.matcher(kind).matches();
            heads.clear();
        }
        super.handleOpenElement(inListing ? opened(name, tag) : tag);
    }

    private IOpenElementTag opened(String name, IOpenElementTag tag) {
        switch (name) {
            case "thead" -> inHeads = true;
            case "th" -> head = inHeads ? new StringBuilder() : null;
            case "tr" -> column = 0;
            case "td" -> {
                String label = column < heads.size() ? heads.get(column) : "";
                column += span(tag);
                if (!label.isEmpty() && !tag.hasAttribute("data-label")) {
                    return getContext().getModelFactory().setAttribute(tag, "data-label", label);
                }
            }
            default -> {
                // nothing that a card is made of
            }
        }
        return tag;
    }

    private static int span(IOpenElementTag cell) {
        String columns = cell.getAttributeValue("colspan");
        return columns == null ? 1 : Integer.parseInt(columns);
    }

    @Override
    public void handleText(IText text) {
        if (head != null) {
            head.append(text.getText());
        }
        super.handleText(text);
    }

    @Override
    public void handleCloseElement(ICloseElementTag tag) {
        switch (tag.getElementCompleteName()) {
            case "th" -> {
                if (head != null) {
                    heads.add(head.toString().strip().replace("\"", "&quot;"));
                    head = null;
                }
            }
            case "thead" -> inHeads = false;
            case "table" -> inListing = false;
            default -> {
                // nothing that a card is made of
            }
        }
        super.handleCloseElement(tag);
    }
}
