package cn.zrzy.hub.console.jdbc;

import cn.zrzy.hub.console.account.RoleWishes;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what is asked in {@code console.role_wish}; what was decided is in the trail. */
@Repository
class JdbcRoleWishes implements RoleWishes {

    private static final String SELECT = "select username, role, asked_by, reason, asked_at from console.role_wish ";

    private final JdbcClient jdbc;

    JdbcRoleWishes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Wish> open() {
        return jdbc.sql(SELECT + "order by username").query(Wish.class).list();
    }

    @Override
    public Optional<Wish> hold(String username) {
        return jdbc.sql(SELECT + "where username = ? for update")
                .param(username)
                .query(Wish.class)
                .optional();
    }

    @Override
    public boolean ask(Wish wish) {
        return jdbc.sql("""
                        insert into console.role_wish (username, role, asked_by, reason, asked_at) values (?, ?, ?, ?, ?)
                        on conflict (username) do nothing
                        """)
                        .params(wish.username(), wish.role().name(), wish.askedBy(), wish.reason(), wish.askedAt())
                        .update()
                == 1;
    }

    @Override
    public void drop(String username) {
        jdbc.sql("delete from console.role_wish where username = ?")
                .param(username)
                .update();
    }
}
