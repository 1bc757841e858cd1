package cn.zrzy.hub.draw.trespass;

import java.time.Instant;
import java.util.Random;

/** Breaks the fences on purpose: luck and a clock inside the draw. */
class Luck {

    int luck() {
        return new Random().nextInt() + Instant.now().getNano();
    }
}
