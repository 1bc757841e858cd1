/**
 * 独立核验: the third verifier of an evidence bundle, in Java. It lives in another root package than the hub and imports
 * nothing but the JDK, nor does it share code with verify.html or verify.py: three programs written apart that must agree.
 */
package cn.zrzy.verify;
