package cn.zrzy.hub.draw.rule;

import cn.zrzy.hub.draw.model.PoolInspector;
import java.util.function.BiPredicate;

/**
 * 搭配规则: may this inspector go on this visit?
 *
 * @param code stable name for evidence and pages
 * @param sentence the rule in Chinese, with its source
 * @param allows the rule itself
 */
public record PairingRule(String code, String sentence, BiPredicate<Visit, PoolInspector> allows) {}
