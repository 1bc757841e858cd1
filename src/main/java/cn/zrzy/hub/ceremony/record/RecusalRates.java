package cn.zrzy.hub.ceremony.record;

import java.util.List;

/** How often each inspector was taken off a team after the draw (后发回避率): the last wheel by which a draw can be steered. */
public interface RecusalRates {

    /**
     * @param places subjects that the draws of the year ever gave to this inspector, corrections included
     * @param recused late recusals (RECUSED)
     * @param absent late absences (ABSENT)
     * @param rateBp both per place, in basis points
     * @param approvers who approved them, each once
     */
    record Row(String certNo, String name, int places, int recused, int absent, int rateBp, List<String> approvers) {}

    /**
     * Draws of that year that were held to be carried out, by falling rate, then by card number.
     *
     * @throws cn.zrzy.hub.kernel.Rejected E-DRAW-YEAR when it is no year
     */
    List<Row> ofYear(String year);
}
