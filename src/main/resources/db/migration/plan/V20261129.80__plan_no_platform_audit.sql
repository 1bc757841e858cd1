-- The year's statistics of the platform's draws are no longer kept; they were computed from the evidence, which stays.
drop table plan.platform_audit;
