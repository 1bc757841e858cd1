package cn.zrzy.hub.catalog;

import cn.zrzy.hub.kernel.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 随机检查事项清单 (一单), loaded from config/catalog/items.csv at start and kept in versions. */
public interface Catalog {

    /** The version of the item that is valid on that day; items that are not published may not be used (国办发〔2024〕54号). */
    Optional<InspectionItem> find(String code, LocalDate date);

    /** One given version, as an approved plan remembers it. */
    Optional<InspectionItem> version(String code, int version);

    /** All items valid on that day, by code. */
    List<InspectionItem> list(LocalDate date);

    /** Rows of the list file that were refused at the last load (拒收行). */
    List<Fault> faults();

    /** @param message Chinese sentence; the place holds line, column and field */
    record Fault(Place place, String message) {}
}
