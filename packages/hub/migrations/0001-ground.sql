-- A statement ends with a semicolon and an empty line.

-- Four ways into the tables. Nobody logs in as one of them: each request takes the one it needs, for its transaction alone.
-- hub_service finds out who is asking and reads the hub's own keys; hub_partner is a publishable key or no key;
-- hub_staff is a staff token; hub_admin is the command line, never the serving process.
do $$ begin create role hub_service nologin; exception when duplicate_object then null; end $$;

do $$ begin create role hub_partner nologin; exception when duplicate_object then null; end $$;

do $$ begin create role hub_staff nologin; exception when duplicate_object then null; end $$;

do $$ begin create role hub_admin nologin; exception when duplicate_object then null; end $$;

-- Whoever made these roles may act as the command line does; PostgreSQL 16 no longer takes that for granted.
do $$ begin execute format('grant hub_admin to %I', current_user); end $$;

grant usage on schema public to hub_service, hub_partner, hub_staff, hub_admin;

-- Who is asking, set with the role at the start of each transaction. Unset means nobody, and nobody sees nothing.
create function caller_organization() returns uuid language sql stable
  return nullif(current_setting('hub.organization', true), '')::uuid;

create function caller_partner() returns uuid language sql stable
  return nullif(current_setting('hub.partner', true), '')::uuid;

create function caller_credential() returns text language sql stable
  return nullif(current_setting('hub.credential', true), '');

-- A body that runs a hub, or later one that offers advocates through it.
create table organization (
  id uuid primary key default gen_random_uuid(),
  name text not null unique,
  profile jsonb not null,
  created_at timestamptz not null default now()
);

alter table organization enable row level security, force row level security;

create policy organization_of_caller on organization for select to hub_partner, hub_staff using (id = caller_organization());

create policy organization_admin on organization to hub_admin using (true) with check (true);

-- A body whose web pages carry the widgets.
create table partner (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references organization,
  name text not null,
  origins text[] not null,
  contact_routes jsonb,
  created_at timestamptz not null default now(),
  unique (organization_id, name)
);

alter table partner enable row level security, force row level security;

create policy partner_of_caller on partner for select to hub_partner using (id = caller_partner());

create policy partner_of_staff on partner for select to hub_staff using (organization_id = caller_organization());

-- The gate reads partners to find out whose key it was given and which pages may ask.
create policy partner_gate on partner for select to hub_service using (true);

create policy partner_admin on partner to hub_admin using (true) with check (true);

-- Publishable keys stand in web pages: they are no secret and are kept as they are.
create table partner_key (
  key text primary key,
  partner_id uuid not null references partner,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);

alter table partner_key enable row level security, force row level security;

create policy partner_key_gate on partner_key for select to hub_service using (key = caller_credential());

create policy partner_key_admin on partner_key to hub_admin using (true) with check (true);

-- Staff tokens are secrets: only their hashes are here.
create table staff (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references organization,
  name text not null,
  token_hash text not null unique,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);

alter table staff enable row level security, force row level security;

create policy staff_gate on staff for select to hub_service using (token_hash = caller_credential());

create policy staff_admin on staff to hub_admin using (true) with check (true);

-- The hub's key pairs. A private key is encrypted with a key that is not in the database.
create table hub_key (
  kid text primary key,
  position int generated always as identity unique,
  use text not null check (use in ('enc', 'sig')),
  public_key jsonb not null,
  private_key text not null,
  created_at timestamptz not null default now()
);

alter table hub_key enable row level security, force row level security;

create policy hub_key_service on hub_key for select to hub_service using (true);

create policy hub_key_admin on hub_key to hub_admin using (true) with check (true);

-- What a person wrote is in content alone, encrypted with a key that is not in the database.
create table referral (
  id uuid primary key,
  organization_id uuid not null references organization,
  partner_id uuid not null references partner,
  state text not null check (state in ('received', 'quarantined')),
  reference text not null,
  code_hash text,
  received_at timestamptz not null,
  form_version text,
  flags text[] not null,
  replaces uuid[] not null,
  sealed_hash text not null,
  content text not null,
  answer jsonb not null
);

create index referral_by_time on referral (organization_id, received_at desc, id desc);

create index referral_by_reference on referral (organization_id, reference);

create index referral_by_replaced on referral using gin (replaces);

create index referral_quarantined on referral (partner_id, received_at) where state = 'quarantined';

alter table referral enable row level security, force row level security;

create policy referral_write on referral for insert to hub_partner
  with check (organization_id = caller_organization() and partner_id = caller_partner());

-- A status is asked for on any page of the same hub; what was written is kept from this role by its grants.
create policy referral_status on referral for select to hub_partner using (organization_id = caller_organization());

create policy referral_staff on referral for select to hub_staff using (organization_id = caller_organization());

-- Who read or wrote what, when and why. Nobody who serves can change or remove a line.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  organization_id uuid not null references organization,
  actor text not null,
  action text not null,
  referral_id uuid,
  detail jsonb
);

create index audit_by_referral on audit (referral_id);

alter table audit enable row level security, force row level security;

create policy audit_write on audit for insert to hub_partner, hub_staff with check (organization_id = caller_organization());

create policy audit_admin on audit for select to hub_admin using (true);

grant select on partner, partner_key, staff, hub_key to hub_service;

grant select on organization, partner to hub_partner, hub_staff;

grant insert on referral to hub_partner;

grant select (id, organization_id, partner_id, state, reference, code_hash, received_at, replaces, sealed_hash, answer) on referral to hub_partner;

grant select on referral to hub_staff;

grant insert on audit to hub_partner, hub_staff;

grant select, insert, update on organization, partner, partner_key, staff to hub_admin;

grant select, insert on hub_key to hub_admin;

grant select on audit to hub_admin;

