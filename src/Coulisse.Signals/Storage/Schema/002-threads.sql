-- The thread: what a retry must not post twice, an edit that waits, and the order in which comments got their place.

-- The comment answered, where the answer stands beside it because it would stand too deep below it.
ALTER TABLE comment ADD COLUMN answering INTEGER REFERENCES comment (id);
-- The how-many-eth of its item's comments this one was to get a place; kept by the triggers below.
ALTER TABLE comment ADD COLUMN placing INTEGER;
ALTER TABLE comment ADD COLUMN withdrawn_at INTEGER;

-- How many comments of an item have a place: the count that everyone reads.
CREATE TABLE thread (
    item INTEGER PRIMARY KEY REFERENCES item (id),
    placed INTEGER NOT NULL
) STRICT;

UPDATE comment SET placing = earlier.placing FROM (
    SELECT id, row_number() OVER (PARTITION BY item ORDER BY id) AS placing FROM comment WHERE place IS NOT NULL
) AS earlier WHERE earlier.id = comment.id;
INSERT INTO thread (item, placed) SELECT item, count(*) FROM comment WHERE place IS NOT NULL GROUP BY item;
CREATE UNIQUE INDEX comment_by_placing ON comment (item, placing) WHERE placing IS NOT NULL;

CREATE TRIGGER comment_comes_placed AFTER INSERT ON comment WHEN NEW.place IS NOT NULL AND NEW.placing IS NULL BEGIN
    INSERT INTO thread (item, placed) VALUES (NEW.item, 1) ON CONFLICT (item) DO UPDATE SET placed = placed + 1;
    UPDATE comment SET placing = (SELECT placed FROM thread WHERE item = NEW.item) WHERE id = NEW.id;
END;
CREATE TRIGGER comment_gets_placed AFTER UPDATE OF place ON comment WHEN NEW.place IS NOT NULL AND OLD.place IS NULL BEGIN
    INSERT INTO thread (item, placed) VALUES (NEW.item, 1) ON CONFLICT (item) DO UPDATE SET placed = placed + 1;
    UPDATE comment SET placing = (SELECT placed FROM thread WHERE item = NEW.item) WHERE id = NEW.id;
END;
CREATE TRIGGER comment_keeps_its_place BEFORE UPDATE OF place, number ON comment
WHEN OLD.place IS NOT NULL AND (NEW.place IS NOT OLD.place OR NEW.number IS NOT OLD.number) BEGIN
    SELECT RAISE(ABORT, 'a comment keeps its number and place');
END;
CREATE TRIGGER comment_leaves_a_trace BEFORE DELETE ON comment WHEN OLD.place IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a comment that had a number is never deleted');
END;

-- A form's random id: the same form posted again (reload, double click, retry after a crash) posts once.
CREATE TABLE submission (
    author TEXT NOT NULL,
    submission TEXT NOT NULL,
    fingerprint BLOB NOT NULL,                                -- SHA-256 of what was sent
    comment INTEGER NOT NULL REFERENCES comment (id),
    PRIMARY KEY (author, submission)
) STRICT, WITHOUT ROWID;

-- A new text of a comment that is shown; until it is released, the old one stays on the page.
CREATE TABLE held_edit (
    comment INTEGER PRIMARY KEY REFERENCES comment (id),
    blocks TEXT NOT NULL,
    held_for INTEGER NOT NULL,
    refused INTEGER NOT NULL DEFAULT 0 CHECK (refused IN (0, 1)),
    written_at INTEGER NOT NULL
) STRICT;

CREATE INDEX comment_report_open ON comment_report (comment) WHERE decision IS NULL;
CREATE INDEX comment_by_item_author ON comment (item, author) WHERE author IS NOT NULL;

CREATE TRIGGER decision_stands BEFORE UPDATE ON moderation_decision BEGIN
    SELECT RAISE(ABORT, 'the log of moderation is append-only');
END;
CREATE TRIGGER decision_stays BEFORE DELETE ON moderation_decision BEGIN
    SELECT RAISE(ABORT, 'the log of moderation is append-only');
END;
