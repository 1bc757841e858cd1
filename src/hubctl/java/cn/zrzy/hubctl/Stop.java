package cn.zrzy.hubctl;

/** Why a command ends here (终止): a sentence for the person, and a number for the shell. */
final class Stop extends RuntimeException {

    private final int exit;

    Stop(int exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}
