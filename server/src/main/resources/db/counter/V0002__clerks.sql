-- Who is at which record right now (seen_at: the machine's time); what a clerk chose; how a citizen
-- confirmed a notice.

CREATE TABLE at_record (
    person      bigint NOT NULL,
    officer     text NOT NULL REFERENCES officer,
    case_number text NOT NULL REFERENCES case_file,
    editing     boolean NOT NULL,
    seen_at     timestamptz NOT NULL,
    PRIMARY KEY (person, officer)
);
CREATE INDEX at_record_officer ON at_record (officer);

ALTER TABLE officer ADD COLUMN keys boolean NOT NULL DEFAULT true;

ALTER TABLE case_act ADD COLUMN confirmed text;
