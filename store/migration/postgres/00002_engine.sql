-- What PostgreSQL needs of its own: every text is compared byte by byte, as SQLite does, whatever the
-- locale of the server; and the full-text index over the folded words.

-- +goose Up
-- +goose StatementBegin
DO $$
DECLARE c record;
BEGIN
    FOR c IN SELECT table_name, column_name FROM information_schema.columns
             WHERE table_schema = current_schema() AND data_type = 'text'
               AND table_name IN ('account', 'application', 'interview', 'person', 'role', 'points', 'note', 'debrief',
                   'message', 'away', 'fact', 'line', 'finding', 'session', 'login', 'feed', 'once', 'folder')
    LOOP
        EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE text COLLATE "C"', c.table_name, c.column_name);
    END LOOP;
END $$;
-- +goose StatementEnd
CREATE INDEX finding_words ON finding USING gin (array_to_tsvector(string_to_array(words, ' ')));

-- +goose Down
DROP INDEX finding_words;
