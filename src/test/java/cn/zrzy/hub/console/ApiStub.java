package cn.zrzy.hub.console;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stands where the routes of routes/api stand, so that the door in front of them can be tried. */
@RestController
class ApiStub {

    @RequestMapping("/api/**")
    String answer() {
        return "{}";
    }
}
