-- 部分成功而有人未成: the code of what was refused stands by the run, so that 值班台 need not read sentences.
update duty.run set code = substring(message from '未成（(E-[A-Z0-9-]+)）')
where state = 'PARTIAL' and code = '' and message ~ '未成（E-[A-Z0-9-]+）';

create index run_refused on duty.run (business_date) where state = 'PARTIAL' and code <> '';
