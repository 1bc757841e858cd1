package cn.zrzy.hub.draw.model;

/**
 * 回避: this inspector may not check this subject (行政处罚法 §43). The reason stays outside the draw.
 *
 * @param salt 64 hex: 32 random bytes
 */
public record Recusal(String inspectorId, String subjectId, String salt) {}
