package cn.zrzy.hub.draw;

import java.util.List;

/** 现行结果: who is to be visited by whom, after the corrections so far. */
public record DrawState(List<Pick> picks, List<TeamSeat> seats) {

    public DrawState {
        picks = List.copyOf(picks);
        seats = List.copyOf(seats);
    }
}
