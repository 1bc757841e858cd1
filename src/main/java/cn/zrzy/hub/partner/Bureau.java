package cn.zrzy.hub.partner;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who we are on paper (本机关), block {@code bureau} of config/endpoints.yaml.
 *
 * @param creditCode the bureau's own 统一社会信用代码
 * @param handler 主办人 named on transfers
 * @param enforcementOrgan 受移送机关 of leads; {@code policeOrgan} of suspected crimes
 * @param procuratorate gets a copy of each transfer to the police; empty switches the copy off
 * @param replyWorkingDays asked reply time for leads, in working days
 * @param showInspectors whether public pages name inspectors with 姓名 and 执法证号
 */
@ConfigurationProperties("bureau")
public record Bureau(
        @DefaultValue("许昌市自然资源和规划局") String name,
        @DefaultValue("11411000MB1F41107T") String creditCode,
        @DefaultValue("河南省许昌市建安区") String address,
        @DefaultValue("0374-2960000") String phone,
        @DefaultValue("执法监督科") String handler,
        @DefaultValue("许昌市自然资源综合行政执法支队") String enforcementOrgan,
        @DefaultValue("许昌市公安局") String policeOrgan,
        @DefaultValue("许昌市人民检察院") String procuratorate,
        @DefaultValue("10") int replyWorkingDays,
        @DefaultValue("false") boolean showInspectors) {}
