package cn.zrzy.hub.draw.outcome;

/** What comes from outside to a frozen draw: a seed (modes L and S) or the platform's own result (mode P). */
public sealed interface DrawInput permits RevealedSeed, PlatformResult {}
