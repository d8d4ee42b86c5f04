-- What goes out to other calendars and comes in from them.

-- +goose Up
-- What a calendar was given: its number, and a digest in the place of its words. It outlives the
-- interview it speaks of, so that a date which fell away can be called off.
CREATE TABLE published (
    account     TEXT NOT NULL REFERENCES account (account) ON DELETE CASCADE,
    uid         TEXT NOT NULL,
    application TEXT NOT NULL,
    sequence    BIGINT NOT NULL,
    stamp       TEXT NOT NULL,
    digest      TEXT NOT NULL,
    title       TEXT NOT NULL, -- neutral: it names nobody
    start_at    TEXT NOT NULL,
    end_at      TEXT NOT NULL,
    PRIMARY KEY (account, uid)
);

-- What an answer to an invitation needs besides the interview.
CREATE TABLE invitation (
    account   TEXT NOT NULL REFERENCES account (account) ON DELETE CASCADE,
    interview TEXT NOT NULL,
    body      TEXT NOT NULL,
    PRIMARY KEY (account, interview),
    FOREIGN KEY (account, interview) REFERENCES interview (account, id) ON DELETE CASCADE
);

ALTER TABLE feed ADD COLUMN own_words BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE away ADD COLUMN source TEXT NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE away DROP COLUMN source;
ALTER TABLE feed DROP COLUMN own_words;
DROP TABLE invitation;
DROP TABLE published;
