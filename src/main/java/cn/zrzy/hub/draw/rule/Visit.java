package cn.zrzy.hub.draw.rule;

import cn.zrzy.hub.draw.model.PoolSubject;
import java.time.LocalDate;
import java.util.Set;

/**
 * 一次检查, as far as the choice of inspectors is concerned.
 *
 * @param expertise tags of the drawn items, one of which is needed; empty: none
 * @param lastDay last day of the inspections
 * @param regionDigits 0: the inspector's region must cover the subject's; k: agreeing on k leading digits is enough
 * @param recused inspectors who may not go
 */
public record Visit(
        PoolSubject subject, Set<String> expertise, LocalDate lastDay, int regionDigits, Set<String> recused) {}
