package cn.zrzy.hub.plumbing.api;

import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;

/** A call that no route needs to look at (接口拒收): the request itself is wrong. */
class ApiRefusal extends Rejected {

    private final int status;

    ApiRefusal(int status, String code, String message, String field) {
        super(code, message, Place.field(field));
        this.status = status;
    }

    int status() {
        return status;
    }
}
