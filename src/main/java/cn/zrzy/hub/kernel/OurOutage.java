package cn.zrzy.hub.kernel;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** An outage of our own database (本系统停用): it never counts against a partner, a message or a caller. */
public final class OurOutage {

    private OurOutage() {}

    /** Our own database was away or busy with itself: nothing that the thing we worked on can be blamed for. */
    public static boolean caused(Throwable why) {
        return Accident.chain(why).anyMatch(OurOutage::is);
    }

    /** By that exception alone. */
    static boolean is(Throwable one) {
        return one instanceof DataAccessResourceFailureException
                || one instanceof TransientDataAccessException
                || one instanceof RecoverableDataAccessException
                || one instanceof CannotCreateTransactionException
                || one instanceof TransactionSystemException;
    }
}
