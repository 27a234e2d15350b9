/** What linking keeps, so that new reports are worked in without looking at all others again; nothing else reads it. */
export const LINKING = `
CREATE TABLE linker (version TEXT NOT NULL) STRICT;

CREATE TABLE linked_report (report INTEGER PRIMARY KEY REFERENCES report, json TEXT NOT NULL) STRICT;

CREATE TABLE bucket (
  key INTEGER NOT NULL, published TEXT NOT NULL, report TEXT NOT NULL, text INTEGER NOT NULL,
  PRIMARY KEY (key, published, report)
) STRICT, WITHOUT ROWID;

CREATE TABLE block (key INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT;

CREATE TABLE standing (
  subject INTEGER NOT NULL, since REAL NOT NULL, claim TEXT NOT NULL,
  PRIMARY KEY (subject, since, claim)
) STRICT, WITHOUT ROWID;
`

export const LINKING_TABLES = ['linker', 'linked_report', 'bucket', 'block', 'standing'] as const
