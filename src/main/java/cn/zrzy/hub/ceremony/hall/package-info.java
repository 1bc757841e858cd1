/** 抽取现场: what the room, the desk and the public pages see of a draw, and may press. */
@org.springframework.modulith.NamedInterface("hall")
package cn.zrzy.hub.ceremony.hall;
