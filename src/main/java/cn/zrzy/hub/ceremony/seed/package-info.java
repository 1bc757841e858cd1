/** 征集与揭示: commitments, the sealed secret, reveals, public events and time stamps. */
package cn.zrzy.hub.ceremony.seed;
