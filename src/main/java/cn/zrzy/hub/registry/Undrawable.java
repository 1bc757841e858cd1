package cn.zrzy.hub.registry;

import java.time.OffsetDateTime;

/**
 * One of the live lists that cannot be drawn on a day (不可抽取): whom it is, why, since when and by whose word.
 *
 * @param code 工号, or the subject's code
 * @param name 姓名 or 名称, masked where it is a person's
 * @param of 单位 of a person; 权利人 of a subject, masked where it is a person's
 * @param reason Chinese
 * @param since the moment from which the reason holds, as far as the registry knows it
 * @param feed who says so: {@code hr.inspectors}, {@code landuse.parcels} …
 */
public record Undrawable(String code, String name, String of, String reason, OffsetDateTime since, String feed) {}
