package cn.zrzy.hub.console.wall;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 值班大屏: the page of the screen, and the part of it that it asks for again and again. The door has looked at the link. */
@Controller
class WallPage {

    private final BoardKeeper keeper;

    WallPage(BoardKeeper keeper) {
        this.keeper = keeper;
    }

    @GetMapping("/wall/{token}")
    String page(Model model) {
        fill(model);
        return "console/wall";
    }

    @GetMapping("/wall/{token}/board")
    String board(Model model) {
        fill(model);
        return "console/wall :: board";
    }

    private void fill(Model model) {
        keeper.board().ifPresent(board -> {
            model.addAttribute("board", board);
            model.addAttribute("age", keeper.age(board));
        });
    }
}
