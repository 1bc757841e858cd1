package cn.zrzy.hub.kernel;

import java.util.List;

/** The duty desk as alerting asks it (告警事由来源): everything that stands on it just now. */
public interface Causes {

    List<Cause> standing();
}
