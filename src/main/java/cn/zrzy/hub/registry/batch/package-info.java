/** The trade of a batch (同步批次): what may become of a feed's night, and who asks for it. No SQL here: {@code ..jdbc} locks, loads, saves. */
package cn.zrzy.hub.registry.batch;
