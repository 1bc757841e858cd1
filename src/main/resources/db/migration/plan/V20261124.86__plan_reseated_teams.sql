-- 整组重派 (mode P): a team that the platform sent against the rules is seated anew.
alter table plan.draw_correction drop constraint draw_correction_kind_check;
alter table plan.draw_correction add constraint draw_correction_kind_check
    check (kind in ('EXCLUDE', 'RECUSE', 'RESEAT'));
