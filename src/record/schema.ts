import { LINKING } from './link-schema.js'

/**
 * Each step takes a record from one version of the layout to the next; never change one that was released.
 *
 * `claim` has a row for every state of a claim: state 0 is what the coder said, the others come from people's decisions, each from the
 * time of one decision to that of the next. `current` marks the state of the present coding of the latest version that holds now.
 * Triggers keep the counts of reports, actors and places when it changes; who inserts a current state counts it.
 * Days count from 1970-01-01, times are milliseconds since then.
 */
export const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE coder (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL, version TEXT NOT NULL, model TEXT NOT NULL,
  UNIQUE (name, version, model)
) STRICT;

CREATE TABLE report (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  thread TEXT NOT NULL,
  version INTEGER NOT NULL,
  doc TEXT NOT NULL, publisher TEXT, url TEXT, title TEXT, byline TEXT,
  published TEXT, published_day INTEGER NOT NULL,
  language TEXT, text TEXT NOT NULL,
  raw_sha TEXT NOT NULL, text_sha TEXT NOT NULL,
  added INTEGER NOT NULL,
  valid_from INTEGER NOT NULL, valid_to INTEGER,
  redacted INTEGER NOT NULL DEFAULT 0,
  claims INTEGER NOT NULL DEFAULT 0,
  UNIQUE (thread, text_sha)
) STRICT;
CREATE INDEX report_published ON report (published_day);
CREATE INDEX report_publisher ON report (publisher COLLATE NOCASE, published_day);
CREATE INDEX report_text_sha ON report (text_sha);
CREATE INDEX report_added ON report (added);

CREATE TABLE raw (sha TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE reading (
  key INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report,
  coder INTEGER NOT NULL REFERENCES coder,
  at INTEGER NOT NULL,
  present INTEGER NOT NULL,
  problems TEXT NOT NULL,
  UNIQUE (report, coder)
) STRICT;
CREATE INDEX reading_coder ON reading (coder, present);

CREATE TABLE place (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  geonameid INTEGER, name TEXT NOT NULL, country TEXT, admin1 TEXT,
  lat REAL, lon REAL, precision TEXT NOT NULL,
  claims INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX place_name ON place (name COLLATE NOCASE);
CREATE INDEX place_admin1 ON place (admin1 COLLATE NOCASE);
CREATE INDEX place_country ON place (country);
CREATE INDEX place_geonameid ON place (geonameid);
CREATE VIRTUAL TABLE place_box USING rtree (key, min_lat, max_lat, min_lon, max_lon);

CREATE TABLE actor (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL, code TEXT, wikidata TEXT,
  public INTEGER NOT NULL,
  claims INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX actor_name ON actor (name COLLATE NOCASE);
CREATE INDEX actor_code ON actor (code);

CREATE TABLE incident (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL, mode TEXT,
  day INTEGER NOT NULL, day_from INTEGER, day_to INTEGER,
  place INTEGER REFERENCES place,
  claims INTEGER NOT NULL, reports INTEGER NOT NULL, origins INTEGER NOT NULL, contradictions INTEGER NOT NULL,
  first_published INTEGER NOT NULL, last_published INTEGER NOT NULL,
  actors TEXT NOT NULL, recipients TEXT NOT NULL,
  found INTEGER NOT NULL
) STRICT;
CREATE INDEX incident_day ON incident (day);
CREATE INDEX incident_published ON incident (last_published);
CREATE INDEX incident_origins ON incident (origins);
CREATE INDEX incident_contradicted ON incident (day) WHERE contradictions > 0;
CREATE INDEX incident_first ON incident (first_published);
CREATE INDEX incident_found ON incident (found);

CREATE TABLE claim (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  state INTEGER NOT NULL,
  coded_id TEXT NOT NULL,
  report INTEGER NOT NULL REFERENCES report,
  reading INTEGER REFERENCES reading,
  state_from INTEGER, state_to INTEGER,
  current INTEGER NOT NULL,
  verdict TEXT NOT NULL, corrected TEXT NOT NULL,
  coded_type TEXT NOT NULL, trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL,
  type TEXT NOT NULL, mode TEXT, status TEXT NOT NULL, negated INTEGER NOT NULL, background INTEGER NOT NULL,
  certainty TEXT NOT NULL, confidence REAL NOT NULL,
  day INTEGER NOT NULL, day_from INTEGER, day_to INTEGER, long INTEGER NOT NULL,
  published_day INTEGER NOT NULL,
  incident INTEGER REFERENCES incident,
  contradicted INTEGER NOT NULL DEFAULT 0,
  json TEXT NOT NULL,
  UNIQUE (id, state)
) STRICT;
CREATE INDEX claim_report ON claim (report, trigger_start);
CREATE INDEX claim_reading ON claim (reading);
CREATE INDEX claim_incident ON claim (incident);
CREATE INDEX claim_day ON claim (day, key, verdict, incident) WHERE current = 1;
CREATE INDEX claim_any_day ON claim (day);
CREATE INDEX claim_published ON claim (published_day);
CREATE INDEX claim_confidence ON claim (confidence);
CREATE INDEX claim_type ON claim (type, mode, day);
CREATE INDEX claim_status ON claim (status, day);
CREATE INDEX claim_certainty ON claim (certainty, day);
CREATE INDEX claim_verdict ON claim (verdict, day) WHERE verdict <> 'none';
CREATE INDEX claim_contradicted ON claim (day) WHERE contradicted > 0;
CREATE INDEX claim_ahead ON claim (day) WHERE day > published_day;
CREATE INDEX claim_long ON claim (day, day_to) WHERE long = 1;
CREATE INDEX claim_coded_id ON claim (coded_id);

CREATE TABLE filler (
  claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
  role TEXT NOT NULL, position INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  name TEXT NOT NULL, code TEXT,
  actor INTEGER REFERENCES actor, place INTEGER REFERENCES place,
  PRIMARY KEY (claim, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX filler_actor ON filler (actor, claim) WHERE actor IS NOT NULL;
CREATE INDEX filler_place ON filler (place, claim) WHERE place IS NOT NULL;

CREATE TRIGGER claim_holds AFTER UPDATE OF current ON claim WHEN new.current > old.current BEGIN
  UPDATE report SET claims = claims + 1 WHERE key = new.report;
  UPDATE actor SET claims = claims + 1 WHERE key IN (SELECT actor FROM filler WHERE claim = new.key);
  UPDATE place SET claims = claims + 1 WHERE key IN (SELECT place FROM filler WHERE claim = new.key);
END;
CREATE TRIGGER claim_lapses AFTER UPDATE OF current ON claim WHEN new.current < old.current BEGIN
  UPDATE report SET claims = claims - 1 WHERE key = new.report;
  UPDATE actor SET claims = claims - 1 WHERE key IN (SELECT actor FROM filler WHERE claim = new.key);
  UPDATE place SET claims = claims - 1 WHERE key IN (SELECT place FROM filler WHERE claim = new.key);
END;

CREATE TABLE figure (
  claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  kind TEXT NOT NULL, "of" TEXT, low REAL, high REAL,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE attribution (
  claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER, "end" INTEGER, text TEXT, name TEXT, code TEXT,
  cue_start INTEGER, cue_end INTEGER, cue TEXT,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX attribution_name ON attribution (name COLLATE NOCASE, claim) WHERE name IS NOT NULL;

CREATE VIRTUAL TABLE report_words USING fts5 (title, text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE claim_words USING fts5 (sentence, names, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE copy (
  report TEXT PRIMARY KEY, "of" TEXT NOT NULL, similarity REAL NOT NULL, reasons TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_of ON copy ("of");

CREATE TABLE origin (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL
) STRICT;
CREATE INDEX origin_name ON origin (name COLLATE NOCASE);

CREATE TABLE claim_origin (
  claim TEXT PRIMARY KEY, origin INTEGER NOT NULL REFERENCES origin, reasons TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_origin_origin ON claim_origin (origin);

CREATE TABLE incident_claim (
  claim TEXT PRIMARY KEY, incident TEXT NOT NULL, score REAL, reasons TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_claim_incident ON incident_claim (incident);

CREATE TABLE contradiction (
  id TEXT PRIMARY KEY, field TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, reasons TEXT NOT NULL, found INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX contradiction_a ON contradiction (a);
CREATE INDEX contradiction_b ON contradiction (b);
CREATE INDEX contradiction_found ON contradiction (found);

CREATE TABLE unlinked (report INTEGER PRIMARY KEY REFERENCES report) STRICT;

CREATE TABLE claim_update (
  before TEXT NOT NULL, after TEXT NOT NULL, field TEXT NOT NULL,
  PRIMARY KEY (before, after, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_update_after ON claim_update (after);

CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  author TEXT NOT NULL, role TEXT NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL,
  target_kind TEXT NOT NULL, target_id TEXT NOT NULL, target TEXT NOT NULL,
  text_sha TEXT, trigger_start INTEGER, trigger_end INTEGER, type TEXT,
  field TEXT, before TEXT NOT NULL, after TEXT NOT NULL, reason TEXT, seen TEXT NOT NULL,
  stored INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_words ON decision (text_sha, trigger_start);
CREATE INDEX decision_target ON decision (target_kind, target_id);
CREATE INDEX decision_at ON decision (at);
CREATE INDEX decision_kind ON decision (kind);
`,
  `
CREATE INDEX incident_claims ON incident (claims DESC, key) WHERE claims > 0 AND place IS NOT NULL;
CREATE INDEX incident_place ON incident (place, type, day);
`,
  `
CREATE INDEX claim_columns ON claim (key, current, verdict, type, day, day_to, published_day, incident, contradicted, report, reading,
  mode, status, certainty, negated, confidence, corrected, state_from, state_to, id);
CREATE INDEX reading_replaced ON reading (key) WHERE present = 0;
CREATE INDEX report_valid ON report (valid_from, valid_to);
CREATE INDEX actor_claims ON actor (claims DESC, key) WHERE public = 1 AND claims > 0;
CREATE INDEX place_claims ON place (claims DESC, key) WHERE claims > 0;

-- Changes when a claim of that range of keys does, so that whoever keeps columns of claims knows which are old.
CREATE TABLE segment (number INTEGER PRIMARY KEY, version INTEGER NOT NULL) STRICT;
INSERT INTO segment SELECT key >> 12, random() >> 11 FROM claim GROUP BY key >> 12;
CREATE TRIGGER claim_comes AFTER INSERT ON claim BEGIN
  INSERT INTO segment VALUES (new.key >> 12, random() >> 11) ON CONFLICT (number) DO UPDATE SET version = excluded.version;
END;
CREATE TRIGGER claim_changes AFTER UPDATE ON claim BEGIN UPDATE segment SET version = random() >> 11 WHERE number = new.key >> 12; END;
CREATE TRIGGER claim_goes AFTER DELETE ON claim BEGIN UPDATE segment SET version = random() >> 11 WHERE number = old.key >> 12; END;
CREATE TRIGGER origin_comes AFTER INSERT ON claim_origin BEGIN
  UPDATE segment SET version = random() >> 11 WHERE number IN (SELECT key >> 12 FROM claim WHERE id = new.claim);
END;
CREATE TRIGGER origin_goes AFTER DELETE ON claim_origin BEGIN
  UPDATE segment SET version = random() >> 11 WHERE number IN (SELECT key >> 12 FROM claim WHERE id = old.claim);
END;

-- Who or what is named in rejected claims alone is not counted.
DROP TRIGGER claim_holds;
DROP TRIGGER claim_lapses;
CREATE TRIGGER claim_holds AFTER UPDATE OF current ON claim WHEN new.current > old.current BEGIN
  UPDATE report SET claims = claims + 1 WHERE key = new.report;
  UPDATE actor SET claims = claims + 1 WHERE new.verdict <> 'rejected' AND key IN (SELECT actor FROM filler WHERE claim = new.key);
  UPDATE place SET claims = claims + 1 WHERE new.verdict <> 'rejected' AND key IN (SELECT place FROM filler WHERE claim = new.key);
END;
CREATE TRIGGER claim_lapses AFTER UPDATE OF current ON claim WHEN new.current < old.current BEGIN
  UPDATE report SET claims = claims - 1 WHERE key = new.report;
  UPDATE actor SET claims = claims - 1 WHERE new.verdict <> 'rejected' AND key IN (SELECT actor FROM filler WHERE claim = new.key);
  UPDATE place SET claims = claims - 1 WHERE new.verdict <> 'rejected' AND key IN (SELECT place FROM filler WHERE claim = new.key);
END;
UPDATE actor SET claims = claims - n.rejected FROM (
  SELECT f.actor AS key, count(DISTINCT f.claim) AS rejected FROM claim c JOIN filler f ON f.claim = c.key
  WHERE c.verdict = 'rejected' AND c.current = 1 AND f.actor IS NOT NULL GROUP BY f.actor) AS n WHERE n.key = actor.key;
UPDATE place SET claims = claims - n.rejected FROM (
  SELECT f.place AS key, count(DISTINCT f.claim) AS rejected FROM claim c JOIN filler f ON f.claim = c.key
  WHERE c.verdict = 'rejected' AND c.current = 1 AND f.place IS NOT NULL GROUP BY f.place) AS n WHERE n.key = place.key;
`,
  `
-- What filters look at of the claims of an incident or a report, and whether a report stood, without the words of either.
DROP INDEX claim_incident;
CREATE INDEX claim_incident ON claim (incident, current, verdict, report, reading, state_from, state_to, day, day_to, published_day,
  type, mode, status, certainty, contradicted, confidence, id);
CREATE INDEX claim_of_report ON claim (report, current, incident, verdict, day, day_to, type, mode, status, certainty, contradicted);
CREATE INDEX report_stood ON report (key, valid_from, valid_to);
DROP INDEX report_published;
CREATE INDEX report_published ON report (published_day, key, valid_from, valid_to);
`,
  LINKING,
]

/** Nobody changes or removes a decision; the removal of words lifts these for its own transaction. */
export const GUARDS = `
CREATE TRIGGER decision_stays BEFORE UPDATE ON decision BEGIN SELECT raise(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER decision_remains BEFORE DELETE ON decision BEGIN SELECT raise(ABORT, 'decisions are never deleted'); END;
`
export const LIFT_GUARDS = 'DROP TRIGGER decision_stays; DROP TRIGGER decision_remains;'
