-- Accounts. No e-mail address is asked or kept. The first two tables are read and written by ASP.NET Core Identity through
-- EF Core (AccountsContext); a test holds them to its model. The others are ours alone.

CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,                             -- 16 random bytes in hex; stands in comment.author and the like
    display_name TEXT,                                        -- public, and the sign-in name; null once closed
    skeleton TEXT,                                            -- what makes the name unique: confusable names share one
    passphrase_hash TEXT,                                     -- $argon2id$…; null: passkeys only
    security_stamp TEXT,                                      -- changed: every cookie given out before is void
    concurrency_stamp TEXT,
    role INTEGER NOT NULL CHECK (role IN (1, 2, 3)),          -- 1 reader, 2 moderator, 3 editor
    standing INTEGER NOT NULL CHECK (standing IN (1, 2, 3)),  -- 1 open, 2 suspended, 3 closed
    suspended_for TEXT,                                       -- the reason, shown to the person
    language TEXT,                                            -- of the interface; null: as the browser asks
    zone TEXT,                                                -- IANA time zone; null: UTC
    created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX account_by_skeleton ON account (skeleton);

CREATE TABLE passkey (
    credential_id BLOB NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    data TEXT NOT NULL                                        -- JSON: public key, counter, name, as Identity keeps it
) STRICT;
CREATE INDEX passkey_by_account ON passkey (account);

-- A code is 80 random bits; only its keyed hash is kept, and using it deletes the row.
CREATE TABLE recovery_code (
    account TEXT NOT NULL REFERENCES account (id),
    hash BLOB NOT NULL,
    PRIMARY KEY (account, hash)
) STRICT, WITHOUT ROWID;

-- A way in: one use, half an hour. Using it deletes the row.
CREATE TABLE way_in (
    hash BLOB NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id),
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Tries at a name or from an address, by keyed hash: a name that does not exist is counted like one that does.
CREATE TABLE try_count (
    subject BLOB NOT NULL PRIMARY KEY,
    tries INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    locked_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX try_count_by_age ON try_count (last_at);

-- Names of closed accounts, by keyed hash of the skeleton: nobody else can take them up.
CREATE TABLE retired_name (
    hash BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Who was named, suspended, reopened or closed, by whom, why: append-only. decided_by null: the person, or the program.
CREATE TABLE account_decision (
    id INTEGER PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id),
    act INTEGER NOT NULL CHECK (act BETWEEN 1 AND 6),         -- 1 reader, 2 moderator, 3 editor, 4 suspended, 5 reopened, 6 closed
    reason TEXT NOT NULL,
    decided_by TEXT,
    decided_at INTEGER NOT NULL,
    appeal TEXT,                                              -- the suspended person's answer, once
    appealed_at INTEGER
) STRICT;
CREATE INDEX account_decision_by_account ON account_decision (account, id);

-- The key of the keyed hashes above.
CREATE TABLE account_secret (
    name TEXT NOT NULL PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;
