package cn.zrzy.hub.ceremony.jdbc;

import cn.zrzy.hub.ceremony.record.Signings;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSignings implements Signings {

    private final JdbcClient jdbc;

    JdbcSignings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Signing> find(String drawNo) {
        return jdbc.sql("select * from plan.draw_signing where draw_no = ?")
                .params(drawNo)
                .query(Signing.class)
                .optional();
    }

    @Override
    public boolean add(Signing signing) {
        return jdbc.sql("""
                                insert into plan.draw_signing (draw_no, host, operator, supervisor, witness, signed_at, entered_by)
                                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                signing.drawNo(),
                                signing.host(),
                                signing.operator(),
                                signing.supervisor(),
                                signing.witness(),
                                signing.signedAt(),
                                signing.enteredBy())
                        .update()
                == 1;
    }
}
