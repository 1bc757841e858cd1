package cn.zrzy.hub.plumbing;

import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.springframework.stereotype.Component;

/**
 * A file is taken from a server only under a plain name (文件名检查): the name in a listing is the server's word, and one with a
 * path in it leads out of the folder that was asked for (CVE-2026-79983).
 */
@Component("plainNames")
class PlainNames implements GenericFileFilter<Object> {

    @Override
    public boolean accept(GenericFile<Object> file) {
        return isPlain(file, "");
    }

    static boolean isPlain(GenericFile<?> file, String ending) {
        String name = file.getFileName();
        return name != null
                && name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,199}")
                && !name.contains("..")
                && name.endsWith(ending)
                && name.equals(file.getFileNameOnly());
    }
}
