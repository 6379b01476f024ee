-- A Rails application's db/structure.sql for PostgreSQL: Active Storage, Action Text and a shop as the guides have it
-- (https://guides.rubyonrails.org/), written by hand from the public structure.
SET lock_timeout = 0;
CREATE TYPE public.order_state AS ENUM ('cart', 'placed', 'paid', 'shipped', 'returned');
CREATE TABLE public.active_storage_blobs (
    id bigint NOT NULL,
    key character varying NOT NULL,
    filename character varying NOT NULL,
    content_type character varying,
    metadata text,
    service_name character varying NOT NULL,
    byte_size bigint NOT NULL,
    checksum character varying,
    created_at timestamp(6) without time zone NOT NULL
);
CREATE SEQUENCE public.active_storage_blobs_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public.active_storage_blobs_id_seq OWNED BY public.active_storage_blobs.id;
CREATE TABLE public.active_storage_attachments (
    id bigint NOT NULL,
    name character varying NOT NULL,
    record_type character varying NOT NULL,
    record_id bigint NOT NULL,
    blob_id bigint NOT NULL,
    created_at timestamp(6) without time zone NOT NULL
);
CREATE TABLE public.action_text_rich_texts (
    id bigint NOT NULL,
    name character varying NOT NULL,
    body text,
    record_type character varying NOT NULL,
    record_id bigint NOT NULL,
    created_at timestamp(6) without time zone NOT NULL,
    updated_at timestamp(6) without time zone NOT NULL
);
CREATE TABLE public.ar_internal_metadata (
    key character varying NOT NULL,
    value character varying,
    created_at timestamp(6) without time zone NOT NULL,
    updated_at timestamp(6) without time zone NOT NULL
);
CREATE TABLE public.schema_migrations (version character varying NOT NULL);
CREATE TABLE public.users (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    email character varying DEFAULT ''::character varying NOT NULL,
    encrypted_password character varying DEFAULT ''::character varying NOT NULL,
    reset_password_token character varying,
    sign_in_count integer DEFAULT 0 NOT NULL,
    current_sign_in_ip inet,
    preferences jsonb DEFAULT '{}'::jsonb NOT NULL,
    role integer DEFAULT 0 NOT NULL,
    tags character varying[] DEFAULT '{}'::character varying[],
    manager_id uuid,
    created_at timestamp(6) without time zone NOT NULL,
    updated_at timestamp(6) without time zone NOT NULL,
    CONSTRAINT users_role_known CHECK ((role = ANY (ARRAY[0, 1, 2]))),
    CONSTRAINT users_email_long CHECK ((char_length((email)::text) <= 120))
);
CREATE TABLE public.products (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    sku character varying NOT NULL,
    price_cents integer DEFAULT 0 NOT NULL,
    price_currency character varying DEFAULT 'USD'::character varying NOT NULL,
    weight numeric(8,3),
    parent_id bigint,
    discarded_at timestamp(6) without time zone,
    created_at timestamp(6) without time zone NOT NULL,
    updated_at timestamp(6) without time zone NOT NULL,
    CONSTRAINT price_positive CHECK ((price_cents >= 0)),
    CONSTRAINT sku_form CHECK (((sku)::text ~ '^[A-Z]{3}-[0-9]{4}$'::text))
);
CREATE TABLE public.orders (
    id bigint NOT NULL,
    number character varying NOT NULL,
    state public.order_state DEFAULT 'cart'::public.order_state NOT NULL,
    user_id uuid NOT NULL,
    last_payment_id bigint,
    total numeric(12,2) DEFAULT 0.0 NOT NULL,
    placed_at timestamp(6) without time zone,
    created_at timestamp(6) without time zone NOT NULL,
    updated_at timestamp(6) without time zone NOT NULL
);
CREATE TABLE public.payments (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    amount numeric(12,2) NOT NULL,
    kind character varying NOT NULL,
    created_at timestamp(6) without time zone NOT NULL,
    CONSTRAINT kind_known CHECK (((kind)::text = ANY ((ARRAY['card'::character varying, 'transfer'::character varying])::text[]))),
    CONSTRAINT amount_sane CHECK (((amount > (0)::numeric) AND (amount < (100000)::numeric)))
);
CREATE TABLE public.line_items (
    order_id bigint NOT NULL,
    product_id bigint NOT NULL,
    quantity integer DEFAULT 1 NOT NULL
);
ALTER TABLE ONLY public.active_storage_blobs ALTER COLUMN id SET DEFAULT nextval('public.active_storage_blobs_id_seq'::regclass);
ALTER TABLE ONLY public.orders ALTER COLUMN id SET DEFAULT nextval('public.orders_id_seq'::regclass);
ALTER TABLE ONLY public.active_storage_attachments ADD CONSTRAINT active_storage_attachments_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.active_storage_blobs ADD CONSTRAINT active_storage_blobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.action_text_rich_texts ADD CONSTRAINT action_text_rich_texts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ar_internal_metadata ADD CONSTRAINT ar_internal_metadata_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.schema_migrations ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.users ADD CONSTRAINT users_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.products ADD CONSTRAINT products_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments ADD CONSTRAINT payments_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.line_items ADD CONSTRAINT line_items_pkey PRIMARY KEY (order_id, product_id);
CREATE UNIQUE INDEX index_active_storage_blobs_on_key ON public.active_storage_blobs USING btree (key);
CREATE UNIQUE INDEX index_active_storage_attachments_uniqueness ON public.active_storage_attachments USING btree (record_type, record_id, name, blob_id);
CREATE UNIQUE INDEX index_users_on_email ON public.users USING btree (email);
CREATE UNIQUE INDEX index_users_on_token ON public.users USING btree (reset_password_token) WHERE (reset_password_token IS NOT NULL);
CREATE INDEX index_users_on_lower_email ON public.users USING btree (lower((email)::text));
CREATE UNIQUE INDEX index_products_on_sku ON public.products USING btree (sku);
CREATE UNIQUE INDEX index_orders_on_number ON public.orders USING btree (number);
ALTER TABLE ONLY public.active_storage_attachments ADD CONSTRAINT fk_rails_c3b3935057 FOREIGN KEY (blob_id) REFERENCES public.active_storage_blobs(id);
ALTER TABLE ONLY public.users ADD CONSTRAINT fk_rails_users_manager FOREIGN KEY (manager_id) REFERENCES public.users(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.products ADD CONSTRAINT fk_rails_products_parent FOREIGN KEY (parent_id) REFERENCES public.products(id);
ALTER TABLE ONLY public.orders ADD CONSTRAINT fk_rails_orders_user FOREIGN KEY (user_id) REFERENCES public.users(id);
ALTER TABLE ONLY public.orders ADD CONSTRAINT fk_rails_orders_payment FOREIGN KEY (last_payment_id) REFERENCES public.payments(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.payments ADD CONSTRAINT fk_rails_payments_order FOREIGN KEY (order_id) REFERENCES public.orders(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.line_items ADD CONSTRAINT fk_rails_lines_order FOREIGN KEY (order_id) REFERENCES public.orders(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.line_items ADD CONSTRAINT fk_rails_lines_product FOREIGN KEY (product_id) REFERENCES public.products(id);
SET search_path TO "$user", public;
INSERT INTO "schema_migrations" (version) VALUES ('20260101000000');
