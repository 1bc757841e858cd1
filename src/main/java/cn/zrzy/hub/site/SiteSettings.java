package cn.zrzy.hub.site;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 公示网站的抬头与页脚, block {@code site} of config/application.yaml. What is empty is left out of the page.
 *
 * @param publicUrl how the public reaches this hub, without a slash at the end; printed as QR code
 * @param domain 网站域名 for the meta tag SiteDomain
 * @param idCode 网站标识码, ten digits
 * @param sponsor 主办
 * @param operator 承办
 * @param icp ICP备案号
 * @param police 公安备案号
 */
@ConfigurationProperties("site")
record SiteSettings(
        @DefaultValue("http://127.0.0.1:8080") String publicUrl,
        @DefaultValue("") String name,
        @DefaultValue("") String domain,
        @DefaultValue("") String idCode,
        @DefaultValue("") String sponsor,
        @DefaultValue("") String operator,
        @DefaultValue("") String phone,
        @DefaultValue("") String icp,
        @DefaultValue("") String police) {}
