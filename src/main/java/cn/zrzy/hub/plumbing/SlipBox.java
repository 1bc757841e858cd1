package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.delivery.Arrivals;
import cn.zrzy.hub.delivery.PutAside;
import cn.zrzy.hub.kernel.OurOutage;
import cn.zrzy.hub.kernel.PlainText;
import cn.zrzy.hub.kernel.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.springframework.stereotype.Component;

/**
 * Takes in slips from a partner's folder (收取回单). A slip is read when it has stopped growing, is of the agreed name and of a
 * size that a slip may have; it is deleted at the partner only after it was understood and is on record. What is not
 * understood stays there, is listed for a person, and is read again when it changes.
 */
@Component("slipBox")
class SlipBox implements GenericFileFilter<Object> {

    private static final int LARGEST = 64 * 1024;
    private static final String ARRIVED = "slip.arrived";
    private static final String SOURCE = "receive-slips-from-judiciary";

    private final Arrivals arrivals;
    private final Map<String, String> lastSeen = new ConcurrentHashMap<>();

    SlipBox(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    /** By the listing alone; nothing of the file has been fetched. */
    @Override
    public boolean accept(GenericFile<Object> file) {
        if (file.isDirectory() || !PlainNames.isPlain(file, ".slip.json")) {
            return false;
        }
        String id = file.getFileName() + "/" + file.getFileLength() + "/" + file.getLastModified();
        boolean whole = id.equals(lastSeen.put(file.getFileName(), id));
        if (!whole || arrivals.isAside(SOURCE, id)) {
            return false;
        }
        if (file.getFileLength() > LARGEST) {
            list(
                    id,
                    "",
                    new Rejected("E-MESSAGE-SIZE", "回单 " + file.getFileLength() + " 字节，超过上限 " + LARGEST + " 字节，没有读取"));
            return false;
        }
        return true;
    }

    /** Sets the slip's text as the exchange's body. @throws PutAside when it is no text, or was tried too often */
    void take(Exchange exchange) throws IOException {
        exchange.setProperty(
                ARRIVED,
                exchange.getIn().getHeader(Exchange.FILE_NAME_ONLY, String.class) + "/"
                        + exchange.getIn().getHeader(Exchange.FILE_LENGTH, Long.class) + "/"
                        + exchange.getIn().getHeader(Exchange.FILE_LAST_MODIFIED, Long.class));
        arrivals.begin(SOURCE, id(exchange));
        try (InputStream in = exchange.getMessage().getMandatoryBody(InputStream.class)) {
            exchange.getMessage().setBody(utf8(in.readNBytes(LARGEST + 1)));
        } catch (org.apache.camel.InvalidPayloadException e) {
            throw new IOException("回单没有读到", e);
        }
    }

    private static String utf8(byte[] bytes) {
        return PlainText.utf8(bytes).orElseThrow(() -> {
            Rejected why = new Rejected("E-MESSAGE-CHARSET", "回单不是 UTF-8 文本");
            return new PutAside(why.getMessage(), why);
        });
    }

    void leave(Exchange exchange) {
        Throwable why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        String raw = exchange.getVariable("reply", "", String.class);
        list(id(exchange), raw, why instanceof PutAside aside ? aside.getCause() : why);
    }

    private void list(String id, String raw, Throwable why) {
        arrivals.aside(SOURCE, id, "对方收发目录里的文件 " + id.substring(0, id.indexOf('/')) + "，没有删除", raw, why);
    }

    void done(Exchange exchange) {
        arrivals.end(SOURCE, id(exchange));
    }

    void failed(Exchange exchange) {
        if (OurOutage.caused(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))) {
            arrivals.forgive(SOURCE, id(exchange));
        }
    }

    private static String id(Exchange exchange) {
        return exchange.getProperty(ARRIVED, String.class);
    }
}
