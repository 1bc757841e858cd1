package cn.zrzy.hub.inspection;

/**
 * 报送口径: what one version of a finding is to one addressee.
 *
 * @param finding the version that is told
 * @param stood the version whose content stands there; the same one unless this is a withdrawal
 */
public record Telling(Finding finding, Finding stood, Change change) {

    public boolean withdraws() {
        return change == Change.WITHDRAWAL;
    }
}
