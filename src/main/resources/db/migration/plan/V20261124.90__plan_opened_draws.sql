-- When the secret of an unannounced draw was opened; closed_until stays, so that what was sent before renders the same bytes.
alter table plan.draw_result add column opened_at timestamptz;
update plan.draw_result r set opened_at = now()
where r.closed_until is null and exists (select 1 from plan.sealed_secret s where s.draw_no = r.draw_no and s.secret is not null);
