/** The rules of delivery that need no database: terms by route, back-off, and what a failure says. */
package cn.zrzy.hub.delivery.terms;
