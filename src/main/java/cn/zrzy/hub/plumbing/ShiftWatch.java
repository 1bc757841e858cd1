package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.kernel.Shift;
import org.springframework.stereotype.Component;

/** Stands at every step of a night's route (岗哨): who no longer has the run goes no further. */
@Component("shiftWatch")
class ShiftWatch {

    void require(Shift shift) {
        shift.require();
    }
}
