/** The tables of `postgresStore`, as SQL that may run at every start: it makes what is missing and changes nothing else. */
export const postgresSchema = `
create table if not exists discount_keeper_reports (
  order_id text not null,
  source text not null,
  report json not null,
  refused boolean not null,
  primary key (order_id, source)
);
create table if not exists discount_keeper_conversions (
  order_id text primary key,
  place bigint generated always as identity,
  reports integer not null,
  at double precision not null,
  customer text,
  publisher text,
  offer text,
  coupon text,
  status text not null,
  currency text not null,
  amount double precision not null,
  conversion json not null
);
create index if not exists discount_keeper_conversions_customer
  on discount_keeper_conversions (customer);
create index if not exists discount_keeper_conversions_publisher
  on discount_keeper_conversions (publisher, at)
  include (offer, currency, amount, status, order_id);
create index if not exists discount_keeper_conversions_at
  on discount_keeper_conversions (at);
create table if not exists discount_keeper_deliveries (
  order_id text not null,
  postback text not null,
  place bigint generated always as identity,
  url text not null,
  attempts integer not null default 0,
  trouble text not null default '',
  state text not null default 'waiting',
  reports double precision not null,
  due double precision not null,
  primary key (order_id, postback)
);
create index if not exists discount_keeper_deliveries_due
  on discount_keeper_deliveries (due) where state = 'waiting';
`
