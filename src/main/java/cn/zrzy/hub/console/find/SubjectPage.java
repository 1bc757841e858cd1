package cn.zrzy.hub.console.find;

import cn.zrzy.hub.console.security.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 检查对象的卷宗: everything about one object on one time line. */
@Controller
class SubjectPage {

    private final SubjectFiles files;
    private final Places places;

    SubjectPage(SubjectFiles files, Places places) {
        this.files = files;
        this.places = places;
    }

    @GetMapping("/subjects/{code}")
    String subject(
            @PathVariable String code,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String show,
            HttpServletRequest request,
            Model model) {
        SubjectFiles.SubjectFile file = files.of(code, Actor.of(request).role())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("file", file);
        model.addAttribute("line", TimeLine.of(file.moments(), page, show));
        model.addAttribute("show", show);
        model.addAttribute("here", places.subject(code));
        return "console/subject";
    }
}
