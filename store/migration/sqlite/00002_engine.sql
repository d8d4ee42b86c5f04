-- What SQLite needs of its own: the full-text index, kept by triggers so that rows which go with
-- their account or application leave no word behind. The words come folded, so that ascii splits
-- them at spaces and at nothing else.

-- +goose Up
CREATE UNIQUE INDEX finding_doc ON finding (doc);
CREATE VIRTUAL TABLE finding_words USING fts5 (words, content='', contentless_delete=1, detail=none, tokenize='ascii');
-- +goose StatementBegin
CREATE TRIGGER finding_in AFTER INSERT ON finding BEGIN
    INSERT INTO finding_words (rowid, words) VALUES (new.doc, new.words);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER finding_out AFTER DELETE ON finding BEGIN
    DELETE FROM finding_words WHERE rowid = old.doc;
END;
-- +goose StatementEnd

-- +goose Down
DROP TRIGGER finding_out;
DROP TRIGGER finding_in;
DROP TABLE finding_words;
DROP INDEX finding_doc;
