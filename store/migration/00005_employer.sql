-- The other applications at one employer are found without reading all of them.

-- +goose Up
CREATE INDEX application_employer ON application (account, lower(employer));

-- +goose Down
DROP INDEX application_employer;
