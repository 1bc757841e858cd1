package cn.zrzy.hub.ceremony.record;

import java.util.List;

/** Draws of which nobody but the office may know yet who was drawn (不预告检查, 尚未公开). */
public interface SealedDraws {

    List<String> now();
}
