-- A statement ends with a semicolon and an empty line.

-- What a person asked for since, with their reference and code. The referral itself stays as it was sent.
-- The words are in content alone, encrypted as a referral's are; kind is absent where they could not be read.
create table referral_change (
  id uuid primary key,
  organization_id uuid not null references organization,
  referral_id uuid not null references referral,
  kind text check (kind in ('withdraw', 'correct', 'contact')),
  received_at timestamptz not null,
  sealed_hash text not null,
  content text not null,
  answer jsonb not null
);

create index referral_change_by_referral on referral_change (referral_id, received_at);

create index referral_change_by_time on referral_change (organization_id, received_at);

alter table referral_change enable row level security, force row level security;

create policy referral_change_write on referral_change for insert to hub_partner with check (organization_id = caller_organization());

-- As with a referral: any page of the same hub may tell where one stands, and never what was written.
create policy referral_change_status on referral_change for select to hub_partner using (organization_id = caller_organization());

create policy referral_change_staff on referral_change for select to hub_staff using (organization_id = caller_organization());

grant insert, select (id, organization_id, referral_id, kind, received_at, sealed_hash, answer) on referral_change to hub_partner;

grant select on referral_change to hub_staff;

-- What was replaced is looked for among the few that replace something. `@>` may not go before row-level security does,
-- so that the index over all lists of ids was kept up and never used.
drop index referral_by_replaced;

create index referral_replacing on referral (organization_id, received_at) where replaces <> '{}';

-- A referral as staff are shown it. It runs as whoever asks: row-level security holds behind it.
create view referral_for_staff with (security_invoker = true) as
  select referral.id, reference, referral.received_at, partner.name as partner, form_version, replaces, content,
    referral.state as received_as,
    -- Whoever rings tomorrow must see that the number is another one now; and what could not be read may have said so.
    flags || array(
      select distinct case kind when 'contact' then 'contact_changed' when 'correct' then 'corrected' else 'change_unreadable' end
      from referral_change where referral_id = referral.id and kind is distinct from 'withdraw' order by 1
    ) as flags,
    case
      when exists (select from referral_change where referral_id = referral.id and kind = 'withdraw') then 'withdrawn'
      else referral.state
    end as state,
    (select max(referral_change.received_at) from referral_change where referral_id = referral.id) as changed_at,
    (select newer.id from referral newer where newer.replaces <> '{}' and newer.replaces @> array[referral.id] order by newer.received_at desc limit 1) as replaced_by
  from referral join partner on partner.id = partner_id;

grant select on referral_for_staff to hub_staff;

-- Answers to the equality questions. Nothing here leads to a referral: no reference, no partner, no time but the month,
-- a random id, and a receipt that names the month alone.
create table equality_answers (
  id uuid primary key,
  organization_id uuid not null references organization,
  month date not null check (extract(day from month) = 1),
  answers jsonb not null,
  sealed_hash text not null,
  answer jsonb not null
);

create index equality_answers_by_month on equality_answers (organization_id, month);

alter table equality_answers enable row level security, force row level security;

create policy equality_answers_write on equality_answers for insert to hub_partner with check (organization_id = caller_organization());

-- Whoever sends the same bytes again is given the same receipt; the answers are kept from this role by its grants.
create policy equality_answers_again on equality_answers for select to hub_partner using (organization_id = caller_organization());

create policy equality_answers_report on equality_answers for select to hub_staff using (organization_id = caller_organization());

grant insert, select (id, sealed_hash, answer) on equality_answers to hub_partner;

grant select (month, answers) on equality_answers to hub_staff;

-- The hub's own pages carry the key of the partner that lists their origin: which one that is, the gate finds out first.
create policy partner_key_own_pages on partner_key for select to hub_service using (partner_id = caller_partner());

-- Of organizations the gate sees which there are, and which came first, and nothing that they say.
create policy organization_gate on organization for select to hub_service using (true);

grant select (id, created_at) on organization to hub_service;
