CREATE TABLE facts (line BLOB NOT NULL PRIMARY KEY, facts BLOB NOT NULL) WITHOUT ROWID, STRICT;

CREATE TABLE rooms (
    line BLOB NOT NULL, room BLOB NOT NULL,
    floor INTEGER NOT NULL, other_floor INTEGER NOT NULL, reached INTEGER NOT NULL,
    PRIMARY KEY (line, room)) WITHOUT ROWID, STRICT;

CREATE TABLE desks (
    line BLOB NOT NULL, desk BLOB NOT NULL,
    cut_off INTEGER NOT NULL, number INTEGER NOT NULL, last BLOB NOT NULL, reports BLOB NOT NULL,
    heard INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (line, desk)) WITHOUT ROWID, STRICT;

-- What is asked for often is narrow; bodies lie apart, so that dropping them does not rewrite the chain.
CREATE TABLE entries (
    line BLOB NOT NULL, side INTEGER NOT NULL, incarnation INTEGER NOT NULL, sequence INTEGER NOT NULL,
    hash BLOB NOT NULL, follows BLOB NOT NULL, rank INTEGER NOT NULL, bytes INTEGER NOT NULL, body INTEGER,
    PRIMARY KEY (line, side, incarnation, sequence)) WITHOUT ROWID, STRICT;

CREATE INDEX entries_leading ON entries (line, side, rank, incarnation, sequence)
    WHERE rank > 0 AND body IS NOT NULL;

CREATE TABLE bodies (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;

CREATE TABLE epochs (
    line BLOB NOT NULL, room BLOB NOT NULL, epoch INTEGER NOT NULL,
    PRIMARY KEY (line, room, epoch)) WITHOUT ROWID, STRICT;

CREATE TABLE verdicts (
    line BLOB NOT NULL, desk BLOB NOT NULL, number INTEGER NOT NULL, verdict BLOB NOT NULL,
    PRIMARY KEY (line, desk, number)) WITHOUT ROWID, STRICT;
