/** 报送台账: what the house may ask of the dispatches, done by the aggregate and kept by {@code ..jdbc}. */
package cn.zrzy.hub.delivery.ledger;
