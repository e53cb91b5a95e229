-- Times are Unix milliseconds, UTC. Languages are BCP 47 tags. Nothing here is ever deleted in silence:
-- what leaves the page leaves a trace.

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- A statement or a report. public_id is 16 random bytes in hex: the statement's id in signed files.
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    kind INTEGER NOT NULL CHECK (kind IN (1, 2)),             -- 1 statement, 2 report
    state INTEGER NOT NULL CHECK (state IN (1, 2, 3, 4)),     -- 1 draft, 2 scheduled, 3 published, 4 withdrawn
    original_language TEXT,                                   -- null: the original is missing
    created_at INTEGER NOT NULL,
    publish_at INTEGER,
    publish_zone TEXT,
    published_at INTEGER,
    withdrawn_at INTEGER,
    withdrawal_reason TEXT,
    imported_from TEXT,                                       -- what an imported item says of where it came from
    original_address TEXT                                     -- where the original stands, if somewhere else
) STRICT;
CREATE INDEX item_by_state ON item (state, published_at);

-- One language of an item. live_version is what the public sees; null until it is published once.
CREATE TABLE edition (
    item INTEGER NOT NULL REFERENCES item (id),
    language TEXT NOT NULL,
    standing INTEGER NOT NULL CHECK (standing IN (1, 2, 3)),  -- 1 authentic, 2 official translation, 3 machine
    live_version INTEGER,
    PRIMARY KEY (item, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE edition_version (
    item INTEGER NOT NULL,
    language TEXT NOT NULL,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,                                       -- Markdown
    source_language TEXT,                                     -- a translation: what it was made from
    source_version INTEGER,
    engine TEXT,                                              -- machine: which one, null if unknown
    made_at INTEGER,                                          -- machine: when, null if unknown
    written_at INTEGER NOT NULL,
    written_by TEXT,                                          -- account, null for an import
    note TEXT,                                                -- what changed, in the editor's words
    PRIMARY KEY (item, language, number),
    FOREIGN KEY (item, language) REFERENCES edition (item, language)
) STRICT, WITHOUT ROWID;

-- The signed files as they came back from the keeper of the seal, byte for byte.
CREATE TABLE signed_file (
    item INTEGER NOT NULL REFERENCES item (id),
    revision INTEGER NOT NULL,
    kind INTEGER NOT NULL CHECK (kind IN (1, 2)),             -- 1 statement, 2 withdrawal
    bytes BLOB NOT NULL,
    seal BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (item, revision, kind)
) STRICT;

-- Which versions a signed revision covers.
CREATE TABLE signed_edition (
    item INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    language TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (item, revision, language)
) STRICT;

-- A sentence of a report with its speaker, source, quoting chain and hedge; words are verbatim from that edition.
CREATE TABLE claim (
    id INTEGER PRIMARY KEY,
    item INTEGER NOT NULL REFERENCES item (id),
    language TEXT NOT NULL,
    words TEXT NOT NULL,
    speaker TEXT NOT NULL,
    source TEXT NOT NULL,
    chain TEXT NOT NULL,                                      -- JSON array: who quotes whom, nearest first
    hedge INTEGER NOT NULL,
    entered_at INTEGER NOT NULL,
    entered_by TEXT,
    retired_at INTEGER
) STRICT;
CREATE INDEX claim_by_item ON claim (item, language);

-- "Report this translation": the words concerned, and what became of it.
CREATE TABLE translation_report (
    id INTEGER PRIMARY KEY,
    item INTEGER NOT NULL REFERENCES item (id),
    language TEXT NOT NULL,
    version INTEGER NOT NULL,
    words TEXT NOT NULL,
    remark TEXT NOT NULL,
    reporter TEXT,
    reported_at INTEGER NOT NULL,
    answered_at INTEGER,
    answer TEXT
) STRICT;

CREATE TABLE comment (
    id INTEGER PRIMARY KEY,
    item INTEGER NOT NULL REFERENCES item (id),
    parent INTEGER REFERENCES comment (id),
    number INTEGER,                                           -- within its level; null while it has no place in the thread
    place BLOB,                                               -- numbers from the top, 4 bytes big-endian each: sorts as the thread reads
    state INTEGER NOT NULL CHECK (state IN (1, 2, 3, 4, 5)),  -- 1 held, 2 shown, 3 withdrawn, 4 removed, 5 refused
    held_for INTEGER NOT NULL DEFAULT 0,                      -- flags: why it was held
    author TEXT,                                              -- account; null when imported
    imported_author TEXT,
    imported INTEGER NOT NULL DEFAULT 0,
    language TEXT NOT NULL,
    blocks TEXT NOT NULL,                                     -- JSON: paragraphs and quotations
    written_at INTEGER,                                       -- null: an import without a date
    edited_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    imported_score INTEGER NOT NULL DEFAULT 0,
    score INTEGER NOT NULL DEFAULT 0                          -- imported_score plus the votes, kept by the writer
) STRICT;
CREATE UNIQUE INDEX comment_by_place ON comment (item, place) WHERE place IS NOT NULL;
CREATE UNIQUE INDEX comment_number ON comment (item, ifnull(parent, 0), number) WHERE number IS NOT NULL;
CREATE INDEX comment_by_state ON comment (state, item);
CREATE INDEX comment_by_author ON comment (author, id);

-- What a comment said before it was edited.
CREATE TABLE comment_version (
    comment INTEGER NOT NULL REFERENCES comment (id),
    version INTEGER NOT NULL,
    blocks TEXT NOT NULL,
    written_at INTEGER,
    PRIMARY KEY (comment, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE vote (
    comment INTEGER NOT NULL REFERENCES comment (id),
    voter TEXT NOT NULL,
    value INTEGER NOT NULL CHECK (value IN (-1, 1)),
    cast_at INTEGER NOT NULL,
    PRIMARY KEY (comment, voter)
) STRICT, WITHOUT ROWID;
CREATE INDEX vote_by_voter ON vote (voter, comment);

CREATE TABLE comment_report (
    id INTEGER PRIMARY KEY,
    comment INTEGER NOT NULL REFERENCES comment (id),
    reporter TEXT NOT NULL,
    reason TEXT NOT NULL,
    reported_at INTEGER NOT NULL,
    decision INTEGER REFERENCES moderation_decision (id),
    UNIQUE (comment, reporter)
) STRICT;

-- The public log of moderation: append-only. moderator is kept, and shown only as an office.
CREATE TABLE moderation_decision (
    id INTEGER PRIMARY KEY,
    comment INTEGER NOT NULL REFERENCES comment (id),
    act INTEGER NOT NULL,
    reason TEXT NOT NULL,
    moderator TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    appeal INTEGER REFERENCES appeal (id)                     -- the appeal that this decision answers
) STRICT;
CREATE INDEX decision_by_comment ON moderation_decision (comment);

CREATE TABLE appeal (
    id INTEGER PRIMARY KEY,
    decision INTEGER NOT NULL UNIQUE REFERENCES moderation_decision (id),
    author TEXT NOT NULL,
    reason TEXT NOT NULL,
    appealed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE data_protection_key (
    name TEXT PRIMARY KEY,
    xml TEXT NOT NULL
) STRICT;
