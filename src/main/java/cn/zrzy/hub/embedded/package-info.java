/** Ground floor: the embedded default (嵌入式默认环境): own PostgreSQL, own Artemis, secrets made at the first start. */
@org.springframework.modulith.ApplicationModule(
        displayName = "embedded 嵌入式环境",
        allowedDependencies = {"kernel"})
package cn.zrzy.hub.embedded;
