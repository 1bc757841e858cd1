package cn.zrzy.hub.partner.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.inspection.Change;
import cn.zrzy.hub.inspection.Finding;
import cn.zrzy.hub.inspection.Telling;
import cn.zrzy.hub.inspection.Tellings;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.partner.Bureau;
import org.junit.jupiter.api.Test;

/** Whatever brought it here: what the law withholds is not put on the portal. */
class WithheldResultTests {

    @Test
    void aWithheldResultIsNotPublished() {
        Finding finding = mock(Finding.class);
        when(finding.withheld()).thenReturn(true);
        Tellings tellings = mock(Tellings.class);
        when(tellings.of(any(), any(), anyInt())).thenReturn(new Telling(finding, finding, Change.FIRST));
        Debt debt = new Debt("D1", "publish-results-to-portal", "F1@1", "P1", "K1", 1, "t");
        ResultArticles articles = new ResultArticles(tellings, mock(Bureau.class));
        assertThatThrownBy(() -> articles.render(debt))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("E-WITHHELD"));
    }
}
