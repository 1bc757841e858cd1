package cn.zrzy.hub.kernel;

/** What became of a held run (拦截已处置): let through or refused by people, or overtaken by a newer one; published with it. */
public record RunDecided(String runId, Outcome outcome) {}
