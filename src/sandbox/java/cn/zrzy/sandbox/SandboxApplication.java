package cn.zrzy.sandbox;

import cn.zrzy.sandbox.credit.CreditAgency;
import cn.zrzy.sandbox.enforcement.EnforcementAgency;
import cn.zrzy.sandbox.hr.HrAgency;
import cn.zrzy.sandbox.judiciary.JudiciaryAgency;
import cn.zrzy.sandbox.kit.Agency;
import cn.zrzy.sandbox.kit.Options;
import cn.zrzy.sandbox.landuse.LanduseAgency;
import cn.zrzy.sandbox.portal.PortalAgency;
import cn.zrzy.sandbox.province.ProvinceAgency;
import cn.zrzy.sandbox.robots.RobotsAgency;
import cn.zrzy.sandbox.tsa.TsaAgency;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** 沙箱: runs the agencies named in its arguments, or all of them, in one JVM. */
public final class SandboxApplication {

    private static final Map<String, Agency.Opening> AGENCIES = new LinkedHashMap<>();

    static {
        AGENCIES.put("hr", HrAgency::open);
        AGENCIES.put("landuse", LanduseAgency::open);
        AGENCIES.put("province", ProvinceAgency::open);
        AGENCIES.put("portal", PortalAgency::open);
        AGENCIES.put("enforcement", EnforcementAgency::open);
        AGENCIES.put("judiciary", JudiciaryAgency::open);
        AGENCIES.put("credit", CreditAgency::open);
        AGENCIES.put("tsa", TsaAgency::open);
        AGENCIES.put("robots", RobotsAgency::open);
    }

    private SandboxApplication() {}

    public static void main(String[] args) throws IOException {
        Options options = new Options(args);
        Set<String> wanted = options.words().isEmpty() ? AGENCIES.keySet() : Set.copyOf(options.words());
        for (String name : wanted) {
            if (!AGENCIES.containsKey(name)) {
                System.err.println("没有机关 " + name + "，可选：" + AGENCIES.keySet());
                System.exit(2);
            }
        }
        for (Map.Entry<String, Agency.Opening> agency : AGENCIES.entrySet()) {
            if (wanted.contains(agency.getKey())) {
                Agency.run(options, agency.getValue());
            }
        }
    }
}
