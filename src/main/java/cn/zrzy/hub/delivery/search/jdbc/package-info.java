/** 报送检索: from words to messages, and what was signed for. */
package cn.zrzy.hub.delivery.search.jdbc;
