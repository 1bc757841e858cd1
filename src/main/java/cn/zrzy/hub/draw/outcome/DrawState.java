package cn.zrzy.hub.draw.outcome;

import java.util.List;

/** 现行结果: who is to be visited by whom, after the corrections so far. */
public record DrawState(List<Pick> picks, List<TeamSeat> seats) {

    public DrawState {
        picks = List.copyOf(picks);
        seats = List.copyOf(seats);
    }

    /** As it was drawn, before any correction. */
    public static DrawState of(DrawOutcome outcome) {
        return new DrawState(outcome.picks(), outcome.seats());
    }
}
