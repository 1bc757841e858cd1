package cn.zrzy.hub.act.bulk;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;

/** 批量作业 as the API offers them. */
@Service("jobDoor")
class JobDoor {

    private static final int NEWEST = 100;
    private static final int PAGE = 1_000;
    private static final String ANY = "-";

    private final JobDesk desk;

    JobDoor(JobDesk desk) {
        this.desk = desk;
    }

    /** @param partner {@code -} for every partner, likewise {@code cause} */
    JobSheet preview(String act, String partner, String cause) {
        return desk.sheet(
                new JobOrder(act, List.of(), any(partner), any(cause), "", "", 0, 0), Locale.SIMPLIFIED_CHINESE);
    }

    Job start(JobOrder order) {
        return desk.start(order);
    }

    Job show(long no) {
        return desk.job(no);
    }

    List<Job> list() {
        return desk.newest(NEWEST);
    }

    /** @param after the last number seen, 0 at the beginning; at most a thousand come */
    List<JobItems.Item> items(long no, long after) {
        return desk.items(desk.job(no).no(), after, PAGE);
    }

    private static String any(String text) {
        return ANY.equals(text) ? "" : text;
    }
}
