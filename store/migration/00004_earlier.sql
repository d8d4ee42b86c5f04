-- What a note said before it was changed.

-- +goose Up
CREATE TABLE earlier (
    account    TEXT NOT NULL REFERENCES account (account) ON DELETE CASCADE,
    note       TEXT NOT NULL,
    version    BIGINT NOT NULL, -- of the note, while it read like this
    subject    TEXT NOT NULL,
    body       TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (account, note, version),
    FOREIGN KEY (account, note) REFERENCES note (account, id) ON DELETE CASCADE
);

-- +goose Down
DROP TABLE earlier;
