package cn.zrzy.hub.source.hr;

import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The .ok marker of HR's nightly file (人事文件标记). */
@Component("inspectorMarkers")
class InspectorMarkers {

    private static final Pattern MARKER = Pattern.compile("\\s*rows=([0-9]{1,9})\\s+sm3=([0-9a-fA-F]{64})\\s*");

    /** What such a marker looks like while it is still being written. */
    private static final Pattern HALF =
            Pattern.compile("\\s*(r|ro|row|rows|rows=[0-9]{0,9}(\\s+(s|sm|sm3|sm3=[0-9a-fA-F]{0,63})?)?)?");

    /**
     * @param businessDate 20261123, as the run's header has it
     * @param content the .ok file's content, null when it is not there
     * @throws TryLater when the file is not finished yet
     * @throws Rejected E-FEED-MARKER when the marker cannot be read
     */
    Marker read(String businessDate, String content) {
        String file = "inspectors_" + businessDate + ".csv";
        if (content == null) {
            throw new TryLater("人事文件 " + file + " 还没有可读的 .ok 标记：未生成、未写完或无权读取");
        }
        Matcher parts = MARKER.matcher(content);
        if (!parts.matches() && HALF.matcher(content).matches()) {
            throw new TryLater("人事文件 " + file + " 的 .ok 标记还没写完，将重新读取");
        }
        if (!parts.matches()) {
            throw new Rejected("E-FEED-MARKER", "标记文件应为 rows= 与 sm3= 两行", Place.of(file + ".ok"));
        }
        return new Marker(file, Long.parseLong(parts.group(1)), parts.group(2).toLowerCase(Locale.ROOT));
    }
}
