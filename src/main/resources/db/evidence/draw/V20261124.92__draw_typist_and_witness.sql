-- 录入人与见证人: who typed a reveal or a public event in, and who saw that it was the right one; '' where no person did.
alter table draw.reveal add column typist text not null default '', add column witness text not null default '';
alter table draw.observation add column typist text not null default '', add column witness text not null default '';
