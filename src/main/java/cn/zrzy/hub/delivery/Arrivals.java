package cn.zrzy.hub.delivery;

/**
 * How often each thing that came in was tried (来件登记), bean {@code arrivals}. A try is counted and committed before anything
 * of it is read, so that a message which kills its reader is counted too; without our database nothing is counted, so an
 * outage of ours never puts a good receipt aside.
 */
public interface Arrivals {

    /**
     * Counts one try.
     *
     * @param source route that reads, for example {@code receive-slips-from-judiciary}
     * @param id what tells this arrival from every other of its source
     * @throws PutAside E-ARRIVAL-POISON when it was tried {@code delivery.arrival-tries} times already
     */
    void begin(String source, String id);

    /**
     * Understood and on record; its tries are forgotten, and so is what was listed of the same file earlier.
     *
     * @param id of a file: {@code <name>/<what tells its contents apart>}
     */
    void end(String source, String id);

    /** This try failed by our own outage and does not count. */
    void forgive(String source, String id);

    /**
     * A person has to look at it (另放待查); until then it is not tried again.
     *
     * @param place where the original is, in words
     * @param raw its text as far as it could be read
     */
    void aside(String source, String id, String place, String raw, Throwable why);

    boolean isAside(String source, String id);
}
