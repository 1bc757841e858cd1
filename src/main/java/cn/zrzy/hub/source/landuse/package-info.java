/** 自然资源业务系统: parcels, projects and units in JSON pages, mining rights as an .xlsx ledger. */
package cn.zrzy.hub.source.landuse;
