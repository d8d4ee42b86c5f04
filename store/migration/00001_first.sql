-- One text for SQLite and PostgreSQL. Every table with a person's data has account first in its
-- primary key and goes with its account. Times are text: UTC, fixed width, empty for none.

-- +goose Up
CREATE TABLE account (
    account    TEXT NOT NULL PRIMARY KEY,
    settings   TEXT NOT NULL,
    created_at TEXT NOT NULL,
    version    BIGINT NOT NULL
);

CREATE TABLE application (
    account    TEXT NOT NULL REFERENCES account (account) ON DELETE CASCADE,
    id         TEXT NOT NULL,
    kind       TEXT NOT NULL,
    employer   TEXT NOT NULL,
    role       TEXT NOT NULL,
    region     TEXT NOT NULL,
    agency     TEXT NOT NULL,
    contact    TEXT NOT NULL,
    created_at TEXT NOT NULL,
    version    BIGINT NOT NULL,
    PRIMARY KEY (account, id)
);

CREATE TABLE interview (
    account     TEXT NOT NULL REFERENCES account (account) ON DELETE CASCADE,
    id          TEXT NOT NULL,
    application TEXT NOT NULL,
    uid         TEXT NOT NULL,
    sequence    BIGINT NOT NULL,
    summary     TEXT NOT NULL,
    subject     TEXT NOT NULL,
    location    TEXT NOT NULL,
    link        TEXT NOT NULL,
    invited     TEXT NOT NULL,
    created_at  TEXT NOT NULL,
    version     BIGINT NOT NULL,
    n           BIGINT NOT NULL, -- the order in which the rounds of an application were added
    PRIMARY KEY (account, id),
    FOREIGN KEY (account, application) REFERENCES application (account, id) ON DELETE CASCADE
);
CREATE INDEX interview_application ON interview (account, application, n);
CREATE INDEX interview_uid ON interview (account, uid);

CREATE TABLE person (
    account     TEXT NOT NULL REFERENCES account (account) ON DELETE CASCADE,
    id          TEXT NOT NULL,
    name        TEXT NOT NULL,
    email       TEXT NOT NULL,
    phone       TEXT NOT NULL,
    links       TEXT NOT NULL,
    called      TEXT NOT NULL,
    register    TEXT NOT NULL,
    merged_into TEXT NOT NULL,
    created_at  TEXT NOT NULL,
    version     BIGINT NOT NULL,
    PRIMARY KEY (account, id)
);

-- No reference to application: a referee for all applications names none.
CREATE TABLE role (
    account     TEXT NOT NULL REFERENCES account (account) ON DELETE CASCADE,
    application TEXT NOT NULL,
    person      TEXT NOT NULL,
    kind        TEXT NOT NULL,
    title       TEXT NOT NULL,
    PRIMARY KEY (account, application, person, kind),
    FOREIGN KEY (account, person) REFERENCES person (account, id) ON DELETE CASCADE
);
CREATE INDEX role_person ON role (account, person);

CREATE TABLE points (
    account   TEXT NOT NULL REFERENCES account (account) ON DELETE CASCADE,
    interview TEXT NOT NULL,
    person    TEXT NOT NULL,
    points    TEXT NOT NULL,
    PRIMARY KEY (account, interview, person),
    FOREIGN KEY (account, interview) REFERENCES interview (account, id) ON DELETE CASCADE,
    FOREIGN KEY (account, person) REFERENCES person (account, id) ON DELETE CASCADE
);
CREATE INDEX points_person ON points (account, person);

CREATE TABLE note (
    account     TEXT NOT NULL REFERENCES account (account) ON DELETE CASCADE,
    id          TEXT NOT NULL,
    application TEXT NOT NULL,
    interview   TEXT NOT NULL,
    kind        TEXT NOT NULL,
    person      TEXT NOT NULL,
    channel     TEXT NOT NULL,
    lang        TEXT NOT NULL,
    written     BOOLEAN NOT NULL,
    subject     TEXT NOT NULL,
    body        TEXT NOT NULL,
    changed_at  TEXT NOT NULL,
    rests_on    TEXT NOT NULL,
    promise     TEXT NOT NULL,
    created_at  TEXT NOT NULL,
    version     BIGINT NOT NULL,
    PRIMARY KEY (account, id),
    FOREIGN KEY (account, application) REFERENCES application (account, id) ON DELETE CASCADE
);
CREATE INDEX note_application ON note (account, application);

CREATE TABLE debrief (
    account   TEXT NOT NULL REFERENCES account (account) ON DELETE CASCADE,
    id        TEXT NOT NULL,
    interview TEXT NOT NULL,
    begun     TEXT NOT NULL,
    body      TEXT NOT NULL,
    version   BIGINT NOT NULL,
    PRIMARY KEY (account, id),
    FOREIGN KEY (account, interview) REFERENCES interview (account, id) ON DELETE CASCADE
);
CREATE INDEX debrief_interview ON debrief (account, interview);

CREATE TABLE message (
    account    TEXT NOT NULL REFERENCES account (account) ON DELETE CASCADE,
    id         TEXT NOT NULL,
    interview  TEXT NOT NULL,
    body       TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (account, id)
);
CREATE INDEX message_interview ON message (account, interview);

CREATE TABLE away (
    account  TEXT NOT NULL REFERENCES account (account) ON DELETE CASCADE,
    id       TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day   TEXT NOT NULL,
    note     TEXT NOT NULL,
    PRIMARY KEY (account, id)
);

-- What happened. Rows are added, and go with their application or account; nothing changes one.
CREATE TABLE fact (
    account     TEXT NOT NULL REFERENCES account (account) ON DELETE CASCADE,
    id          TEXT NOT NULL,
    seq         BIGINT NOT NULL,
    application TEXT NOT NULL,
    interview   TEXT NOT NULL,
    kind        TEXT NOT NULL,
    at          TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    detail      TEXT NOT NULL,
    PRIMARY KEY (account, id)
);
CREATE UNIQUE INDEX fact_seq ON fact (account, seq);
CREATE INDEX fact_application ON fact (account, application, seq);

-- A cache of what the rules say: it can be emptied and computed again.
CREATE TABLE line (
    account     TEXT NOT NULL REFERENCES account (account) ON DELETE CASCADE,
    interview   TEXT NOT NULL,
    application TEXT NOT NULL,
    employer    TEXT NOT NULL,
    role        TEXT NOT NULL,
    round       BIGINT NOT NULL,
    starts_at   TEXT NOT NULL,
    ends_at     TEXT NOT NULL,
    zone        TEXT NOT NULL,
    state       TEXT NOT NULL,
    outcome     TEXT NOT NULL,
    says        TEXT NOT NULL,
    until_day   TEXT NOT NULL,
    ask_from    TEXT NOT NULL,
    is_open     BOOLEAN NOT NULL,
    is_mine     BOOLEAN NOT NULL,
    next_change TEXT NOT NULL,
    sort        TEXT NOT NULL,
    plan        TEXT NOT NULL,
    PRIMARY KEY (account, interview),
    FOREIGN KEY (account, interview) REFERENCES interview (account, id) ON DELETE CASCADE
);
CREATE INDEX line_sort ON line (account, sort, interview);
CREATE INDEX line_open ON line (account, is_open, sort, interview);
CREATE INDEX line_application ON line (account, application);
CREATE INDEX line_outcome ON line (account, outcome);
CREATE INDEX line_next_change ON line (account, next_change);

-- What can be found, with its words folded. How the words are indexed differs by engine.
CREATE TABLE finding (
    account     TEXT NOT NULL REFERENCES account (account) ON DELETE CASCADE,
    kind        TEXT NOT NULL,
    id          TEXT NOT NULL,
    n           BIGINT NOT NULL,
    application TEXT NOT NULL,
    interview   TEXT NOT NULL,
    title       TEXT NOT NULL,
    body        TEXT NOT NULL,
    words       TEXT NOT NULL,
    at          TEXT NOT NULL,
    doc         BIGINT NOT NULL,
    PRIMARY KEY (account, id, kind, n)
);
CREATE INDEX finding_application ON finding (account, application);

CREATE TABLE session (
    account    TEXT NOT NULL REFERENCES account (account) ON DELETE CASCADE,
    hash       TEXT NOT NULL,
    agent      TEXT NOT NULL,
    created_at TEXT NOT NULL,
    seen_at    TEXT NOT NULL,
    until_at   TEXT NOT NULL,
    PRIMARY KEY (account, hash)
);
CREATE UNIQUE INDEX session_hash ON session (hash);

CREATE TABLE login (
    account  TEXT NOT NULL REFERENCES account (account) ON DELETE CASCADE,
    hash     TEXT NOT NULL,
    until_at TEXT NOT NULL,
    PRIMARY KEY (account, hash)
);
CREATE UNIQUE INDEX login_hash ON login (hash);

CREATE TABLE feed (
    account    TEXT NOT NULL REFERENCES account (account) ON DELETE CASCADE,
    hash       TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (account, hash)
);
CREATE UNIQUE INDEX feed_hash ON feed (hash);

CREATE TABLE once (
    account TEXT NOT NULL REFERENCES account (account) ON DELETE CASCADE,
    name    TEXT NOT NULL,
    result  TEXT NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (account, name)
);
CREATE INDEX once_at ON once (account, at);

-- Of the whole folder, not of a person.
CREATE TABLE folder (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- +goose Down
DROP TABLE folder;
DROP TABLE once;
DROP TABLE feed;
DROP TABLE login;
DROP TABLE session;
DROP TABLE finding;
DROP TABLE line;
DROP TABLE fact;
DROP TABLE away;
DROP TABLE message;
DROP TABLE debrief;
DROP TABLE note;
DROP TABLE points;
DROP TABLE role;
DROP TABLE person;
DROP TABLE interview;
DROP TABLE application;
DROP TABLE account;
