/** The trade of delivery (报送办理): what may become of a dispatch, and who asks for it. No SQL here: {@code ..jdbc} locks, loads, saves. */
package cn.zrzy.hub.delivery.dispatch;
