package cn.zrzy.hub.delivery.trespass.jdbc;

import cn.zrzy.hub.kernel.Rejected;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Breaks both fences of storage: it decides, and it maps by hand. */
class RefusingStorage {

    String name(ResultSet row) throws SQLException {
        String name = row.getString("name");
        if (name == null) {
            throw new Rejected("E-NOTHING", "没有");
        }
        return name;
    }
}
