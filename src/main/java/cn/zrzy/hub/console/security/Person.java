package cn.zrzy.hub.console.security;

import java.io.Serializable;
import java.security.Principal;

/** Who is logged in (登录人). */
public record Person(String username, String displayName, Role role) implements Principal, Serializable {

    @Override
    public String getName() {
        return username;
    }
}
