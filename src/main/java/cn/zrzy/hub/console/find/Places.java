package cn.zrzy.hub.console.find;

import cn.zrzy.hub.kernel.search.Found;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** 去处: the page of each thing that can be found. A visit or finding has its place in the file of its object. */
@Component
class Places {

    public String of(Found found) {
        return switch (found.kind()) {
            case SUBJECT -> subject(found.key());
            case INSPECTOR -> path("/inspectors/{key}", found.key());
            case VISIT, FINDING -> subject(found.object()) + path("?show={key}", found.key());
            case DRAW, DRAW_LINE -> path("/draws/{key}", found.key());
            case MESSAGE -> message(found.key());
            case RUN -> path("/sync/{key}", found.key());
            case QUARANTINED -> path("/quarantine?row={key}", found.key());
        };
    }

    public String subject(String code) {
        return path("/subjects/{code}", code);
    }

    public String message(String dispatch) {
        return path("/messages/{dispatch}", dispatch);
    }

    public String run(String runId) {
        return path("/sync/{run}", runId);
    }

    private static String path(String template, String key) {
        return UriComponentsBuilder.fromUriString(template)
                .encode()
                .buildAndExpand(key)
                .toUriString();
    }
}
