package cn.zrzy.hub.registry.batch;

/** Which of the two registries a batch is for (库). */
public enum Shelf {
    SUBJECT,
    INSPECTOR
}
