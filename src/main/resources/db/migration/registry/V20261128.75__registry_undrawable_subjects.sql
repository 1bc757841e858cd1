-- 不可抽取: those of the live subjects that have an obstacle, and those whose licence ends
create index subject_obstacle on registry.subject_version (feed, obstacle) where until is null and not retired and obstacle <> '';
create index subject_ends on registry.subject_version (valid_to, feed)
    where until is null and not retired and obstacle = '' and valid_to is not null;
