package cn.zrzy.hub.partner;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Hands out the lists of config/codes (代码表目录), read anew at each start. */
@Component
public class CodeTables {

    private final Path folder;

    public CodeTables(@Value("${hub.codes-dir:config/codes}") Path folder) {
        this.folder = folder;
    }

    /** @param name file name without {@code .csv}, for example {@code province-errors} */
    public CodeTable table(String name) {
        return CodeTable.read(folder.resolve(name + ".csv"));
    }
}
