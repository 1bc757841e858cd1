-- Who stood in the registry on a day is asked for each finding, of every version: the indexes over the live rows do not help.
create index subject_version_code on registry.subject_version (code);
create index subject_version_holder on registry.subject_version (holder_code) where holder_code <> '';
