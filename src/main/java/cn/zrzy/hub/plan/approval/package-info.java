/** 双人复核: what one person asks for another one decides; used for plans, schemes and whatever amends a draw. */
@org.springframework.modulith.NamedInterface("approval")
package cn.zrzy.hub.plan.approval;
