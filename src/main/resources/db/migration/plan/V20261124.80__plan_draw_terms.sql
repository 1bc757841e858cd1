-- How the draw of a scheme is held (plan.DrawTerms), approved with it.
alter table plan.scheme add column terms jsonb not null default '{}';

-- A voided draw leaves its scheme to be drawn again under a new number.
alter table plan.draw_result drop constraint draw_result_scheme_no_key;
alter table plan.draw_call drop constraint draw_call_scheme_no_key;
create index draw_result_scheme on plan.draw_result (scheme_no);
